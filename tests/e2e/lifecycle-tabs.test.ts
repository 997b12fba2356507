/** Several tabs and windows, private ones, web-app windows, discarded and restored tabs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { openBrowser, type Session } from '../lab/browsers/index.ts';
import { startLab } from '../lab/server.ts';
import {
  banners,
  bannersBecome,
  keepDiary,
  MENDED,
  NO_SERVICE,
  NOTICED_MS,
  OVER_MS,
  quietens,
  remembered,
  ringAlarm,
  troubles,
} from './life.ts';
import { BROWSERS, buildOf, eventually, openScene } from './scene.ts';
import { META_GONE } from './worlds.ts';

const WHATSAPP = 'https://web.whatsapp.com/';

/** Chats everywhere, on a host whose 503 makes any trouble in a page an answer at once. */
const CHATS = { whatsapp: { page: 'main', statusJson: 503 } } as const;

describe.each(BROWSERS)('%s', (kind) => {
  test('two windows: the banner is where the trouble is, and each recovers by itself', async () => {
    await using scene = await openScene({ kind, world: CHATS });
    const { session, page } = scene;
    const other = await openWindow(session);
    await Promise.all([page, other].map((one) => one.waitForSelector('#pane-side')));

    await breakPage(other);
    await bannersBecome(other, 1, NOTICED_MS);
    expect(await banners(page)).toBe(0);
    expect(Object.keys(await troubles(session))).toHaveLength(1);

    await breakPage(page);
    await bannersBecome(page, 1, NOTICED_MS);
    expect(await banners(other)).toBe(1);

    await mendPage(other);
    await bannersBecome(other, 0, OVER_MS);
    expect(Object.values(await troubles(session))).toEqual(['service-unavailable']);
    expect(await banners(page)).toBe(1);

    await mendPage(page);
    await bannersBecome(page, 0, OVER_MS);
    await quietens(session);
  });

  test('a closed tab takes its trouble with it, also while the background sleeps', async () => {
    await using scene = await openScene({ kind, world: META_GONE });
    await scene.until(({ verdict, state }) => verdict === 'global' && state === 'settled', 40_000);
    const second = await scene.session.newPage();
    await scene.session.gotoWhatsApp(second);
    await eventually(
      () => troubles(scene.session),
      (known) => Object.keys(known).length === 2,
      10_000,
    );
    await second.close();
    await eventually(
      () => troubles(scene.session),
      (known) => Object.keys(known).length === 1,
      5_000,
    );
    await (await scene.popup()).close();
    await scene.session.stopBackground();
    await scene.page.close();
    // Firefox does not wake us for it.
    if (kind === 'firefox') await ringAlarm(scene.session);
    await quietens(scene.session);
    expect((await scene.session.badge()).text).toBe('');
  });

  test('without trouble, a closed tab wakes nobody', async () => {
    await using scene = await openScene({ kind, world: META_GONE });
    const { session } = scene;
    await scene.until(({ verdict, state }) => verdict === 'global' && state === 'settled', 40_000);
    const others = [await session.newPage(), await session.newPage(), await scene.popup()];
    await scene.page.close();
    await quietens(session);
    await session.stopBackground();
    for (const other of others) {
      await other.close();
      for (let look = 0; look < 10; look++) {
        expect(await session.isBackgroundRunning()).toBe(false);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  });

  test('a private window: watched as any other, nothing on disk, and gone with it', async () => {
    await using scene = await openScene({ kind, world: NO_SERVICE, stay: true });
    const { session } = scene;
    await session.extension.allowInPrivate();
    const page = await session.openPrivate(WHATSAPP);
    await bannersBecome(page, 1, NOTICED_MS);
    const during = await remembered(session);
    expect(during.session.situation?.incident).not.toBeNull();
    expect(during.local).toEqual({});
    await page.close();
    await quietens(session);
    const after = await remembered(session);
    expect(after.local).toEqual({});
    // Which hosts we asked in the last hour stays, in memory: else a new window would be a new budget.
    const asked = after.session.asked ?? [];
    expect(asked).not.toEqual([]);
    const kept = new Set(asked.flatMap((one) => Object.keys(one)));
    expect([...kept].toSorted()).toEqual(['at', 'bytes', 'ended', 'host', 'purpose']);
    expect((await session.badge()).text).toBe('');
  });

  test('not allowed in private windows: nothing is seen there', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { document: 503 } }, stay: true });
    const { session } = scene;
    // What Chromium's own protocol opens is as private as a window of it.
    if (kind === 'chrome')
      await session.gotoWhatsApp(await (await session.browser.createBrowserContext()).newPage());
    else await session.openPrivate(WHATSAPP);
    await session.gotoWhatsApp(scene.page);
    await eventually(
      () => troubles(session),
      (known) => Object.keys(known).length > 0,
      10_000,
    );
    expect(Object.values(await troubles(session))).toEqual(['server-error']);
  });

  test('a tab discarded in trouble is forgotten, and judged anew when it comes back', async () => {
    await using scene = await openScene({ kind, world: NO_SERVICE });
    const { session } = scene;
    await bannersBecome(scene.page, 1, NOTICED_MS);
    const front = await session.newPage();
    await front.bringToFront();
    await session.inExtension(discardWhatsApp);
    // At the next look; a closed tab would be missed at once, a discarded one tells nobody.
    await ringAlarm(session);
    await quietens(session);
    const back = await restoreWhatsApp(session);
    await bannersBecome(back, 1, NOTICED_MS);
    scene.lab.setWorld(MENDED);
    await bannersBecome(back, 0, OVER_MS);
    await quietens(session);
  });
});

