/** Other ways to reach people: whom we ask about them, and what the popup then says. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type OwnPage, type Settings } from '../../src/core/settings.ts';
import type { Session } from '../lab/browsers/index.ts';
import type { WorldPatch } from '../lab/server.ts';
import { addPageTo, copyOfBuild } from './builds.ts';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';
import { META_GONE } from './worlds.ts';

const OWN: OwnPage = {
  url: 'https://status.example.com/api/v2/summary.json',
  format: 'statuspage',
  name: 'Our chat',
};
const FORM = join(import.meta.dirname, 'own-page-form/form.tsx');

/** The scene with what the person chose, before WhatsApp Web is opened. */
async function sceneWith(
  given: Parameters<typeof openScene>[0],
  chosen: Partial<Settings>,
  world: WorldPatch = META_GONE,
): Promise<Scene> {
  const scene = await openScene({ ...given, world, stay: true });
  await choose(scene.session, chosen);
  await scene.session.gotoWhatsApp(scene.page);
  return scene;
}

const choose = (session: Session, chosen: Partial<Settings>) =>
  session.inExtension(storeLocal, { settings: { ...DEFAULT_SETTINGS, ...chosen } });

describe.each(BROWSERS)('%s', (kind) => {
  test('in trouble: each way chosen is asked about, and nobody else; its own page’s word is shown', async () => {
    const chosen = { ways: ['messenger', 'discord', 'slack', 'telegram', 'sms'] };
    const world = { ...META_GONE, statusPages: { 'discordstatus.com': 'trouble' } } as const;
    await using scene = await sceneWith({ kind }, chosen, world);
    const says = await scene.until(
      ({ ways }) => ways.telegram === 'reachable' && ways.slack === 'reachable' && ways.discord === 'trouble',
      40_000,
    );
    // Shares WhatsApp's fate: not offered, not asked.
    expect(says.verdict).toBe('global');
    expect(Object.keys(says.ways).toSorted()).toEqual(['discord', 'slack', 'sms', 'telegram']);
    const popup = await scene.popup();
    expect(await popup.evaluate(textOf, 'discord')).toBe(
      'Discord reports trouble: Messages are failing (discordstatus.com)',
    );
    const about = (host: string) => scene.lab.requests.filter((one) => one.host === host);
    for (const host of ['discord.com', 'app.slack.com', 'web.telegram.org'])
      expect(about(host).map(({ method, path }) => [method, path])).toEqual([['HEAD', '/favicon.ico']]);
    for (const host of ['discordstatus.com', 'slack-status.com']) expect(about(host)).toHaveLength(1);
    for (const host of ['signal.org', 'status.signal.org', 'www.messenger.com'])
      expect(about(host)).toEqual([]);
    for (const { headers } of about('discordstatus.com')) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }

    // Opened again: what is in trouble stands last, from the first paint on, and nobody is asked again.
    const asked = scene.asked().length;
    const again = await scene.session.openPopup();
    await again.waitForSelector('[data-fallback-app="discord"][data-status="trouble"]');
    expect(await again.evaluate(order)).toEqual(['slack', 'telegram', 'sms', 'discord']);
    expect(scene.asked()).toHaveLength(asked);
  });

  test('what others send on a status page is read for what it is, or not at all', async () => {
    const world = {
      ...META_GONE,
      statusPages: {
        'discordstatus.com': 'html',
        'slack-status.com': 'garbage',
        'status.matrix.org': 'dead',
      },
      hosts: { 'web.telegram.org': 'dead' },
    } as const;
    await using scene = await sceneWith(
      { kind },
      { ways: ['discord', 'slack', 'element', 'telegram'] },
      world,
    );
    const popup = await scene.popup();
    // Telegram's try fails, which proves nothing.
    await popup.waitForSelector('[data-fallback-app="telegram"] small', { timeout: 40_000 });
    const { ways } = await scene.until(({ ways }) => ways.element === 'reachable', 20_000);
    expect(ways).toEqual({
      discord: 'reachable',
      slack: 'reachable',
      element: 'reachable',
      telegram: 'unknown',
    });
    expect(await popup.evaluate(textOf, 'telegram')).toBe('Telegram could not check');
  });

  test('in peace nobody is asked, whatever was chosen', async () => {
    const chosen = { ways: ['discord', 'slack', 'telegram'], pages: [OWN] };
    await using scene = await sceneWith({ kind }, chosen, {});
    await scene.page.waitForSelector('#pane-side');
    const popup = await scene.popup();
    await popup.waitForSelector('h1');
    // As long as it would take to load the part that asks, and to ask.
    const end = Date.now() + 3_000;
    while (Date.now() < end) {
      expect(scene.asked()).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect((await scene.says()).ways).toEqual({});
  });

  test('a page of their own: read while the permission is there', async () => {
    const allowed = `https://status.example.com/*`;
    await using copy = await copyOfBuild(kind, (manifest) => manifest.host_permissions.push(allowed));
    const world = { ...META_GONE, statusPages: { 'status.example.com': 'trouble' } } as const;
    const chosen = { ways: ['telegram'], pages: [OWN] };
    await using scene = await sceneWith({ kind, extensionDir: copy.dir }, chosen, world);
    await scene.until(({ ways }) => ways[OWN.url] === 'trouble', 40_000);
    const popup = await scene.popup();
    expect(await popup.evaluate(textOf, OWN.url)).toBe(
      'Our chat reports trouble: Messages are failing (status.example.com)',
    );
  });

  test('a page of their own: one clear line when the permission is gone, and nobody is asked', async () => {
    await using scene = await sceneWith({ kind }, { ways: ['telegram'], pages: [OWN] });
    const popup = await scene.popup();
    await popup.waitForSelector(`[data-fallback-app="${OWN.url}"] small`, { timeout: 40_000 });
    expect(await popup.evaluate(textOf, OWN.url)).toContain('you took the permission back');
    expect((await scene.says()).ways[OWN.url]).toBe('unknown');
    expect(scene.asked()).not.toContain('status.example.com');
  });

  test('adding a page: refused with a reason, found, kept, and taken away again', async () => {
    // A question for a permission stays open in a headless Chromium: there the build has it from the beginning.
    await using copy = await copyOfBuild(kind, (manifest) => {
      if (kind === 'chrome') manifest.host_permissions.push('https://feed.example.com/*');
    });
    await addPageTo(copy, 'form', FORM);
    await using scene = await openScene({ kind, stay: true, extensionDir: copy.dir });
    const form = await scene.session.openExtensionPage('form.html');
    await form.bringToFront();

    for (const [typed, said] of [
      ['https://192.168.1.1/', 'number of a computer'],
      ['http://feed.example.com', 'begin with https'],
      ['https://wiki.internal/', 'inside your own network'],
    ]) {
      await add(form, typed as string);
      await form.waitForFunction(says, {}, said);
    }
    expect(scene.lab.requests).toEqual([]);
    expect(await scene.session.inExtension(isAllowed, 'https://192.168.1.1/*')).toBe(false);

    await add(form, 'feed.example.com');
    await form.waitForFunction(says, { timeout: 20_000 }, 'was added');
    const url = 'https://feed.example.com/history.atom';
    const kept = { url, format: 'feed', name: 'Example Status - Incident History' };
    expect(await scene.session.inExtension(readPages)).toEqual([kept]);
    expect(scene.asked().length).toBeLessThanOrEqual(5);
    expect(new Set(scene.asked())).toEqual(new Set(['feed.example.com']));
    expect(await scene.session.inExtension(isAllowed, 'https://feed.example.com/*')).toBe(true);

    await form.click(`[data-page="${url}"] [data-action="remove-page"]`);
    await form.waitForFunction(says, {}, 'was removed');
    await eventually(
      () => scene.session.inExtension(readPages),
      (pages) => pages.length === 0,
      5_000,
    );
    // Chromium does not give back what the build requires.
    if (kind === 'firefox')
      expect(await scene.session.inExtension(isAllowed, 'https://feed.example.com/*')).toBe(false);
  });
});

