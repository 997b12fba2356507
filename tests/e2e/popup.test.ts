/** The popup as a page for people: readable, operable, in their language, and safe against what others write. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import bn from '../../public/_locales/bn/messages.json' with { type: 'json' };
import { axeProblems } from '../../scripts/gallery/axe.ts';
import { choose, openAll, openPopup, reload, show, store } from '../../scripts/gallery/stage.ts';
import { type GalleryState, stateNamed } from '../../scripts/gallery/states.ts';
import { HOSTILE, places } from '../../scripts/gallery/witnesses.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { quiet } from '../../src/core/situation.ts';
import { goInside } from '../lab/browsers/firefox-inside.ts';
import type { BrowserKind, Session } from '../lab/browsers/index.ts';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';

const MAIN_STATES = [
  'checking',
  'local-dns',
  'regional',
  'global-whatsapp-only-confirmed',
  'unsure',
  'hostile-words',
  'answers-again',
  'working',
];
const WIDTHS = [320, 380, 800];

interface Box {
  name: string;
  x: number;
  y: number;
  height: number;
}

/** Builds whose background never answers, so that nothing but a test changes what is shown. */
const mute = new Map<BrowserKind, string>();
beforeAll(async () => {
  for (const kind of BROWSERS) {
    const folder = await mkdtemp(join(tmpdir(), 'njm-mute-'));
    mute.set(kind, folder);
    await cp(join(import.meta.dirname, '../../dist', kind), folder, { recursive: true });
    const silence = 'chrome.runtime.onMessage.addListener(() => true);';
    await writeFile(join(folder, 'service-worker-loader.js'), silence);
  }
});
afterAll(async () => {
  for (const folder of mute.values()) await rm(folder, { recursive: true, force: true });
});

describe.each(BROWSERS)('%s', (kind) => {
  let scene: Scene;
  let popup: Page;
  beforeAll(async () => {
    scene = await openScene({ kind, stay: true, extensionDir: mute.get(kind) as string });
    popup = await openPopup(scene.session, 'light');
  });
  afterAll(() => scene?.[Symbol.asyncDispose]());

  test.each(['light', 'dark'] as const)('axe finds nothing in the main states, %s', async (scheme) => {
    await scene.session.setColorScheme(popup, scheme);
    for (const name of MAIN_STATES) {
      await show(popup, stateNamed(name));
      await openAll(popup, true);
      expect(await axeProblems(popup), name).toEqual([]);
    }
    await scene.session.setColorScheme(popup, 'light');
  });

  test('nothing is wider than the window, whatever the width and direction, nor too small to hit', async () => {
    for (const name of MAIN_STATES) {
      await show(popup, stateNamed(name));
      await openAll(popup, true);
      for (const dir of ['rtl', 'ltr'])
        for (const width of WIDTHS) {
          await popup.setViewport({ width, height: 600 });
          const wide = await popup.evaluate(tooWide, dir);
          expect(wide, `${name} at ${width} px, ${dir}`).toEqual([]);
        }
      const small = (await popup.evaluate(boxes)).filter(({ height }) => height < 24);
      expect(small, name).toEqual([]);
    }
    await popup.setViewport({ width: 380, height: 600 });
  });

  test('the buttons above the answer keep their place while it changes', async () => {
    const bar = async () =>
      (await popup.evaluate(boxes)).slice(0, 2).map(({ name, x, y }) => ({ name, x, y }));
    await show(popup, stateNamed('checking'));
    const before = await bar();
    expect(before.map(({ name }) => name)).toEqual(['check-again', 'ask-the-world']);
    for (const name of ['local-dns', 'global-whatsapp-only-confirmed', 'unsure', 'given-up']) {
      await show(popup, stateNamed(name));
      expect(await bar(), name).toEqual(before);
    }
  });

  test('what others write is text and nothing else', async () => {
    const asked = [{ purpose: 'here', host: HOSTILE, at: Date.now(), ended: HOSTILE }];
    await popup.evaluate(store, { asked });
    await show(popup, stateNamed('hostile-words'));
    await openAll(popup, true);
    const seen = await popup.evaluate(() => ({
      made: document.querySelectorAll('img, script:not([src]), iframe, [onerror]').length,
      title: document.title,
      quoted: document.querySelector('blockquote bdi')?.textContent,
      isolated: [...document.querySelectorAll('bdi')].map((node) => getComputedStyle(node).unicodeBidi),
      asked: getComputedStyle(document.querySelector('.asked li') as Element).unicodeBidi,
      askedText: document.querySelector('.asked li')?.textContent,
    }));
    expect(seen).toMatchObject({ made: 0, title: 'Not Just Me', quoted: HOSTILE });
    // An override that is never ended ends with the element.
    expect(new Set(seen.isolated)).toEqual(new Set(['isolate']));
    expect(seen.asked).toBe('plaintext');
    expect(seen.askedText).toContain('<img src=x');
  });

  test('other ways lead to https, an app, the telephone or the mail, and tell nobody where from', async () => {
    for (const name of ['local-dns', 'global-meta-wide-likely', 'offline']) {
      await show(popup, stateNamed(name));
      const links = await popup.evaluate(() =>
        [...document.querySelectorAll('a')].map(({ protocol, rel, target }) => ({ protocol, rel, target })),
      );
      expect(links.length, name).toBeGreaterThan(2);
      for (const { protocol, rel, target } of links) {
        expect(['https:', 'sgnl:', 'viber:', 'tel:', 'sms:', 'mailto:']).toContain(protocol);
        expect(rel.split(' ')).toContain('noopener');
        expect(target).toBe('_blank');
      }
    }
  });

  test('counts have their plural forms', async () => {
    await show(popup, withPlaces(1, 1));
    expect(await popup.evaluate(told, 'world')).toMatch(/^1 of 1 place cannot reach it\./);
    await show(popup, withPlaces(11, 12));
    expect(await popup.evaluate(told, 'world')).toMatch(/^11 of 12 places cannot reach it\./);
  });

  test('<main> says what is stored before any message is answered', async () => {
    // Nobody answers: neither the background, which is mute here, nor any host.
    scene.lab.setWorld({
      whatsapp: { document: 'hang', statusJson: 'hang', statics: 'hang', socket: 'hang' },
      metaFamily: { facebook: 'hang', instagram: 'hang', messenger: 'hang' },
      metaStatus: { host: 'hang' },
      controls: { gstatic: 'hang', cloudflare: 'hang' },
      dns: { cloudflare: 'hang', google: 'hang' },
    });
    await show(popup, stateNamed('local-dns'));
    await reload(popup);
    const { since, ...says } = await popup.evaluate(() => ({ ...document.querySelector('main')?.dataset }));
    expect(says).toEqual({ verdict: 'local', confidence: 'likely', cause: 'dns', state: 'settled' });
    expect(Date.parse(since ?? '')).toBeLessThan(Date.now());
    // And before its script has run, it says that nothing is known to be wrong.
    const built = await popup.evaluate(async () => (await fetch(location.href)).text());
    for (const attribute of ['verdict="working"', 'confidence=""', 'cause=""', 'state="idle"', 'since=""'])
      expect(built).toContain(`data-${attribute}`);
  });
});

