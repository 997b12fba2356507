/** Shares the installs out among the cores, adds up what they did, and says whether it is what we promise. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ROOT, withProgram } from './bundle.ts';
import { gatesOf } from './gates.ts';
import { writeReport } from './report.ts';
import type { Day } from './services.ts';
import { summary } from './summary.ts';
import { added, newTally, standingFor, type Tally } from './tally.ts';
import type { Share } from './thread.ts';

export interface Options {
  installs: number;
  seed: number;
  /** Percent of all requests that are never answered. */
  timeouts: number;
  minutes: number;
  /** At most so many are lived through. */
  lives: number;
  write: boolean;
}

/** After the end, looks go on at most ten minutes and 40 % apart; whoever has not heard by then never asks again. */
const AFTERWARDS_MS = 15 * 60_000;

/** Returns the exit code. */
export async function simulate(options: Options): Promise<number> {
  const { installs, seed, timeouts, minutes } = options;
  const day: Day = { endsAt: minutes * 60_000, silent: timeouts / 100 };
  const untilMs = day.endsAt + AFTERWARDS_MS;
  const startedAt = performance.now();
  const others = Math.max(1, Math.round(installs / options.lives));
  const lives = Math.ceil(installs / others);
  const threads = Math.min(availableParallelism(), lives);
  const each = Math.ceil(lives / threads);
  let done = 0;
  const onDone = (some: number) => {
    const before = Math.floor((10 * done) / lives);
    done += some;
    if (Math.floor((10 * done) / lives) > before) console.log(`${done * others} of ${installs} browsers`);
  };
  const tallies = await withProgram((path) =>
    Promise.all(
      Array.from({ length: threads }, (_, index) => {
        const first = index * each;
        const count = Math.max(0, Math.min(each, lives - first));
        return live(path, { first, count, lives, seed, day, untilMs }, onDone);
      }),
    ),
  );
  const tally = standingFor(tallies.reduce(added, newTally(Math.ceil(untilMs / 1000))), others);
  const gates = gatesOf(tally, day);
  const took = {
    seconds: Math.round((performance.now() - startedAt) / 1000),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  console.log(summary(tally, gates, took));
  if (options.write) writeReport(ROOT, tally, gates, day, options);
  const failed = gates.filter(({ holds }) => !holds).length;
  console.log(`${gates.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function live(path: string, share: Share, onDone: (some: number) => void): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path, { workerData: share });
    worker.on('message', (message: { done?: number; tally?: Tally }) => {
      if (message.done) onDone(message.done);
      if (message.tally) resolve(message.tally);
    });
    worker.on('error', reject);
  });
}
