import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from '../../tests/lab/browsers/index.ts';
import { readManifest } from '../../tests/lab/browsers/manifest.ts';
import { realSeconds } from '../../tests/lab/replays/clock.ts';
import type { Replay, Step } from '../../tests/lab/replays/index.ts';
import type { Lab } from '../../tests/lab/server.ts';
import type { Narrator } from './narrate.ts';
import { act, settled } from './person.ts';
import { takePictures } from './pictures.ts';
import { Requests, tellRequests } from './requests.ts';
import { summarise } from './summary.ts';
import { Watch } from './watch.ts';

/** What a replay is played on. */
export interface Stage {
  root: string;
  session: Session;
  lab: Lab;
  narrator: Narrator;
  visible: boolean;
  /** Resolves when the browser is gone. */
  closed: Promise<void>;
}

/** The first page has this long to show its chats, in ms. */
const BOOT_MS = 30_000;

/** Plays a day from its first step to its last, and tells it. Resolves with whether all was as expected. */
export async function play(stage: Stage, replay: Replay): Promise<boolean> {
  const { root, session, lab, narrator, visible, closed } = stage;
  mkdirSync(join(root, 'out'), { recursive: true });
  const requests = new Requests(lab, (group, agoMs) =>
    narrator.line('asked', tellRequests(group), narrator.seconds - agoMs / 1000),
  );
  const page = (await session.browser.pages())[0] ?? (await session.newPage());
  await session.gotoWhatsApp(page);
  await page.waitForSelector('#pane-side', { timeout: BOOT_MS });
  const popup = await session.openExtensionPage(popupPath(root, session.kind), { background: true });
  await page.bringToFront();

  narrator.begin();
  const watch = new Watch(narrator, () => requests.all.length);
  let next = 0;
  const watching = watch.run(page, popup, () => narrator.quiet(next - narrator.seconds));
  const pictures: string[] = [];
  const picture = async (name: string): Promise<void> => {
    // A window is for looking at; taking the popup's picture would put another tab in front.
    if (visible) return;
    const prefix = join('out', `${replay.id}-${session.kind}-${name}`);
    await watch.pausedFor(async () => {
      pictures.push(...(await takePictures(session, { root, prefix, page, popup })));
    });
    narrator.line('picture', `${prefix}-page.png, ${prefix}-popup.png`);
  };
  const played = (async () => {
    for (const step of replay.steps) {
      next = step.inSeconds;
      await wait(step.inSeconds - narrator.seconds);
      await take(stage, replay, step, page, popup);
      if (step.picture !== undefined) {
        await settled(popup);
        await picture(step.picture);
      }
    }
  })();
  const whole = await Promise.race([played.then(() => true), closed.then(() => false)]);
  watch.stop();
  await Promise.race([watching, closed]);
  requests.stop();
  await narrator.done();
  if (!whole) {
    console.log('\nThe browser was closed before the replay was over.');
    return visible;
  }
  return summarise({
    kind: session.kind,
    narrator,
    replay,
    requests: requests.all,
    history: watch.history,
    pictures,
  });
}

async function take(
  { session, lab, narrator }: Stage,
  replay: Replay,
  step: Step,
  page: Page,
  popup: Page,
): Promise<void> {
  if (step.person === undefined) narrator.world(step);
  else narrator.line('person', step.says);
  if (step.world !== undefined) lab.setWorld(step.world);
  if (step.metaSince !== undefined) {
    // The extension's clock is the real one: Meta's report is dated to the moment it was that time here.
    const since = new Date(narrator.momentOf(realSeconds(replay.steps, step.metaSince))).toISOString();
    lab.setWorld({ metaStatus: { since } });
  }
  if (step.person !== undefined) await act(step.person, session, page, popup);
}

function popupPath(root: string, kind: string): string {
  const path = readManifest(join(root, 'dist', kind)).action?.default_popup;
  if (path === undefined) throw new Error('the extension has no popup');
  return path;
}

function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, seconds * 1000)));
}