test('Chromium: while its question is open, nobody is asked and nothing is kept', async () => {
  await using copy = await copyOfBuild('chrome');
  await addPageTo(copy, 'form', FORM);
  await using scene = await openScene({ kind: 'chrome', stay: true, extensionDir: copy.dir });
  const form = await scene.session.openExtensionPage('form.html');
  await form.bringToFront();
  await add(form, 'https://status.example.com');
  await form.waitForFunction(says, {}, 'Looking');
  expect(scene.lab.requests).toEqual([]);
  expect(await scene.session.inExtension(readPages)).toEqual([]);
});

/** Types an address and clicks, as a person does: browsers ask for permissions only then. */
async function add(form: Page, address: string): Promise<void> {
  await form.waitForSelector('input');
  await form.evaluate(() => {
    (document.querySelector('input') as HTMLInputElement).value = '';
  });
  await form.type('input', address);
  await form.click('[data-action="add-page"]');
}

interface Api {
  storage: {
    local: {
      set(items: object): Promise<void>;
      get(key: string): Promise<{ settings?: { pages: { url: string }[] } }>;
    };
  };
  permissions: { contains(what: object): Promise<boolean> };
}

/** Runs in the extension. */
async function storeLocal(items: object): Promise<void> {
  await (globalThis as unknown as { chrome: Api }).chrome.storage.local.set(items);
}

/** Runs in the extension. */
async function readPages(): Promise<{ url: string }[]> {
  const { chrome } = globalThis as unknown as { chrome: Api };
  return (await chrome.storage.local.get('settings')).settings?.pages ?? [];
}

/** Runs in the extension. */
async function isAllowed(origin: string): Promise<boolean> {
  return (globalThis as unknown as { chrome: Api }).chrome.permissions.contains({ origins: [origin] });
}

/** Runs in the form. */
function says(text?: string): boolean {
  return (document.querySelector('[role="status"]')?.textContent ?? '').includes(text ?? '');
}

/** Runs in the popup. */
function textOf(id: string): string {
  const row = document.querySelector(`[data-fallback-app="${id}"]`);
  return [...(row?.children ?? [])].map((child) => child.textContent).join(' ');
}

/** Runs in the popup. */
function order(): (string | null)[] {
  return [...document.querySelectorAll('[data-fallback-app]')].map((node) =>
    node.getAttribute('data-fallback-app'),
  );
}
