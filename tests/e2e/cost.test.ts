/** What the script in a healthy page costs, in counts: those do not depend on the machine. Times: `npm run bench:page`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { traceInChromium } from '../../scripts/bench-page/chromium-trace.ts';
import { daysInChromium } from '../../scripts/bench-page/day.ts';
import { pageNamed } from '../../scripts/bench-page/pages.ts';
import { startLab } from '../lab/server.ts';
import { countsIn, type Metered, meteredBuild } from './meter.ts';
import { BROWSERS, buildOf, eventually, openScene } from './scene.ts';
import { slow } from './slow.ts';

/** Between two looks at healthy chats, in ms; a timer may fire a moment early. */
const APART_MS = 15_000 - 50;
/** Until the script has seen the chats: it looks every second while they are not there. */
const SEEN_MS = 1_500;

describe.each(BROWSERS)('%s', (kind) => {
  let build: Metered;
  beforeAll(() => {
    build = meteredBuild(buildOf(kind));
  });
  afterAll(() => build.remove());

  slow(
    'the page has its chats: a look every 15 s, none while hidden, nothing watched, changed or laid out',
    async () => {
      await using scene = await openScene({
        kind,
        extensionDir: build.dir,
        world: pageNamed('bare', 0).world,
      });
      const { page, session } = scene;
      await page.waitForSelector('#pane-side');
      const chatsAt = await page.evaluate(() => performance.now());
      const calm = async () => (await countsIn(page)).looks.filter(({ at }) => at > chatsAt + SEEN_MS);
      await eventually(calm, (looks) => looks.length >= 2, 40_000);
      for (const [index, { at }] of (await calm()).entries()) {
        const before = (await calm())[index - 1];
        if (before) expect(at - before.at).toBeGreaterThanOrEqual(APART_MS);
      }
      const counts = await countsIn(page);
      expect(counts).toMatchObject({ armed: true, watchers: 0, changes: 0, layouts: 0 });
      // Before the very first script of the document.
      expect(await page.evaluate(() => (globalThis as unknown as { bench: object }).bench)).toMatchObject({
        ourMarks: 1,
      });

      const other = await session.newPage();
      await other.bringToFront();
      await eventually(() => page.evaluate(() => document.hidden), Boolean, 5_000);
      const hiddenAt = await page.evaluate(() => performance.now());
      const passed = () => page.evaluate(() => performance.now());
      await eventually(passed, (now) => now > hiddenAt + 20_000, 30_000);
      const { looks } = await countsIn(page);
      expect(looks.filter(({ at }) => at > hiddenAt)).toEqual([]);
      // The moment it was hidden is a look of its own.
      expect(looks.filter(({ hidden }) => hidden).length).toBeLessThanOrEqual(1);
    },
  );
});

describe('chrome, by its own notes', () => {
  test('no layout and no style recalculation comes from our script, and its first line comes first', async () => {
    const lab = await startLab();
    try {
      const ours = await traceInChromium(lab, pageNamed('bare', 0), buildOf('chrome'), 1);
      expect(ours).toMatchObject({ layouts: 0, isFirst: true });
      // It was noticed at all: its start, and looks at the chats.
      expect(ours.runs).toBeGreaterThanOrEqual(3);
      expect(ours.timersMs.filter((ms) => ms >= 15_000).length).toBeGreaterThanOrEqual(1);
    } finally {
      await lab.close();
    }
  });

  test('a day of looks leaves at most 64 kB behind, what the engine compiles apart, and the next one nothing', async () => {
    const lab = await startLab();
    try {
      const { first, second, timers } = await daysInChromium(lab, buildOf('chrome'));
      expect(timers).toBeGreaterThan(5_700);
      expect(first.allKb - first.codeKb).toBeLessThanOrEqual(64);
      expect(second.allKb).toBeLessThanOrEqual(16);
    } finally {
      await lab.close();
    }
  });
});
