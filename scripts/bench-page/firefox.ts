import type { Lab } from '../../tests/lab/server.ts';
import type { HowMuch } from './chromium.ts';
import { type FirefoxCost, visitInFirefox } from './firefox-run.ts';
import { type PageName, pageNamed } from './pages.ts';
import { inPairs, type Pair } from './pairs.ts';

/** All that Firefox can be asked. */
export type FirefoxFigures = Record<'light' | 'busy', Pair<FirefoxCost>[]>;

export function measureFirefox(lab: Lab, extensionDir: string, how: HowMuch): Promise<FirefoxFigures> {
  const { seconds, pairs, progress } = how;
  return inPairs(['light', 'busy'], pairs, async (name: PageName, withIt) => {
    const cost = await visitInFirefox(lab, pageNamed(name, seconds), withIt ? extensionDir : null);
    progress(
      `Firefox, ${name} page, ${withIt ? 'with' : 'without'}: ${cost.cpuMs.toFixed(0)} ms of processor`,
    );
    return cost;
  });
}
