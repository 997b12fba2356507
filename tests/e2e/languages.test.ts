/** Every language as the person sees it who chose it: its words, its letters, its direction; whatever the browser speaks. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTACTS, waitedForAt } from '../../scripts/gallery/records.ts';
import { choose as keep, openAll, openPopup, reload, show } from '../../scripts/gallery/stage.ts';
import { stateNamed } from '../../scripts/gallery/states.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import type { Session } from '../lab/browsers/index.ts';
import { catalogue } from '../unit/catalogues.ts';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';
import { META_REPORTS } from './worlds.ts';

/** Between them they say most of what can be said. */
const STATES = ['local-dns', 'global-whatsapp-only-confirmed', 'here-or-web'];
const HEADLINES = ['headline_local_dns', 'headline_whatsapp_only_confirmed', 'headline_here_or_web'];

const text = (folder: string, key: string) => catalogue(folder)[key]?.message ?? '';

describe.each(BROWSERS)('%s', (kind) => {
  let scene: Scene;
  let popup: Page;
  beforeAll(async () => {
    scene = await openScene({ kind, stay: true });
    popup = await openPopup(scene.session, 'light');
    await scene.session.inExtension(keep, { trouble: waitedForAt(Date.now()) });
    await popup.setViewport({ width: 320, height: 600 });
  });
  afterAll(() => scene?.[Symbol.asyncDispose]());

  test.each(LANGUAGES.map(({ folder, name }) => [name, folder] as const))(
    '%s is spoken, in its letters and direction, and is not too wide',
    async (_, folder) => {
      await choose(scene.session, folder);
      await popup.waitForSelector(`html[lang="${text(folder, 'locale_tag')}"]`);
      for (const [index, state] of STATES.entries()) {
        await show(popup, stateNamed(state));
        // Loaded after the first paint.
        for (const part of ['tell-me-when-back', 'copy-plan'])
          await popup.waitForSelector(`[data-action="${part}"]`);
        await openAll(popup, true);
        const seen = await popup.evaluate(lookAtPage);
        expect(seen.headline).toBe(text(folder, HEADLINES[index] ?? ''));
        expect(seen.dir).toBe(text(folder, 'locale_direction'));
        expect(seen.missing, 'letters without a glyph: are the fonts of scripts/setup.mjs there?').toEqual(
          [],
        );
        expect(seen.unjoined, 'letters that should join the next and do not').toEqual([]);
        expect(new Set(seen.told), 'sentences of ours that begin with a Latin name').toEqual(
          new Set([seen.dir]),
        );
        expect(seen.scrolls, `${state} is wider than 320 px`).toBe(false);
      }
    },
  );

  test('a letter that no font has is seen to be missing', async () => {
    // Not assigned in any version of Unicode so far, and a private one.
    expect((await popup.evaluate(lookAtPage, 'Aঅع\u0378\ue123')).missing).toEqual(['\u0378', '\ue123']);
  });

  test('the choice is there from the first painting, and taken back at once', async () => {
    await choose(scene.session, 'ta');
    await show(popup, stateNamed('local-dns'));
    await reload(popup);
    expect((await popup.evaluate(lookAtPage)).headline).toBe(text('ta', 'headline_local_dns'));
    await choose(scene.session, null);
    await popup.waitForSelector('html[lang="en"][dir="ltr"]');
    expect((await popup.evaluate(lookAtPage)).headline).toBe(text('en', 'headline_local_dns'));
  });

  test('a language that is not there is the browser’s own', async () => {
    await choose(scene.session, 'ta');
    await popup.waitForSelector('html[lang="ta"]');
    await choose(scene.session, 'xx');
    await popup.waitForSelector('html[lang="en"]');
  });
});

