/** From the outage to the all-clear: “tell me when it’s back”, whatever becomes of background, browser and computer meanwhile. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { choose } from '../../scripts/gallery/stage.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import type { Trouble } from '../../src/core/trouble.ts';
import { copyOfBuild } from './builds.ts';
import { type KeptBrowser, openKeptBrowser, require } from './kept-browser.ts';
import { bannersBecome, countAlarms, MENDED, NO_SERVICE, NOTICED_MS, ringUntil, troubles } from './life.ts';
import { BROWSERS, buildOf, eventually, openScene } from './scene.ts';
import { slow } from './slow.ts';

/** Longest time from chats being back until it is told, in ms: signs hold for 30 s, and an alarm takes 30 s to 42 s more. */
const TOLD_MS = 90_000;

/** WhatsApp fails in this tab, and that is noticed. */
async function outage({ lab }: KeptBrowser, page: Page): Promise<void> {
  lab.setWorld(NO_SERVICE);
  await bannersBecome(page, 1, NOTICED_MS);
}

/** Presses “Tell me when it’s back”, and in Firefox, where they are to be allowed, the control beside it. */
async function tellMe(kept: KeptBrowser, allow: boolean): Promise<void> {
  await kept.until(({ record }) => record?.overAt === null, 10_000);
  const popup = await kept.session.openPopup();
  await popup.bringToFront();
  await popup.waitForSelector('[data-action=tell-me-when-back]');
  await popup.click('[data-action=tell-me-when-back]');
  await kept.until(({ wishedAt }) => wishedAt > 0, 5_000);
  if (allow && kept.session.kind === 'firefox') {
    await popup.waitForSelector('[data-allow=notifications]');
    await popup.click('[data-allow=notifications]');
    await eventually(
      () => popup.$('[data-allow=notifications]'),
      (control) => control === null,
      5_000,
    );
  }
  await popup.close();
}

/** Until what is known of the trouble fits. */
const looksUntil = ({ session, trouble }: KeptBrowser, wanted: (trouble: Trouble) => boolean) =>
  ringUntil(session, trouble, wanted, TOLD_MS);

/** A click on the notification leads to WhatsApp Web, though its last tab was closed meanwhile. */
async function isOpenedBy({ session }: KeptBrowser, page: Page): Promise<void> {
  if (!session.clickNotification) return;
  await session.newPage();
  const tabs = async () => (await session.browser.pages()).filter((one) => one.url().startsWith(WHATSAPP));
  for (const tab of await tabs()) await tab.close();
  expect(page.isClosed()).toBe(true);
  await session.clickNotification();
  await eventually(tabs, ({ length }) => length === 1, 10_000);
}

const WHATSAPP = 'https://web.whatsapp.com/';

/** WhatsApp's server answers with an error: a page that no browser loads again by itself. */
const SERVER_FAILS = { whatsapp: { document: 503, statusJson: 503 } } as const;