// A Firefox that is driven from outside does not restore its session; there a restored tab is a discarded one.
test('chrome: a tab restored with the session is watched', async () => {
  const lab = await startLab({ world: NO_SERVICE });
  const userDataDir = await mkdtemp(join(tmpdir(), 'lab-profile-'));
  const kind = 'chrome' as const;
  const options = { kind, lab, userDataDir, args: ['--restore-last-session'] };
  try {
    const before = await openBrowser(options);
    await before.newPage(WHATSAPP);
    await before.close();
    const session = await openBrowser(options);
    const restored = await pageOn(session);
    await session.extension.install(buildOf('chrome'));
    await restored.bringToFront();
    await bannersBecome(restored, 1, NOTICED_MS);
    await session.close();
  } finally {
    await lab.close();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});

// Firefox makes no web-app windows on this platform.
test('chrome: a web-app window is watched, has its banner and its badge', async () => {
  await using scene = await openScene({
    kind: 'chrome',
    world: NO_SERVICE,
    stay: true,
    args: [`--app=${WHATSAPP}`],
  });
  const [app] = (await scene.session.browser.pages()) as [Page];
  // The driver, when it attaches in the middle of it, loses the load that the window began with.
  if (app.url() !== WHATSAPP) await app.goto(WHATSAPP);
  expect(await app.evaluate(() => matchMedia('(display-mode: standalone)').matches)).toBe(true);
  // First in a page that may be older than the extension, then in one loaded under it.
  await bannersBecome(app, 1, NOTICED_MS);
  await app.reload({ waitUntil: 'load' });
  const diary = await keepDiary(app);
  await bannersBecome(app, 1, NOTICED_MS);
  expect((await scene.session.badge()).text).toBe('all');
  scene.lab.setWorld(MENDED);
  await bannersBecome(app, 0, OVER_MS);
  expect(await diary.most()).toBe(1);
  expect((await scene.session.badge()).text).toBe('');
});

/** A second window on WhatsApp Web. */
async function openWindow(session: Session): Promise<Page> {
  const before = await session.browser.pages();
  await session.inExtension(async (url) => {
    type Api = { windows: { create(what: object): Promise<unknown> } };
    await (globalThis as unknown as { chrome: Api }).chrome.windows.create({ url });
  }, WHATSAPP);
  return pageOn(session, before);
}

/** The page that is on WhatsApp Web, as soon as there is one. */
async function pageOn(session: Session, others: Page[] = []): Promise<Page> {
  const find = async () =>
    (await session.browser.pages()).find((page) => !others.includes(page) && page.url() === WHATSAPP);
  return (await eventually(find, (page) => page !== undefined, 20_000)) as Page;
}

/** WhatsApp's "service unavailable" in this page alone: a cover with a title, a text and no button. */
async function breakPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const wrapper = document.querySelector('.app-wrapper-web') as HTMLElement;
    (globalThis as unknown as { kept: Node[] }).kept = [...wrapper.childNodes];
    const cover = document.createElement('div');
    cover.dataset.animateModalBody = 'true';
    cover.append(document.createElement('h1'), document.createElement('div'));
    wrapper.replaceChildren(cover);
    // Looked at once: a healthy page is looked at every fifteen seconds.
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

async function mendPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { kept } = globalThis as unknown as { kept: Node[] };
    document.querySelector('.app-wrapper-web')?.replaceChildren(...kept);
  });
}

interface TabsApi {
  tabs: {
    query(what: object): Promise<{ id: number; discarded: boolean }[]>;
    discard(id: number): Promise<unknown>;
    update(id: number, what: object): Promise<unknown>;
  };
}

/** Runs in the extension. */
async function discardWhatsApp(): Promise<void> {
  const { tabs } = (globalThis as unknown as { chrome: TabsApi }).chrome;
  for (const { id } of await tabs.query({ url: 'https://web.whatsapp.com/*' })) await tabs.discard(id);
}

/** Goes to the discarded tab, which loads it again. */
async function restoreWhatsApp(session: Session): Promise<Page> {
  await session.inExtension(async () => {
    const { tabs } = (globalThis as unknown as { chrome: TabsApi }).chrome;
    const [tab] = await tabs.query({ url: 'https://web.whatsapp.com/*' });
    if (tab) await tabs.update(tab.id, { active: true });
  });
  return pageOn(session);
}
