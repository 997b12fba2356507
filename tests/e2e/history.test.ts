/** Past troubles: what they say of the one that lasts, how they are kept as files and forgotten; and how to be reached meanwhile. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeProblems } from '../../scripts/gallery/axe.ts';
import { choose, openOwnPage, openPopup, reload, show, unchoose } from '../../scripts/gallery/stage.ts';
import { type GalleryState, stateNamed } from '../../scripts/gallery/states.ts';
import type { IncidentRecord } from '../../src/core/record.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { recordOf } from '../unit/ui/report/records.ts';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';
import { META_GONE } from './worlds.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CONTACTS = { signal: '+49301234567', messenger: 'Somebody', email: 'me@example.org' };
const PREPARED = {
  ...DEFAULT_SETTINGS,
  ways: ['messenger', 'signal', 'email', 'telegram'],
  contacts: CONTACTS,
};

const lasting = (name: string, minutes: number): GalleryState => ({
  ...stateNamed(name),
  lastedMs: minutes * MINUTE,
});

describe.each(BROWSERS)('%s', (kind) => {
  describe('how to be reached meanwhile', () => {
    test('in an outage: a message with the own address, as certain as the answer; nothing of Meta’s', async () => {
      await using scene = await openScene({ kind, world: META_GONE, stay: true });
      await scene.session.inExtension(choose, { settings: PREPARED });
      await scene.session.gotoWhatsApp(scene.page);
      const says = await scene.until(
        ({ verdict, confidence, state }) =>
          verdict === 'global' && confidence === 'likely' && state === 'settled',
        40_000,
      );
      expect(Object.keys(says.ways)).toEqual(['signal', 'email', 'telegram']);
      const popup = await scene.popup();
      await popup.bringToFront();
      await popup.waitForSelector('[data-fallback-app="signal"] [data-action="copy-plan"]');
      // No address, no message; an app without a place to chat on the web can be opened itself.
      const found = await popup.evaluate(() => ({
        messages: [...document.querySelectorAll('[data-action="copy-plan"]')].map((node) =>
          node.closest('[data-fallback-app]')?.getAttribute('data-fallback-app'),
        ),
        apps: [...document.querySelectorAll<HTMLAnchorElement>('[data-action="open-app"]')].map(
          ({ href }) => href,
        ),
        pages: [...document.querySelectorAll<HTMLAnchorElement>('.ways li > a:first-child')].map(
          ({ href }) => href,
        ),
      }));
      expect(found).toEqual({
        messages: ['signal', 'email'],
        apps: ['sgnl://'],
        pages: ['https://signal.org/download/', 'mailto:', 'https://web.telegram.org/'],
      });
      await popup.evaluate(catchCopies);
      await popup.evaluate(() =>
        document
          .querySelector<HTMLElement>('[data-fallback-app="signal"] [data-action="copy-plan"]')
          ?.focus(),
      );
      await popup.keyboard.press('Enter');
      await eventually(
        () => popup.evaluate(() => document.querySelector('[data-action="copy-plan"]')?.textContent),
        (text) => text === 'Copied',
        5_000,
      );
      const copied = await popup.evaluate(() => (globalThis as unknown as { copied: string }).copied);
      expect(copied).toMatch(
        /^WhatsApp seems to be down since \d.*, and not just for me\. Reach me on Signal: \+49301234567 https:\/\/signal\.me\/#p\/\+49301234567$/,
      );
      // Nothing was told to anybody by it.
      expect(scene.asked()).not.toContain('signal.me');
    });

    test('in peace: one line invites to prepare it, until there is an address', async () => {
      await using scene = await openScene({ kind, stay: true });
      const popup = await openPopup(scene.session, 'light');
      await show(popup, stateNamed('working'));
      await popup.waitForSelector('[data-action="prepare"]');
      expect(await axeProblems(popup)).toEqual([]);
      await popup.evaluate(() => document.querySelector<HTMLElement>('[data-action="prepare"]')?.click());
      await eventually(
        () => scene.session.inExtension(ownPages),
        (pages) => pages.some((url) => url.endsWith('src/ui/options/index.html#ways')),
        5_000,
      );
      await scene.session.inExtension(choose, { settings: PREPARED });
      await popup.waitForSelector('[data-action="prepare"]', { hidden: true });
      // The first popup of all asks for something else.
      await scene.session.inExtension(unchoose);
      await popup.waitForSelector('[data-welcome]');
      expect(await popup.$('[data-action="prepare"]')).toBeNull();
    });
  });

  describe('when it will be back', () => {
    let scene: Scene;
    let popup: Page;
    beforeAll(async () => {
      scene = await openScene({ kind, stay: true });
      popup = await openPopup(scene.session, 'light');
    });
    afterAll(() => scene?.[Symbol.asyncDispose]());

    const said = async (page: Page) => {
      await page.waitForSelector('[data-outlook]');
      return page.evaluate(() => document.querySelector('[data-outlook] p')?.textContent);
    };

    test('a long outage: folded away, looks back, promises nothing', async () => {
      await show(popup, lasting('global-whatsapp-only-confirmed', 40));
      expect(await said(popup)).toBe(
        'Of 13 known outages of this kind that lasted 40 minutes, half ended within another 30 minutes.',
      );
      expect(
        await popup.evaluate(() => document.querySelector<HTMLDetailsElement>('[data-outlook]')?.open),
      ).toBe(false);
      await show(popup, lasting('global-web-only-possible', 121));
      await eventually(
        () => said(popup),
        (text) =>
          (text ?? '').startsWith('Few of this kind are known. Of 9 outages of any kind that lasted 2 hours'),
        5_000,
      );
      await popup.evaluate(() => document.querySelector<HTMLElement>('[data-outlook] summary')?.click());
      expect(await axeProblems(popup)).toEqual([]);
    });

    test('after ten hours there is nothing to compare with', async () => {
      await show(popup, lasting('global-meta-wide-confirmed', 600));
      await popup.waitForSelector('[data-outlook]', { hidden: true });
    });

    test('never for a cause on this side, between, or open', async () => {
      for (const name of [
        'local-dns',
        'offline',
        'captive-portal',
        'regional',
        'unsure',
        'here-or-web',
        'working',
      ]) {
        // So that it is not merely not there yet.
        await show(popup, lasting('global-whatsapp-only-likely', 40));
        await popup.waitForSelector('[data-outlook]');
        await show(popup, lasting(name, 40));
        await popup.waitForSelector('[data-outlook]', { hidden: true });
      }
    });

    test('the list behind it is one click away, every outage with a source', async () => {
      await show(popup, lasting('global-whatsapp-only-confirmed', 40));
      await popup.waitForSelector('[data-outlook]');
      await popup.evaluate(() =>
        document.querySelector<HTMLElement>('[data-action="open-outages"]')?.click(),
      );
      await eventually(
        () => scene.session.inExtension(ownPages),
        (pages) => pages.some((url) => url.endsWith('src/ui/report/index.html#known')),
        5_000,
      );
      const report = await scene.session.openExtensionPage('src/ui/report/index.html#known');
      await report.waitForSelector('#known details[open] tbody tr');
      expect(await said(report)).toContain('half ended within another');
      const rows = await report.evaluate(() =>
        [...document.querySelectorAll('[data-outage]')].map((row) => ({
          lasted: row.querySelector('td')?.textContent,
          links: [...row.querySelectorAll('a')].map(({ protocol, rel, target }) =>
            [protocol, rel, target].join(' '),
          ),
        })),
      );
      expect(rows.length).toBeGreaterThan(25);
      for (const { lasted, links } of rows) {
        expect(lasted).toMatch(/^(at least )?\d+ (hour|minute)|^not known$/);
        expect(new Set(links)).toEqual(new Set(['https: noopener noreferrer _blank']));
      }
      await report.close();
    });
  });

  describe('the history', () => {
    let scene: Scene;
    let report: Page;
    const now = Date.now();
    // The first one is of the day of a known outage, or would be if it were still kept.
    const records = [
      recordOf('first', now - 20 * DAY, 75),
      recordOf('second', now - 3 * 60 * MINUTE, 40, false),
    ];
    beforeAll(async () => {
      scene = await openScene({ kind, stay: true });
      report = await openOwnPage(scene.session, 'report', 'light');
      await report.setViewport({ width: 1000, height: 800 });
      await scene.session.inExtension(choose, { records: { version: 1, records } });
      await report.waitForFunction(() => document.querySelectorAll('#past tbody tr').length === 2);
    });
    afterAll(() => scene?.[Symbol.asyncDispose]());

    const press = (action: string) =>
      report.evaluate(
        (name) => document.querySelector<HTMLElement>(`[data-action="${name}"]`)?.click(),
        action,
      );
    const told = (text: string) =>
      eventually(
        () => report.evaluate(() => document.querySelector('#past .said')?.textContent ?? ''),
        (said) => said.startsWith(text),
        5_000,
      );
    const rows = () =>
      report.evaluate(() =>
        [...document.querySelectorAll('#past tbody tr')].map((row) =>
          [...row.querySelectorAll('td')].map((cell) => cell.textContent),
        ),
      );
    const SHOWN = [
      ['at least 40 minutes', 'WhatsApp'],
      ['1 hour 15 minutes', 'WhatsApp'],
    ];
    const kept = () => scene.session.inExtension(readKept);
    let file = '';

    test('is shown as plots and as a table; an end that nobody saw is said', async () => {
      expect((await rows()).map((row) => row.map((cell) => cell?.replace(',', '')))).toEqual(SHOWN);
      const bars = await report.evaluate(() =>
        [...document.querySelectorAll('.plot')].map((plot) => plot.querySelectorAll('svg rect').length),
      );
      expect(bars).toEqual([1, 2]);
      expect(await axeProblems(report)).toEqual([]);
    });

    test('is saved as a table and as a file', async () => {
      await report.evaluate(catchFiles);
      await press('save-table');
      await press('save-history');
      const files = await eventually(
        () => report.evaluate(() => (globalThis as unknown as { files: [string, string][] }).files),
        (files) => files.length === 2 && files.every(([, text]) => text !== ''),
        5_000,
      );
      expect(files.map(([name]) => name)).toEqual(['not-just-me-history.csv', 'not-just-me-history.json']);
      const lines = files[0]?.[1].split('\r\n') ?? [];
      expect(lines[0]).toMatch(/^id,began,/);
      expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['first', 'second', '']);
      file = files[1]?.[1] ?? '';
      expect(JSON.parse(file)).toEqual({ 'not-just-me': 'history', version: 1, records });
    });

    test('a wrong file changes nothing, and one line says so', async () => {
      const before = await kept();
      for (const text of [
        '',
        '{"not-just-me":"settings","version":1}',
        file.slice(0, 300),
        file.replace('"first"', '"=1+1"'),
      ]) {
        await report.evaluate(giveFile, text);
        await told('This is no history of Not Just Me. Nothing was changed.');
        expect(await kept()).toEqual(before);
      }
    });

    test('is erased in two steps', async () => {
      await press('erase-history');
      await report.waitForSelector('[data-action="erase-history-sure"]');
      expect(await axeProblems(report)).toEqual([]);
      expect(await rows()).toHaveLength(2);
      await press('erase-history-not');
      await report.waitForSelector('[data-action="erase-history-sure"]', { hidden: true });
      await press('erase-history');
      await report.waitForSelector('[data-action="erase-history-sure"]');
      await press('erase-history-sure');
      await told('The history is erased.');
      await report.waitForFunction(() => document.querySelectorAll('#past tbody tr').length === 0);
      expect(await kept()).toEqual([]);
      // Nothing else went with it.
      expect(await scene.session.inExtension(readKeys)).toContain('settings');
    });

    test('comes back from its file, once, and beside what was seen since', async () => {
      await report.evaluate(giveFile, file);
      await told('History loaded');
      await report.waitForFunction(() => document.querySelectorAll('#past tbody tr').length === 2);
      expect((await rows()).map((row) => row.map((cell) => cell?.replace(',', '')))).toEqual(SHOWN);
      await report.evaluate(giveFile, file);
      await told('History loaded');
      const since = recordOf('since', now - 10 * MINUTE, 5);
      await scene.session.inExtension(choose, { records: { version: 1, records: [since] } });
      await report.waitForFunction(() => document.querySelectorAll('#past tbody tr').length === 3);
      await reload(report);
      await report.waitForFunction(() => document.querySelectorAll('#past tbody tr').length === 3);
      // What came from a file is erased like what was seen.
      await press('erase-history');
      await report.waitForSelector('[data-action="erase-history-sure"]');
      await press('erase-history-sure');
      await report.waitForFunction(() => document.querySelectorAll('#past tbody tr').length === 0);
      expect(await kept()).toEqual([]);
    });
  });
});

interface Api {
  storage: { local: { get(keys?: null): Promise<Record<string, unknown>> } };
  tabs: { query(what: object): Promise<{ url?: string }[]> };
}
declare const chrome: Api;

/** Runs in the extension: every record on disk. */
async function readKept(): Promise<IncidentRecord[]> {
  const { records, imported } = (await chrome.storage.local.get(null)) as Record<
    string,
    { records: IncidentRecord[] } | undefined
  >;
  return [...(records?.records ?? []), ...(imported?.records ?? [])];
}

/** Runs in the extension. */
async function readKeys(): Promise<string[]> {
  return Object.keys(await chrome.storage.local.get(null));
}

/** Runs in the extension: addresses of all its pages in tabs. */
async function ownPages(): Promise<string[]> {
  return (await chrome.tabs.query({})).map(({ url = '' }) => url);
}

/** Runs in a page: what is copied is kept here. */
function catchCopies(): void {
  Object.defineProperty(navigator.clipboard, 'writeText', {
    configurable: true,
    value: async (text: string) => Object.assign(globalThis, { copied: text }),
  });
}

/** Runs in a page: what is saved is kept here, by its name. */
function catchFiles(): void {
  const files: [string, string][] = [];
  Object.assign(globalThis, { files });
  HTMLAnchorElement.prototype.click = function () {
    const file: [string, string] = [this.download, ''];
    files.push(file);
    void fetch(this.href)
      .then((answer) => answer.text())
      .then((text) => {
        file[1] = text;
      });
  };
}

/** Runs in the page: as if the person had chosen this file. */
function giveFile(text: string): void {
  const input = document.querySelector('input[type="file"]') as HTMLInputElement;
  const given = new DataTransfer();
  given.items.add(new File([text], 'history.json', { type: 'application/json' }));
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
