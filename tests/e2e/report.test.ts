/** The report: the whole story, readable by everybody, and what can be done with it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeProblems } from '../../scripts/gallery/axe.ts';
import { openOwnPage, openPopup, show } from '../../scripts/gallery/stage.ts';
import { stateNamed } from '../../scripts/gallery/states.ts';
import { HOSTILE } from '../../scripts/gallery/witnesses.ts';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';

const MAIN_STATES = [
  'checking',
  'local-dns',
  'regional',
  'global-whatsapp-only-confirmed',
  'unsure',
  'hostile-words',
  'working',
];

describe.each(BROWSERS)('%s', (kind) => {
  let scene: Scene;
  let report: Page;
  beforeAll(async () => {
    scene = await openScene({ kind, stay: true });
    report = await openOwnPage(scene.session, 'report', 'light');
    await report.setViewport({ width: 1000, height: 800 });
  });
  afterAll(() => scene?.[Symbol.asyncDispose]());

  test.each(['light', 'dark'] as const)('axe finds nothing in the main states, %s', async (scheme) => {
    await scene.session.setColorScheme(report, scheme);
    for (const name of MAIN_STATES) {
      await show(report, stateNamed(name));
      expect(await axeProblems(report), name).toEqual([]);
    }
    await scene.session.setColorScheme(report, 'light');
  });

  test('nothing is wider than the window, whatever the width and direction', async () => {
    for (const name of MAIN_STATES) {
      await show(report, stateNamed(name));
      for (const width of [320, 640, 1280])
        for (const dir of ['rtl', 'ltr']) {
          await report.setViewport({ width, height: 700 });
          const overflow = await report.evaluate((dir) => {
            document.documentElement.dir = dir;
            return document.documentElement.scrollWidth - document.documentElement.clientWidth;
          }, dir);
          expect(overflow, `${name} at ${width} px, ${dir}`).toBe(0);
        }
    }
    await report.setViewport({ width: 1000, height: 800 });
  });

  test('tells the story in the order of time, and every place twice: on the map and in the table', async () => {
    await show(report, stateNamed('global-whatsapp-only-confirmed'));
    const seen = await report.evaluate(() => ({
      times: [...document.querySelectorAll('.timeline time')].map(
        (node) => node.getAttribute('datetime') ?? '',
      ),
      events: [...document.querySelectorAll('[data-event]')].map((node) => node.getAttribute('data-event')),
      pins: document.querySelectorAll('.world svg g').length,
      crosses: document.querySelectorAll('.world svg g[data-says="points-to-them"]').length,
      rows: document.querySelectorAll('[data-place]').length,
      failing: document.querySelectorAll('[data-place][data-says="points-to-them"]').length,
      label: document.querySelector('.world svg')?.getAttribute('aria-label') ?? '',
      first: document.querySelector('[data-place]')?.textContent ?? '',
    }));
    expect(seen.times.length).toBeGreaterThan(5);
    expect(seen.times).toEqual(seen.times.toSorted());
    expect(seen.events).toEqual(expect.arrayContaining(['whatsapp-host', 'world', 'phone']));
    expect(seen).toMatchObject({ pins: 12, crosses: 11, rows: 12, failing: 11 });
    expect(seen.label).toContain('11 of 12 places cannot reach it');
    expect(seen.first).toContain('not reached');
  });

  test('what others write is text and nothing else', async () => {
    await show(report, stateNamed('hostile-words'));
    const made = await report.evaluate(
      () => document.querySelectorAll('img, script:not([src]), iframe, [onerror]').length,
    );
    expect(made).toBe(0);
    expect(await report.evaluate(() => document.querySelector('.timeline')?.textContent)).toContain(HOSTILE);
  });

  test('links lead to Meta, Downdetector, the hashtag and a check from elsewhere, and tell nobody where from', async () => {
    const links = await report.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('#elsewhere a')].map(
        ({ hostname, protocol, rel, target }) => ({
          hostname,
          protocol,
          rel,
          target,
        }),
      ),
    );
    expect(links).toHaveLength(4);
    expect(links[0]?.hostname).toBe('metastatus.com');
    for (const { protocol, rel, target } of links)
      expect({ protocol, rel, target }).toEqual({
        protocol: 'https:',
        rel: 'noopener noreferrer',
        target: '_blank',
      });
  });

  test.each(['report', 'popup'] as const)(
    '“Copy report” in the %s copies what was found, and says so',
    async (where) => {
      const page = where === 'report' ? report : await openPopup(scene.session, 'light');
      await show(page, stateNamed('local-dns'));
      await page.evaluate(catchCopies);
      await page.bringToFront();
      await page.evaluate(() => document.querySelector<HTMLElement>('[data-action="copy-report"]')?.focus());
      await page.keyboard.press('Enter');
      await eventually(
        () => page.evaluate(() => document.querySelector('[data-action="copy-report"]')?.textContent),
        (text) => text === 'Copied',
        5_000,
      );
      const copied = await page.evaluate(() => (globalThis as unknown as { copied: string }).copied);
      expect(copied).toContain('Not Just Me: WhatsApp’s address cannot be found from here');
      expect(copied).toContain('Its address cannot be looked up from here.');
      expect(copied).toMatch(/\[local\/dns\/likely; .*(Chrome|Firefox)\/\d+\]/);
      if (where === 'popup') await page.close();
    },
  );

  test('where the clipboard is closed it copies by selection; where that fails, it says so', async () => {
    await show(report, stateNamed('unsure'));
    await report.evaluate(closeClipboard, true);
    await report.bringToFront();
    await report.evaluate(() => document.querySelector<HTMLElement>('[data-action="copy-report"]')?.click());
    const label = () =>
      report.evaluate(() => document.querySelector('[data-action="copy-report"]')?.textContent);
    await eventually(
      () => report.evaluate(() => (globalThis as unknown as { copied: string }).copied),
      (text) => text.includes('Something is wrong; not yet clear where'),
      5_000,
    );
    await report.evaluate(closeClipboard, false);
    await report.evaluate(() => document.querySelector<HTMLElement>('[data-action="copy-report"]')?.click());
    await eventually(label, (text) => text === 'Could not copy', 5_000);
    expect(await report.evaluate(() => document.querySelector('textarea'))).toBeNull();
  });

  test('the popup opens it, in a tab', async () => {
    const popup = await openPopup(scene.session, 'light');
    await report.close();
    await popup.bringToFront();
    await popup.evaluate(() => document.querySelector<HTMLElement>('[data-action="open-report"]')?.focus());
    await popup.keyboard.press('Enter');
    await eventually(
      () => scene.session.inExtension(ownPages),
      (paths) => paths.includes('/src/ui/report/index.html'),
      10_000,
    );
  });
});

/** Runs in a page: the clipboard of a test browser is nobody's. */
function catchCopies(): void {
  Object.defineProperty(navigator.clipboard, 'writeText', {
    configurable: true,
    value: async (text: string) => Object.assign(globalThis, { copied: text }),
  });
}

/** Runs in a page. `bySelection`: the older way still works. */
function closeClipboard(bySelection: boolean): void {
  Object.defineProperty(navigator.clipboard, 'writeText', {
    configurable: true,
    value: () => Promise.reject(new Error('closed')),
  });
  document.execCommand = () => {
    const field = document.activeElement as HTMLTextAreaElement;
    Object.assign(globalThis, { copied: field.value?.slice(field.selectionStart, field.selectionEnd) });
    return bySelection;
  };
}

/** Runs in the extension. */
async function ownPages(): Promise<string[]> {
  const { chrome } = globalThis as unknown as {
    chrome: { tabs: { query(what: object): Promise<{ url?: string }[]> } };
  };
  return (await chrome.tabs.query({})).flatMap(({ url }) => (url ? [new URL(url).pathname] : []));
}
