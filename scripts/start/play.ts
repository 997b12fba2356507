import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../../tests/lab/browsers/index.ts';
import { readManifest } from '../../tests/lab/browsers/manifest.ts';
import type { Replay } from '../../tests/lab/replays/index.ts';
import { Requests, tellRequests } from '../../tests/lab/replays/requests.ts';
import type { Lab } from '../../tests/lab/server.ts';
import type { Narrator } from './narrate.ts';
import { Steps, type Tabs } from './steps.ts';
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
  const { session, lab, narrator, visible, closed } = stage;
  mkdirSync(join(stage.root, 'out'), { recursive: true });
  const requests = new Requests(lab, (group, agoMs) =>
    narrator.line('asked', tellRequests(group), narrator.seconds - agoMs / 1000),
  );
  const tabs = await openTabs(stage);
  narrator.begin();
  const watch = new Watch(narrator, () => requests.all.length);
  const steps = new Steps(stage, replay, tabs, watch);
  const watching = watch.run(tabs.page, tabs.popup, () => narrator.quiet(steps.secondsToNext));
  const whole = await Promise.race([playedOut(steps, session), closed.then(() => false)]);
  watch.stop();
  await Promise.race([watching, closed]);
  requests.stop();
  await narrator.done();
  if (whole) {
    return summarise({
      stage,
      replay,
      requests: requests.all,
      history: watch.history,
      pictures: steps.pictures,
    });
  }
  console.log('\nThe browser was closed before the replay was over.');
  return visible;
}

/** WhatsApp's tab in front, with its chats, and the popup's page in a tab behind it. */
async function openTabs({ root, session }: Stage): Promise<Tabs> {
  const popupPath = readManifest(join(root, 'dist', session.kind)).action?.default_popup;
  if (popupPath === undefined) throw new Error('the extension has no popup');
  const page = (await session.browser.pages())[0] ?? (await session.newPage());
  await session.gotoWhatsApp(page);
  await page.waitForSelector('#pane-side', { timeout: BOOT_MS });
  const popup = await session.openExtensionPage(popupPath, { background: true });
  await page.bringToFront();
  return { page, popup };
}

/** Resolves true at the end, and false when the browser went away, which fails whatever is under way in it. */
async function playedOut(steps: Steps, session: Session): Promise<boolean> {
  try {
    await steps.play();
    return true;
  } catch (error) {
    if (session.browser.connected) throw error;
    return false;
  }
}
