import type { ChromiumFigures } from './chromium.ts';
import type { ChromiumCost } from './chromium-run.ts';
import type { Pair } from './pairs.ts';
import { type Estimate, ratioOf } from './statistics.ts';

/** Something that must hold. */
export interface Gate {
  says: string;
  seen: string;
  holds: boolean;
}

/** What may stay in the page's heap after a day, in kB of 1,024 bytes. */
const DAY_KB = 64;

/** The gates, on figures that a busy machine does not change: counts, and a ratio within its interval. */
export function gatesOf({ pairs, control, traces, days }: ChromiumFigures): Gate[] {
  const script = (of: Pair<ChromiumCost>[]): Estimate =>
    ratioOf(of.map(([withIt, without]) => [withIt.scriptMs, without.scriptMs]));
  const unslowed = traces.filter(({ throttle }) => throttle === 1).map(({ ours }) => ours);
  const total = (count: (ours: (typeof unslowed)[number]) => number): number =>
    unslowed.reduce((sum, ours) => sum + count(ours), 0);
  const [{ first, second }] = days;
  const grown = first.allKb - first.codeKb;
  const watching = script(control);
  return [
    ...(['light', 'busy'] as const).map((page) => {
      const ratio = script(pairs[page]);
      return {
        says: `script time on the ${page} page: the interval covers ×1.00`,
        seen: tellRatio(ratio),
        holds: coversOne(ratio),
      };
    }),
    {
      says: 'long tasks of ours: 0',
      seen: String(total(({ longTasks }) => longTasks)),
      holds: total(({ longTasks }) => longTasks) === 0,
    },
    {
      says: 'layouts and style recalculations of ours: 0',
      seen: String(total(({ layouts }) => layouts)),
      holds: total(({ layouts }) => layouts) === 0,
    },
    {
      says: 'our first line runs before the page’s own first script',
      seen: unslowed.every(({ isFirst }) => isFirst) ? 'yes' : 'no',
      holds: unslowed.every(({ isFirst }) => isFirst),
    },
    {
      says: `heap growth over the first day, compiled code apart: at most ${DAY_KB} kB`,
      seen: `${grown.toFixed(1)} kB`,
      holds: grown <= DAY_KB,
    },
    {
      says: `heap growth over the second day, all of it: at most ${DAY_KB} kB`,
      seen: `${second.allKb.toFixed(1)} kB`,
      holds: second.allKb <= DAY_KB,
    },
    {
      says: 'a script that does watch every change is found out',
      seen: tellRatio(watching),
      holds: watching.low > 1.005,
    },
  ];
}

/** To two decimals: a start of a few ms is there, and measurable against any page if one measures long enough. */
export function coversOne({ low, high }: Estimate): boolean {
  return low < 1.005 && high >= 0.995;
}

export function tellRatio({ value, low, high }: Estimate): string {
  return `×${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}
