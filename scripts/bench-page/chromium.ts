import type { Lab } from '../../tests/lab/server.ts';
import { type ChromiumCost, visitInChromium } from './chromium-run.ts';
import { traceInChromium } from './chromium-trace.ts';
import { writeControl } from './control.ts';
import { type Days, daysInChromium } from './day.ts';
import { type PageName, pageNamed } from './pages.ts';
import { inPairs, type Pair } from './pairs.ts';
import type { Ours } from './trace.ts';

/** All that is measured in Chromium. */
export interface ChromiumFigures {
  pairs: Record<PageName, Pair<ChromiumCost>[]>;
  /** The busy page, with a script that watches every change in place of ours. */
  control: Pair<ChromiumCost>[];
  traces: { page: PageName; throttle: number; ours: Ours }[];
  /** The heap over two days, with and without the extension. */
  days: Pair<Days>;
}

/** How to measure. */
export interface HowMuch {
  pairs: number;
  seconds: number;
  /** Hears what was done, in a few words. */
  progress(text: string): void;
}

/** A script that watches every change is so much dearer that few pairs show it. */
const CONTROL_PAIRS = 2;
/** A trace of a minute of churning would be hundreds of megabytes. */
const TRACED_SECONDS = 20;
/** About a phone's processor; ours is slowed down for it. */
const SLOW = 4;

export async function measureChromium(
  lab: Lab,
  extensionDir: string,
  how: HowMuch,
): Promise<ChromiumFigures> {
  const { seconds, progress } = how;
  const visitor = (dir: string) => async (name: PageName, withIt: boolean) => {
    const cost = await visitInChromium(lab, pageNamed(name, seconds), withIt ? dir : null);
    progress(
      `Chromium, ${name} page, ${withIt ? 'with' : 'without'}: ${cost.scriptMs.toFixed(1)} ms of script`,
    );
    return cost;
  };
  const pairs = await inPairs(['light', 'busy', 'bare'], how.pairs, visitor(extensionDir));
  progress('Chromium, a script that watches every change instead of ours');
  const control = await inPairs(['busy'], CONTROL_PAIRS, visitor(writeControl()));
  const traces: ChromiumFigures['traces'] = [];
  for (const [page, throttle] of [
    ['light', 1],
    ['busy', 1],
    ['light', SLOW],
  ] as const) {
    progress(`Chromium, trace of the ${page} page${throttle === 1 ? '' : ', slowed down'}`);
    const at = pageNamed(page, Math.min(seconds, TRACED_SECONDS));
    traces.push({ page, throttle, ours: await traceInChromium(lab, at, extensionDir, throttle) });
  }
  progress('Chromium, two days by a virtual clock');
  const days = [await daysInChromium(lab, extensionDir), await daysInChromium(lab, null)] as const;
  return { pairs, control: control.busy, traces, days };
}
