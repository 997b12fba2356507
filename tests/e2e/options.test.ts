/** The settings: each task by the keyboard alone, kept at once, followed by every page; and a wrong file changes nothing. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeProblems } from '../../scripts/gallery/axe.ts';
import { choose, openOwnPage, openPopup, show, store, unchoose } from '../../scripts/gallery/stage.ts';
import { stateNamed } from '../../scripts/gallery/states.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { quiet } from '../../src/core/situation.ts';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';

describe.each(BROWSERS)('%s', (kind) => {
  let scene: Scene;
  let options: Page;
  beforeAll(async () => {
    scene = await openScene({ kind, stay: true });
    options = await openOwnPage(scene.session, 'options', 'light');
    await options.setViewport({ width: 900, height: 900 });
  });
  afterAll(() => scene?.[Symbol.asyncDispose]());

  const kept = () => scene.session.inExtension(readSettings);
  const said = () => options.evaluate(() => document.querySelector('.said')?.textContent ?? '');
  const focusOn = (selector: string) =>
    options.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.focus(), selector);

  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (scheme) => {
    await scene.session.setColorScheme(options, scheme);
    expect(await axeProblems(options)).toEqual([]);
    await scene.session.setColorScheme(options, 'light');
  });

  test('nothing is wider than the window at 320 px, in either direction, nor too small to hit', async () => {
    await options.setViewport({ width: 320, height: 600 });
    for (const dir of ['rtl', 'ltr']) {
      const overflow = await options.evaluate((dir) => {
        document.documentElement.dir = dir;
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      }, dir);
      expect(overflow, dir).toBe(0);
    }
    const small = await options.evaluate(() =>
      [...document.querySelectorAll('button, a, select, label:has(input), input:not([type]), summary')]
        .filter((node) => node.getBoundingClientRect().height < 24)
        .map((node) => node.outerHTML),
    );
    expect(small).toEqual([]);
    await options.setViewport({ width: 900, height: 900 });
  });

  test('Tab reaches everything in the order it stands in, and shows where it is', async () => {
    await options.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      window.scrollTo(0, 0);
    });
    const wanted = await options.evaluate(
      () =>
        document.querySelectorAll(
          'select, button, a, input:not([type="radio"]):not([tabindex="-1"]), input[type="radio"]:checked',
        ).length,
    );
    const seen = new Set<string>();
    let top = -1;
    for (let tabs = 0; tabs < wanted; tabs++) {
      await options.keyboard.press('Tab');
      const { id, ring, y } = await options.evaluate(focused);
      expect(ring, id).toBeGreaterThanOrEqual(2);
      expect(y, id).toBeGreaterThanOrEqual(top - 60);
      top = y;
      seen.add(id);
    }
    expect(seen.size).toBe(wanted);
  });

  // Chromium without a window shows the question to nobody, and waits for the answer.
  test.runIf(kind === 'firefox')('notifications: one button allows them and takes that back', async () => {
    const may = () => scene.session.inExtension(mayNotify);
    for (const [action, then] of [
      ['allow', true],
      ['forbid', false],
      ['allow', true],
    ] as const) {
      await options.waitForSelector(`[data-action="${action}-notifications"]`);
      await focusOn(`[data-action="${action}-notifications"]`);
      await options.keyboard.press('Enter');
      await eventually(may, (allowed) => allowed === then, 5_000);
    }
    await options.waitForSelector('[data-action="forbid-notifications"]');
  });

  test('colours change with an arrow key, here and in an open popup', async () => {
    const popup = await openPopup(scene.session, 'light');
    await options.bringToFront();
    await focusOn('[name="theme"]:checked');
    await options.keyboard.press('ArrowRight');
    await options.keyboard.press('ArrowRight');
    await eventually(kept, (settings) => settings?.theme === 'dark', 5_000);
    for (const page of [options, popup]) await page.waitForSelector('html[data-theme="dark"]');
    const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await paper(options)).toBe('rgb(21, 24, 30)');
    expect(await paper(popup)).toBe('rgb(21, 24, 30)');
    await popup.close();
    await scene.session.inExtension(choose, { settings: DEFAULT_SETTINGS });
    await options.waitForSelector('html[data-theme="auto"]');
  });

  test('a way is moved by the keyboard, keeps the focus, and its new place is told', async () => {
    await focusOn('[data-way="signal"] [data-action="move-up"]');
    await options.keyboard.press('Enter');
    const settings = await eventually(kept, (settings) => settings?.ways?.[0] === 'signal', 5_000);
    expect(settings?.ways?.slice(0, 2)).toEqual(['signal', 'telegram']);
    await eventually(
      () => options.evaluate(() => document.activeElement?.closest('[data-way]')?.getAttribute('data-way')),
      (way) => way === 'signal',
      5_000,
    );
    // Taken out, and what is left keeps its order.
    await focusOn('[data-way="telegram"] input');
    await options.keyboard.press(' ');
    const after = await eventually(kept, (settings) => !settings?.ways?.includes('telegram'), 5_000);
    expect(after?.ways?.[0]).toBe('signal');
  });

  test('an own address, a source, the country and the operator are kept', async () => {
    await focusOn('[data-way="signal"] input:not([type])');
    await options.keyboard.type('  +91 98765-43210 ');
    await options.keyboard.press('Tab');
    await focusOn('[name="leave-world"]:checked');
    await options.keyboard.press('ArrowRight');
    await options.select('#country', 'IN');
    await focusOn('#network');
    await options.keyboard.type('as55836');
    await options.keyboard.press('Tab');
    const settings = await eventually(kept, (settings) => settings?.network === 55_836, 5_000);
    expect(settings).toMatchObject({ country: 'IN', contacts: { signal: '+919876543210' } });
    expect(settings?.leave).toMatchObject({ world: 'on-click', dns: 'by-itself' });
    // What cannot be an address there is told, and left for the person to mend.
    await focusOn('[data-way="signal"] input:not([type])');
    await options.keyboard.type('nobody');
    await options.keyboard.press('Tab');
    await eventually(said, (text) => text.includes('Signal'), 5_000);
    expect((await kept())?.contacts.signal).toBe('+919876543210');
    await focusOn('#network');
    await options.keyboard.type('7777777777777');
    await options.keyboard.press('Tab');
    await eventually(said, (text) => text.includes('no operator’s number'), 5_000);
    expect((await kept())?.network).toBe(55_836);
  });

  test('what is being typed stays, whatever else changes meanwhile', async () => {
    await focusOn('[data-way="sms"] input:not([type])');
    await options.keyboard.type('+49 30 1');
    const settings = await kept();
    await scene.session.inExtension(choose, { settings: { ...settings, theme: 'dark' } });
    await options.waitForSelector('html[data-theme="dark"]');
    await options.keyboard.type('234567');
    const typed = () => options.evaluate(() => (document.activeElement as HTMLInputElement).value);
    expect(await typed()).toBe('+49 30 1234567');
    await options.keyboard.press('Tab');
    await eventually(kept, (settings) => settings?.contacts.sms === '+49301234567', 5_000);
  });

  test('a wrong file is refused in one line and changes nothing; one of ours comes back', async () => {
    const before = await kept();
    await options.evaluate(giveFile, '{"version":1,"settings":"of another program"}');
    await eventually(said, (text) => text.startsWith('This is no settings file'), 5_000);
    expect(await kept()).toEqual(before);
    const exported = await options.evaluate(() => {
      const { href } = document.querySelector('[data-action="export"]') as HTMLAnchorElement;
      return decodeURIComponent(href.slice(href.indexOf(',') + 1));
    });
    await scene.session.inExtension(choose, { settings: DEFAULT_SETTINGS });
    await eventually(kept, (settings) => settings?.country === null, 5_000);
    await options.evaluate(giveFile, exported);
    await eventually(said, (text) => text === 'Settings loaded', 5_000);
    expect(await kept()).toEqual(before);
  });

  test('erasing everything takes two steps, and then there is nothing', async () => {
    await focusOn('[data-action="erase"]');
    await options.keyboard.press('Enter');
    await options.waitForSelector('[data-action="erase-sure"]');
    expect(await axeProblems(options)).toEqual([]);
    expect(await kept()).not.toBeNull();
    // The way out first.
    await focusOn('[data-action="erase-not"]');
    await options.keyboard.press('Enter');
    await options.waitForFunction(() => !document.querySelector('[data-action="erase-sure"]'));
    await focusOn('[data-action="erase"]');
    await options.keyboard.press('Enter');
    await options.waitForSelector('[data-action="erase-sure"]');
    await focusOn('[data-action="erase-sure"]');
    await options.keyboard.press('Enter');
    await eventually(said, (text) => text === 'Everything is erased.', 5_000);
    expect(await kept()).toBeNull();
  });

  test('the first popup explains itself until it is answered; no tab opens by itself', async () => {
    await scene.session.inExtension(unchoose);
    await scene.session.inExtension(store, { situation: quiet(Date.now()) });
    const popup = await scene.session.openPopup();
    await popup.waitForSelector('[data-welcome]');
    expect(await axeProblems(popup)).toEqual([]);
    // In trouble the answer has the place.
    await show(popup, stateNamed('local-dns'));
    expect(await popup.$('[data-welcome]')).toBeNull();
    await scene.session.inExtension(store, { situation: quiet(Date.now()) });
    await popup.waitForSelector('[data-welcome]');
    await popup.bringToFront();
    await popup.evaluate(() => document.querySelector<HTMLElement>('[data-action="welcome-done"]')?.focus());
    await popup.keyboard.press('Enter');
    await popup.waitForFunction(() => !document.querySelector('[data-welcome]'));
    expect(await kept()).toEqual(DEFAULT_SETTINGS);
    await popup.close();
  });
});

/** Runs in the extension. */
async function readSettings(): Promise<Settings | null> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { local: { get(): Promise<{ settings?: Settings }> } } };
  };
  return (await chrome.storage.local.get()).settings ?? null;
}

/** Runs in the page. */
function focused(): { id: string; ring: number; y: number } {
  const node = document.activeElement as HTMLElement;
  // A radio button is drawn by its label.
  const drawn = (node as HTMLInputElement).type === 'radio' ? (node.parentElement as HTMLElement) : node;
  const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
  const ring = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
  const all = [...document.querySelectorAll('*')];
  return {
    id: `${all.indexOf(node)} ${node.localName}`,
    ring,
    y: node.getBoundingClientRect().top + scrollY,
  };
}

/** Runs in the page: as if the person had chosen this file. */
function giveFile(text: string): void {
  const input = document.querySelector('input[type="file"]') as HTMLInputElement;
  const given = new DataTransfer();
  given.items.add(new File([text], 'settings.json', { type: 'application/json' }));
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Runs in the extension. */
function mayNotify(): Promise<boolean> {
  type Api = { permissions: { contains(what: object): Promise<boolean> } };
  const { permissions } = (globalThis as unknown as { chrome: Api }).chrome;
  return permissions.contains({ permissions: ['notifications'] });
}