describe.each(BROWSERS)('%s', (kind) => {
  test('told once after the background was stopped and the browser restarted; the record is right', async () => {
    await using kept = await openKeptBrowser(kind);
    await outage(kept, await kept.whatsApp());
    await tellMe(kept, true);
    await kept.session.stopBackground();
    await kept.restart();
    expect((await kept.trouble()).wishedAt).toBeGreaterThan(0);

    kept.lab.setWorld(MENDED);
    const page = await kept.whatsApp();
    await page.waitForSelector('#pane-side');
    const { record } = await kept.until((trouble) => Boolean(trouble.record?.toldAt), TOLD_MS);
    expect(await kept.session.notifications()).toHaveLength(1);
    expect((await kept.session.badge()).text).toBe('');
    expect(record).toMatchObject({ symptoms: ['service-unavailable'], again: 0 });
    expect(record?.turns.at(-1)).toMatchObject({ verdict: 'global', cause: 'whatsapp-only' });
    expect(record?.overAt).toBeGreaterThan(record?.beganAt ?? 0);
    await isOpenedBy(kept, page);
  });

  test('a start of the browser on which nobody waits leaves no alarm and asks nobody', async () => {
    await using kept = await openKeptBrowser(kind);
    await kept.restart();
    const page = await kept.whatsApp();
    await page.waitForSelector('#pane-side');
    await eventually(
      () => kept.session.inExtension(countAlarms),
      (alarms) => alarms === 0,
      10_000,
    );
    const hosts = new Set(kept.lab.requests.map(({ host }) => host));
    expect([...hosts].toSorted()).toEqual(['static.whatsapp.net', 'web.whatsapp.com']);
  });

  test('a failed tab is loaded again when WhatsApp answers, if so wished, and never over a draft', async () => {
    await using scene = await openScene({ kind, world: SERVER_FAILS, stay: true });
    const { session, page } = scene;
    await session.inExtension(choose, { settings: { ...DEFAULT_SETTINGS, reload: true } });
    const drafted = await session.newPage();
    for (const tab of [page, drafted]) await session.gotoWhatsApp(tab);
    await drafted.evaluate(() => {
      const field = document.createElement('textarea');
      field.value = 'See you at six';
      document.body.append(field);
    });
    await eventually(
      () => troubles(session),
      (tabs) => Object.keys(tabs).length === 2,
      20_000,
    );
    scene.lab.setWorld({ whatsapp: { document: 'healthy', statusJson: 'healthy', page: 'main' } });
    await ringUntil(
      session,
      () => troubles(session),
      (tabs) => Object.keys(tabs).length === 0,
      40_000,
    );
    await page.bringToFront();
    await page.waitForSelector('#pane-side');
    expect(await drafted.evaluate(() => document.querySelector('textarea')?.value)).toBe('See you at six');
  });

  slow(
    'two tabs, coming and going, and a sleep of three hours are one trouble and one notification',
    async () => {
      await using kept = await openKeptBrowser(kind);
      const other = await kept.whatsApp();
      const page = await kept.whatsApp();
      await outage(kept, page);
      await other.bringToFront();
      await bannersBecome(other, 1, NOTICED_MS);
      await tellMe(kept, true);

      // It is back for a moment, and not long enough to be told.
      kept.lab.setWorld(MENDED);
      await kept.until((trouble) => trouble.page > 0, 20_000);
      await page.bringToFront();
      await outage(kept, page);
      await kept.until(({ record }) => record?.again === 1, 10_000);
      expect(await kept.session.notifications()).toEqual([]);

      await kept.session.stopBackground();
      await kept.session.inExtension(sleepFor, 3 * 60 * 60_000);
      kept.lab.setWorld(MENDED);
      await looksUntil(kept, (trouble) => trouble.page > 0);
      // What came and went has to hold for two minutes.
      await kept.session.inExtension(sleepFor, 2 * 60_000);
      const { record } = await looksUntil(kept, (trouble) => Boolean(trouble.record?.toldAt));
      expect(await kept.session.notifications()).toHaveLength(1);
      expect((await kept.session.badge()).text).toBe('');
      expect(record?.again).toBe(1);
      expect((record?.overAt ?? 0) - (record?.beganAt ?? 0)).toBeGreaterThan(3 * 60 * 60_000);
    },
    300_000,
  );

  slow(
    'with no tab open: told that the site answers, and no more',
    async () => {
      await using kept = await openKeptBrowser(kind);
      const page = await kept.whatsApp();
      await outage(kept, page);
      await tellMe(kept, true);
      await page.close();
      kept.lab.setWorld(MENDED);
      const { host, record } = await looksUntil(kept, (trouble) => trouble.host > 0);
      expect(record?.toldAt).toBeNull();
      const told = await looksUntil(kept, (trouble) => Boolean(trouble.record?.toldAt));
      expect(told.record?.overAt).toBeNull();
      expect(told.record?.toldAt).toBeGreaterThan(host + 25_000);
      expect(await kept.session.notifications()).toHaveLength(1);
      await eventually(
        () => kept.session.badge(),
        ({ text }) => text === '',
        5_000,
      );
    },
    180_000,
  );

  slow('not allowed: the badge says it, then the popup', async () => {
    await using kept = await openKeptBrowser(kind, { mayNotify: false });
    const page = await kept.whatsApp();
    await outage(kept, page);
    await tellMe(kept, false);
    await page.bringToFront();
    kept.lab.setWorld(MENDED);
    const { record, badge } = await kept.until((trouble) => trouble.badge, TOLD_MS);
    expect(record?.toldAt).toBeNull();
    expect(badge).toBe(true);
    await eventually(
      () => kept.session.badge(),
      ({ text }) => text === 'back',
      5_000,
    );
    const popup = await kept.session.openPopup();
    await popup.waitForSelector('[data-back=back]');
    await eventually(
      () => kept.session.badge(),
      ({ text }) => text === '',
      5_000,
    );
  });
});

test('the copy for Chromium differs from the build in one permission and nothing else', async () => {
  await using copy = await copyOfBuild('chrome', require);
  const read = async (dir: string) => JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'));
  const [as, is] = await Promise.all([read(copy.dir), read(buildOf('chrome'))]);
  expect(as).toEqual({
    ...is,
    permissions: [...is.permissions, 'notifications'],
    optional_permissions: undefined,
  });
  expect(is.optional_permissions).toEqual(['notifications']);
});

/** Runs in the extension, whose background is stopped: what it remembers is so much longer ago. */
async function sleepFor(ms: number): Promise<void> {
  type Area = { get(key: null): Promise<object>; set(values: object): Promise<void> };
  const { chrome } = globalThis as unknown as { chrome: { storage: { session: Area; local: Area } } };
  const older = (value: unknown): unknown => {
    if (typeof value === 'number') return value > 1e12 ? value - ms : value;
    if (Array.isArray(value)) return value.map(older);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, older(part)]));
  };
  for (const area of [chrome.storage.session, chrome.storage.local]) {
    await area.set(older(await area.get(null)) as object);
  }
}