describe.each(BROWSERS)('%s in Bengali', (kind) => {
  let scene: Scene;
  let popup: Page;
  beforeAll(async () => {
    scene = await openScene({ kind, stay: true, lang: 'bn', extensionDir: mute.get(kind) as string });
    popup = await openPopup(scene.session, 'light');
  });
  afterAll(() => scene?.[Symbol.asyncDispose]());

  test('words, numerals and times are Bengali', async () => {
    await show(popup, stateNamed('checking'));
    expect(await popup.evaluate(() => document.querySelector('.answer')?.textContent)).toContain(
      '৫টির মধ্যে ১টি দেখা হয়েছে',
    );
    await show(popup, stateNamed('local-dns'));
    await openAll(popup, true);
    const seen = await popup.evaluate(() => ({
      lang: document.documentElement.lang,
      headline: document.querySelector('h1')?.textContent,
      since: document.querySelector('.facts')?.textContent ?? '',
      times: [...document.querySelectorAll('time')].map((node) => node.textContent ?? ''),
    }));
    expect(seen).toMatchObject({ lang: 'bn', headline: bn.headline_local_dns.message });
    expect(seen.since).toContain('১২ মিনিট');
    expect(seen.times.length).toBeGreaterThan(4);
    for (const text of [seen.since, ...seen.times]) expect(text).toMatch(/^[^0-9]*[০-৯]+:[০-৯]+[^0-9]*$/);
    await show(popup, withPlaces(1, 1));
    expect(await popup.evaluate(told, 'world')).toContain('১টি জায়গার মধ্যে ১টি');
    await show(popup, withPlaces(11, 12));
    expect(await popup.evaluate(told, 'world')).toContain('১২টি জায়গার মধ্যে ১১টি');
  });

  test('axe finds nothing, and nothing is wider than the window', async () => {
    for (const name of MAIN_STATES) {
      await show(popup, stateNamed(name));
      await openAll(popup, true);
      expect(await axeProblems(popup), name).toEqual([]);
      for (const width of WIDTHS) {
        await popup.setViewport({ width, height: 600 });
        expect(await popup.evaluate(tooWide, 'ltr'), `${name} at ${width} px`).toEqual([]);
      }
    }
  });
});

