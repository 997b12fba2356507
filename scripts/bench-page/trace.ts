/** Chromium's own trace of a visit, and which of it is ours: every event names the script it came from. */

/** The parts of a trace event used here. Times in µs. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { data?: Told; beginData?: Told };
}
interface Told {
  url?: string;
  timeout?: number;
  stackTrace?: { url?: string }[];
}

/** What our script did in the traced time. */
export interface Ours {
  /** How often it was run, and for how long at most and in all, in ms. */
  runs: number;
  longestMs: number;
  totalMs: number;
  /** Layouts, style recalculations, and the causes of either, with our script on the stack. */
  layouts: number;
  /** Delays of the timers it set, in ms. */
  timersMs: number[];
  /** Its first line ran before the page's own first script. */
  isFirst: boolean;
  /** Tasks over 50 ms that would not have been over 50 ms without it. */
  longTasks: number;
  /** Tasks over 50 ms on the page's main thread, whoever made them. */
  allLongTasks: number;
}

/** What has to be asked for so that `attribute` finds what it looks for. */
export const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.stack',
];

const LONG_US = 50_000;
const LAYOUT = ['Layout', 'UpdateLayoutTree', 'ScheduleStyleRecalculation', 'InvalidateLayout'];
const RUN = ['EvaluateScript', 'FunctionCall'];

/** Attributes a trace to the scripts whose address starts with `base`. */
export function attribute(events: readonly TraceEvent[], base: string): Ours {
  const isOurs = ({ args }: TraceEvent): boolean =>
    [args?.data, args?.beginData].some(
      (told) => told?.url?.startsWith(base) || told?.stackTrace?.some(({ url }) => url?.startsWith(base)),
    );
  const ours = events.filter(isOurs);
  const runs = outermost(ours.filter(({ name }) => RUN.includes(name)));
  const [first] = runs;
  const onOurThread = ({ pid, tid }: TraceEvent): boolean => pid === first?.pid && tid === first.tid;
  const thread = events.filter(onOurThread);
  const theirFirst = thread.find((event) => event.name === 'EvaluateScript' && isPages(event));
  const long = thread.filter(({ name, dur = 0 }) => name === 'RunTask' && dur > LONG_US);
  const share = (task: TraceEvent): number => sum(runs.filter((run) => isWithin(run, task)).map(durationOf));
  const durations = runs.map((run) => durationOf(run) / 1000);
  return {
    runs: runs.length,
    longestMs: Math.max(0, ...durations),
    totalMs: sum(durations),
    layouts: ours.filter(({ name }) => LAYOUT.includes(name)).length,
    timersMs: ours.filter(({ name }) => name === 'TimerInstall').map(({ args }) => args?.data?.timeout ?? 0),
    isFirst: first !== undefined && theirFirst !== undefined && first.ts < theirFirst.ts,
    longTasks: long.filter((task) => share(task) > 0 && durationOf(task) - share(task) <= LONG_US).length,
    allLongTasks: long.length,
  };
}

function isPages({ args }: TraceEvent): boolean {
  return args?.data?.url?.startsWith('https:') === true;
}

function durationOf({ dur = 0 }: TraceEvent): number {
  return dur;
}

/** Runs within runs are counted once. */
function outermost(runs: readonly TraceEvent[]): TraceEvent[] {
  const sorted = runs.toSorted((a, b) => a.ts - b.ts);
  return sorted.filter((run) => !sorted.some((other) => other !== run && isWithin(run, other)));
}

function isWithin(inner: TraceEvent, outer: TraceEvent): boolean {
  return inner.ts >= outer.ts && inner.ts + durationOf(inner) <= outer.ts + durationOf(outer);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
