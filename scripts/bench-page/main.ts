import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserKind, openBrowser } from '../../tests/lab/browsers/index.ts';
import { type Lab, startLab } from '../../tests/lab/server.ts';
import { leaveNothingBehind } from '../start/tidy.ts';
import { type HowMuch, measureChromium } from './chromium.ts';
import { measureFirefox } from './firefox.ts';
import { gatesOf } from './gates.ts';
import { tellChromium, tellFirefox, tellGates, tellRun } from './report.ts';
import { weighSentinel } from './weigh.ts';

/** What `bench-page.mjs` read. */
export interface Bench {
  root: string;
  kinds: BrowserKind[];
  pairs: number;
  seconds: number;
}

/** Measures, prints the Markdown block, and returns the exit code. */
export async function benchPage({ root, kinds, pairs, seconds }: Bench): Promise<number> {
  leaveNothingBehind();
  // Copies: whoever builds meanwhile changes nothing here.
  const builds = mkdtempSync(join(tmpdir(), 'builds-'));
  for (const kind of kinds) cpSync(join(root, 'dist', kind), join(builds, kind), { recursive: true });
  const began = Date.now();
  const progress = (text: string): void => {
    console.log(`${Math.round((Date.now() - began) / 1000)} s: ${text}`);
  };
  const how: HowMuch = { pairs, seconds, progress };
  const lab = await startLab();
  try {
    const parts = [tellRun(pairs, seconds, weighSentinel(join(builds, kinds[0] ?? 'chrome')))];
    let passed = true;
    for (const kind of kinds) {
      const version = await versionOf(kind, lab);
      const build = join(builds, kind);
      if (kind === 'firefox') parts.push(tellFirefox(version, await measureFirefox(lab, build, how)));
      else {
        const figures = await measureChromium(lab, build, how);
        const gates = gatesOf(figures);
        passed = gates.every(({ holds }) => holds);
        parts.push(tellChromium(version, figures), tellGates(gates));
      }
    }
    console.log(`\n${parts.join('\n\n')}`);
    return passed ? 0 : 1;
  } finally {
    await lab.close();
  }
}

/** `Chrome/156.0.8078.79` → `Chrome 156`. */
async function versionOf(kind: BrowserKind, lab: Lab): Promise<string> {
  const session = await openBrowser({ kind, lab });
  try {
    const [name = '', version = ''] = (await session.browser.version()).split('/');
    return `${name.replace(/^./, (first) => first.toUpperCase())} ${version.split('.')[0]}, headless`;
  } finally {
    await session.close();
  }
}
