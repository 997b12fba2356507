/** Names of days, and what becomes of them. */
import { Day } from './day';
import { loadExtension } from './extension';
import { FAILURES, type FailureName } from './failures';

/** What became of a day. */
export interface Report {
  /** Repeats this very day: `healthy-1-17`, kind, seed and number. */
  name: string;
  problems: string[];
  /** What happened, and how often. */
  counts: Record<string, number>;
  visibleMs: number;
  requests: number;
  failure?: FailureName;
  /** From when the failure could be seen until it was noticed, in ms of visible time. */
  noticedAfterMs?: number;
  /** From when all was well again until nothing was said any more, in ms. */
  quietAfterMs?: number;
  sides?: string[];
}

/** Lives the day called `name`, and tells what became of it. */
export async function runDay(name: string, trace: (line: string) => void = () => undefined): Promise<Report> {
  const failure = failureOf(name);
  const day = new Day(name, await loadExtension(), failure, trace);
  try {
    await day.clock.tell(day.live());
  } catch (error) {
    day.judge.miss(`the day broke: ${error instanceof Error ? error.stack : error}`);
  }
  for (const tab of [...day.browser.tabs.values()]) tab.close();
  const { judge, counts, visibleMs, noticedAfterMs, quietAfterMs } = day;
  const { problems, requests, sides } = judge;
  const told = { name, problems, counts, visibleMs, requests };
  if (failure === null) return told;
  return {
    ...told,
    failure,
    sides,
    ...(noticedAfterMs === undefined ? {} : { noticedAfterMs }),
    ...(quietAfterMs === undefined ? {} : { quietAfterMs }),
  };
}

/** `failing-<seed>-<number>`: each kind of failure in its turn. */
function failureOf(name: string): FailureName | null {
  const [kind, , number] = name.split('-');
  if (kind !== 'failing') return null;
  const names = Object.keys(FAILURES) as FailureName[];
  return names[Number(number) % names.length] ?? null;
}
