/** Lives many days on all cores, one process each, and tells what became of them. */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { type Report, runDay } from '../../tests/soak/run-day.ts';
import { summary } from './summary.ts';

interface Options {
  days: number;
  seed: number;
  only: 'healthy' | 'failing' | null;
}

/** One day, with everything that happens. Returns the exit code. */
export async function showDay(name: string): Promise<number> {
  const report = await runDay(name, (line) => console.log(line));
  console.log(report);
  return end([report]);
}

/** Returns the exit code. */
export async function soak({ days, seed, only }: Options): Promise<number> {
  const kinds = only === null ? (['healthy', 'failing'] as const) : [only];
  const names = kinds.flatMap((kind) =>
    Array.from({ length: days }, (_, number) => `${kind}-${seed}-${number}`),
  );
  const startedAt = Date.now();
  const reports = await live(names);
  console.log(summary(reports));
  console.log(`${Math.round((Date.now() - startedAt) / 1000)} s`);
  return end(reports);
}

function end(reports: readonly Report[]): number {
  const failed = reports.filter(({ problems }) => problems.length > 0).length;
  console.log(`${reports.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function live(names: readonly string[]): Promise<Report[]> {
  const left = [...names];
  const reports: Report[] = [];
  const heard = (report: Report) => {
    reports.push(report);
    if (report.problems.length > 0) tell(report);
    else if (reports.length % 100 === 0) console.log(`${reports.length} of ${names.length} days`);
  };
  const worker = async () => {
    let child: ChildProcess | null = null;
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      child ??= fork(process.argv[1] as string, []);
      const report: Report | null = await liveIn(child, name);
      if (report === null) child = null;
      heard(
        report ?? {
          name,
          problems: ['the process that lived it died'],
          counts: {},
          visibleMs: 0,
          requests: 0,
        },
      );
    }
    child?.disconnect();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), names.length) }, worker));
  return reports;
}

function tell({ name, problems, failure }: Report): void {
  console.log(`FAILED ${name}${failure ? ` (${failure})` : ''}: ${problems.join(' · ')}`);
  console.log(`  again: npm run soak -- --day ${name}`);
}

/** `null` when the process died over it. */
function liveIn(child: ChildProcess, name: string): Promise<Report | null> {
  return new Promise((resolve) => {
    const dead = () => resolve(null);
    child.once('exit', dead);
    child.once('message', (report) => {
      child.off('exit', dead);
      resolve(report as Report);
    });
    child.send(name);
  });
}

/** Lives the days that the process which started this one asks for. */
export function work(): void {
  process.on('message', async (name: string) => process.send?.(await runDay(name)));
  process.on('disconnect', () => process.exit(0));
}