describe.each(BROWSERS)('%s, as it is shipped', (kind) => {
  test('every action is reached and works by the keyboard alone, and shows that it has the focus', async () => {
    await using scene = await openScene({ kind, stay: true });
    const popup = await openPopup(scene.session, 'light');
    await show(popup, stateNamed('local-dns'));
    const all = (await popup.evaluate(boxes)).map(({ name }) => name);
    await reload(popup);
    for (const name of all) {
      await popup.keyboard.press('Tab');
      const focus = await popup.evaluate(focused);
      expect(focus.name).toBe(name);
      expect(focus.ring, name).toBeGreaterThanOrEqual(2);
    }
    const press = async (name: string, key: 'Enter' | ' ') => {
      await reload(popup);
      // What is asked meanwhile brings more to press: there is no counting.
      for (let tabs = 0; tabs < 2 * all.length; tabs++) {
        await popup.keyboard.press('Tab');
        if ((await popup.evaluate(focused)).name === name) break;
      }
      await popup.keyboard.press(key);
    };
    await press('phone-fails', ' ');
    await popup.waitForSelector('[data-action="phone-fails"][aria-pressed="true"]');
    await press('phone-works', 'Enter');
    await popup.waitForSelector('[data-action="phone-works"][aria-pressed="true"]');
    await press(all.find((name) => name.includes('How we know')) ?? '', 'Enter');
    await popup.waitForSelector('details[open] [data-evidence="dns"]');
    scene.lab.clearRequests();
    await press('ask-the-world', 'Enter');
    await eventually(
      async () => scene.asked(),
      (hosts) => hosts.includes('api.globalping.io'),
      10_000,
    );
    await press('check-again', ' ');
    await eventually(
      async () => scene.asked(),
      (hosts) => hosts.includes('dns.google') && hosts.includes('www.gstatic.com'),
      10_000,
    );
  });

  test('in the toolbar it is 380 px wide, and no higher than its contents', async () => {
    await using scene = await openScene({ kind, stay: true });
    await scene.session.inExtension(store, { situation: quiet(Date.now()) });
    await scene.session.inExtension(choose, { settings: DEFAULT_SETTINGS });
    const { width, height } = await inToolbar(scene.session);
    expect(width).toBe(380);
    expect(height).toBeGreaterThan(100);
    expect(height).toBeLessThan(420);
  });
});

function withPlaces(failing: number, of: number): GalleryState {
  const { evidence } = stateNamed('local-firewall');
  return { name: `${failing} of ${of} places`, evidence: { ...evidence, world: places(failing, of) } };
}

/** Size of the popup that the toolbar opens. */
async function inToolbar(session: Session): Promise<{ width: number; height: number }> {
  if (session.kind === 'firefox') {
    const size = await goInside(session.browser)(FROM_FIREFOX_TOOLBAR);
    return JSON.parse(size);
  }
  const before = session.browser.targets();
  const opened = session.browser.waitForTarget(
    (target) => !before.includes(target) && target.url().includes('/popup/'),
  );
  await session.inExtension(openFromToolbar);
  const popup = await (await opened).asPage();
  const size = () => popup.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  return eventually(size, ({ width, height }) => width > 300 && height > 100, 5_000);
}

/** Runs in the extension. */
async function openFromToolbar(): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      windows: { getLastFocused(): Promise<{ id: number }> };
      action: { openPopup(options: { windowId: number }): Promise<void> };
    };
  };
  const { id } = await chrome.windows.getLastFocused();
  await chrome.action.openPopup({ windowId: id });
}

/** Runs inside Firefox: the size is settled when it stays for some frames. */
const FROM_FIREFOX_TOOLBAR = `(async () => {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const { extension } = WebExtensionPolicy.getByID('not-just-me@notjustme.example');
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false);
  let size = '';
  for (let same = 0; same < 20; ) {
    await new Promise((resolve) => window.requestAnimationFrame(resolve));
    const box = window.document.querySelector('browser.webextension-popup-browser')?.getBoundingClientRect();
    const now = JSON.stringify({ width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) });
    same = box && box.height > 100 && now === size ? same + 1 : 0;
    size = now;
  }
  return size;
})()`;

/** Runs in the popup. */
function tooWide(dir: string): string[] {
  document.documentElement.dir = dir;
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  return [...document.querySelectorAll('main *')]
    .filter((node) => {
      const box = node.getBoundingClientRect();
      return box.left < 0 || box.right > root.clientWidth;
    })
    .map((node) => `${node.localName}.${node.className}`);
}

/** Runs in the popup: what can be pressed. */
function boxes(): Box[] {
  const all = [...document.querySelectorAll<HTMLElement>('button, a, summary')];
  // What is folded away is not there yet.
  return all
    .filter((node) => node.checkVisibility())
    .map((node) => {
      const { x, y, height } = node.getBoundingClientRect();
      return { name: node.dataset.action ?? node.textContent ?? '', x, y, height };
    });
}

/** Runs in the popup. */
function focused(): { name: string; ring: number } {
  const node = document.activeElement as HTMLElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(node);
  const ring = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
  return { name: node.dataset.action ?? node.textContent ?? '', ring };
}

/** Runs in the popup. */
function told(source: string): string {
  return document.querySelector(`[data-evidence="${source}"] .told`)?.textContent ?? '';
}
