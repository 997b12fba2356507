/** Plays a story in one browser, with somebody looking on all the while. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { eventually, openScene, type Scene } from '../e2e/scene.ts';
import type { BrowserKind } from '../lab/browsers/index.ts';
import { readShape, SHAPES } from '../lab/page-shapes.ts';
import { PIN_EVENT } from '../lab/pages/live-world.ts';
import type { PageScreen } from '../lab/world.ts';
import { openEar } from './ear.ts';
import { atMost } from './gate.ts';
import { ELSEWHERE, type Moment, type Notice, type Stage, type Story } from './story.ts';

/** What became of a story, for the report. */
export interface Told {
  /** Seconds from `begins()` to the notice, and what was said then. */
  noticedAfter: number | null;
  verdict: string;
  /** The extension asked somebody. */
  asked: boolean;
}

/** A build to try instead of the one in `dist`, e.g. a copy while that is rewritten. */
const BUILDS = process.env.STORIES_DIST ?? join(import.meta.dirname, '../../dist');

/** How often somebody looks, in ms. */
const LOOK_MS = 400;

/** Opening a browser is work, telling a story is waiting: two at a time leave the others their time. */
const opening = atMost(2);

export async function play(story: Story, kind: BrowserKind): Promise<Told> {
  const { world = {}, options = {}, stay = false } = story;
  const extensionDir = join(BUILDS, kind);
  await using scene = await opening(() => openScene({ kind, extensionDir, ...options, world, stay }));
  const ear = await openEar(scene);
  const wanted: Notice | null = typeof story.expect === 'string' ? null : story.expect;
  const told: Told = { noticedAfter: null, verdict: '', asked: false };
  let began = Date.now();
  const seconds = () => (Date.now() - began) / 1000;

  /** One look, and what must hold at every look. */
  const look = async (): Promise<Moment> => {
    const moment = await ear.listen();
    told.asked ||= moment.asked.length > 0;
    if (moment.banner !== null || moment.badge !== '') told.noticedAfter ??= seconds();
    return moment;
  };
  const quiet = (moment: Moment) => {
    const { banner, badge, asked } = moment;
    const seen = story.expect === 'silent' ? { banner, badge, asked } : { banner, badge };
    const hush =
      story.expect === 'silent' ? { banner: null, badge: '', asked: [] } : { banner: null, badge: '' };
    expect(seen, `after ${seconds().toFixed(1)} s: ${JSON.stringify(moment)}`).toEqual(hush);
  };

  const isNow = (state: DocumentVisibilityState) =>
    eventually(
      () => scene.page.evaluate(() => document.visibilityState),
      (now) => now === state,
      10_000,
    );
  await isNow('visible');

  const stage: Stage = Object.assign(Object.create(scene) as Scene, {
    kind,
    begins: () => {
      began = Date.now();
    },
    watch: async (forSeconds: number) => {
      const end = Date.now() + forSeconds * 1000;
      do {
        const moment = await look();
        if (wanted === null) quiet(moment);
        else if (told.noticedAfter !== null && told.noticedAfter < wanted.within[0]) {
          expect.fail(`noticed after ${told.noticedAfter.toFixed(1)} s: ${JSON.stringify(moment)}`);
        }
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      } while (Date.now() < end);
    },
    noticed: async () => {
      if (wanted === null) throw new Error('this story expects no notice');
      const [earliest, latest] = wanted.within;
      const isTold = (moment: Moment) =>
        (wanted.banner === false ? moment.badge : moment.banner) !== null && moment.badge !== '';
      const moment = await eventually(look, isTold, latest * 1000 - (Date.now() - began));
      const at = told.noticedAfter ?? 0;
      expect(at, `noticed too early: ${JSON.stringify(moment)}`).toBeGreaterThanOrEqual(earliest);
      expect(moment.troubles).toContainEqual({ symptom: wanted.symptom, phase: 'notice' });
      expect(wanted.verdicts).toContain(moment.verdict);
      told.verdict = moment.verdict;
      // Silence elsewhere is worth something only if asking would have been heard here.
      expect(moment.asked).not.toEqual([]);
      if (wanted.banner !== false) return;
      await stage.watch(6);
      expect((await look()).banner).toBeNull();
    },
    over: async (withinSeconds: number) => {
      const isOver = ({ banner, badge, troubles }: Moment) =>
        banner === null && badge === '' && troubles.length === 0;
      await eventually(look, isOver, withinSeconds * 1000);
    },
    shows: async (selector: string, page = scene.page) => {
      const there = () => page.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
      await eventually(there, (found) => found, 60_000);
    },
    isAt: async (screen: PageScreen) => {
      const shape = () => scene.page.evaluate(readShape);
      await eventually(shape, (seen) => seen === SHAPES[screen], 60_000);
    },
    moment: look,
    pin: (page: Scene['page'], screen: string | undefined) =>
      page.evaluate(
        (name, detail) => void window.dispatchEvent(new CustomEvent(name, { detail })),
        PIN_EVENT,
        screen,
      ),
    inFront: async (url = ELSEWHERE) => {
      const page = await scene.session.newPage(url);
      await page.bringToFront();
      await isNow('hidden');
      return page;
    },
  });
  await story.run(stage);
  if (wanted === null) quiet(await look());
  else expect(told.noticedAfter, 'the story ended before anybody noticed').not.toBeNull();
  return told;
}