describe.each(BROWSERS)('%s in the page and the toolbar', (kind) => {
  test('banner and badge speak the chosen language, and follow when another is chosen, after the background slept too', async () => {
    const world = { ...META_REPORTS, whatsapp: { page: 'service-unavailable', statusJson: 503 } } as const;
    await using scene = await openScene({ kind, world, stay: true });
    await choose(scene.session, 'ar');
    await scene.session.gotoWhatsApp(scene.page);
    const banner = () =>
      scene.page.evaluate(() => {
        const { lang = '', dir = '' } = document.querySelector<HTMLElement>('not-just-me-banner') ?? {};
        return `${lang} ${dir}`;
      });
    const badge = async () => (await scene.session.badge()).text;
    await eventually(banner, (says) => says === 'ar-u-nu-arab rtl', 40_000);
    await eventually(badge, (says) => says.startsWith(text('ar', 'badge_theirs')), 5_000);
    await choose(scene.session, 'bn');
    await eventually(banner, (says) => says === 'bn ltr', 5_000);
    await eventually(badge, (says) => says.startsWith(text('bn', 'badge_theirs')), 5_000);
    await scene.session.stopBackground();
    await choose(scene.session, 'de');
    await eventually(banner, (says) => says === 'de ltr', 5_000);
    await eventually(badge, (says) => says.startsWith(text('de', 'badge_theirs')), 5_000);
    const { title } = await scene.session.badge();
    expect(title).toMatch(
      new RegExp(`^Not Just Me · ${text('de', 'headline_whatsapp_only_likely').slice(0, 8)}`),
    );
  });
});

/** Stores the choice as the options page does. */
async function choose(session: Session, language: string | null): Promise<void> {
  await session.inExtension(storeSettings, { ...DEFAULT_SETTINGS, language, contacts: CONTACTS });
}

interface Stores {
  chrome: { storage: { local: { set(items: object): Promise<void> } } };
}

/** Runs in the extension. */
async function storeSettings(settings: object): Promise<void> {
  await (globalThis as unknown as Stores).chrome.storage.local.set({ settings });
}

interface Seen {
  headline: string;
  dir: string;
  scrolls: boolean;
  /** Characters that are drawn as a frame, since no font has them. */
  missing: string[];
  /** Arabic letters whose font knows them alone only. */
  unjoined: string[];
  /** Directions that the sentences of the witnesses run in. */
  told: string[];
}

/** Runs in the popup. `extra` is looked at as if the page showed it. */
function lookAtPage(extra = ''): Seen {
  const root = document.documentElement;
  const headline = document.querySelector('h1') as HTMLElement;
  const size = 64;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const pen = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  pen.font = `32px ${getComputedStyle(document.body).fontFamily}`;
  // For what no font has, both browsers draw a frame, Firefox with the number in it: no letter has ink along all four edges of
  // its box and none within.
  const draw = (text: string): Uint8ClampedArray => {
    pen.clearRect(0, 0, size, size);
    pen.fillText(text, 12, 44);
    return pen.getImageData(0, 0, size, size).data;
  };
  const isMissing = (character: string): boolean => {
    const data = draw(character);
    const isInked = (x: number, y: number) => (data[4 * (y * size + x) + 3] ?? 0) > 40;
    const all = Array.from({ length: size * size }, (_, at) => [at % size, Math.floor(at / size)] as const);
    const inked = all.filter(([x, y]) => isInked(x, y));
    if (inked.length === 0) return true;
    const [xs, ys] = [inked.map(([x]) => x), inked.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const box = all.filter(([x, y]) => x >= left && x <= right && y >= top && y <= bottom);
    const edge = box.filter(([x, y]) => x === left || x === right || y === top || y === bottom);
    const framed = edge.filter(([x, y]) => isInked(x, y)).length > 0.95 * edge.length;
    return framed && box.length > 60 && inked.length < 0.7 * box.length;
  };
  // These join none that follows; of the others, a letter that looks the same with and without a non-joiner does not join.
  const joins = (letter: string) => /(?![اآأإٱدذرزژوؤةىءڈڑےۓۂۃ])\p{Script=Arabic}/u.test(letter);
  const isUnjoined = (letter: string): boolean =>
    draw(`${letter}ا`).join() === draw(`${letter}\u200cا`).join();
  const shown = [...new Set(document.body.innerText + extra)];
  return {
    headline: headline.textContent ?? '',
    // What the browser made of it, not only what we asked for.
    dir: getComputedStyle(headline).direction,
    scrolls: root.scrollWidth > root.clientWidth,
    missing: shown.filter((one) => !/[\p{Z}\p{Cc}\p{Cf}\p{M}]/u.test(one)).filter(isMissing),
    unjoined: shown.filter((one) => /\p{L}/u.test(one) && joins(one)).filter(isUnjoined),
    told: [...document.querySelectorAll('.told > bdi')].map((node) => getComputedStyle(node).direction),
  };
}
