/** Pictures of the banner over WhatsApp Web, sent there as the background sends it. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { FIRST_WAYS } from '../../src/catalogue/first-ways.ts';
import { SIDE_OF, type Verdict } from '../../src/core/verdict.ts';
import { waysFor } from '../../src/core/ways.ts';
import { headlineKey } from '../../src/i18n/phrases.ts';
import type { BannerView, ToPage } from '../../src/messaging/contract.ts';
import { screenshot } from '../../tests/lab/screenshot.ts';
import type { Picture } from './sheet.ts';
import { type GalleryState, situationOf } from './states.ts';
import { type Studio, wordsOf } from './studio.ts';

const SCRIPT = 'src/content/banner/banner.iife.js';
const DESKTOP = { width: 1280, height: 720 };
/** From the narrowest phone to a wide window, and around each place where the layout changes. */
const WIDTHS = [320, 480, 700, 701, 800, 1024, 1150, 1400];

/** The banner for each state that has one; for one of them at other widths, too. */
export async function pictureBanners(studio: Studio, states: readonly GalleryState[]): Promise<Picture[]> {
  const { session, scheme } = studio;
  const page = await session.newPage();
  await session.gotoWhatsApp(page);
  await page.waitForSelector('#pane-side');
  await session.setColorScheme(page, scheme);
  const sender = await session.openExtensionPage('manifest.json', { background: true });
  const pictures: Picture[] = [];
  const troubles = states.filter((state) => !state.quiet && !state.outstanding && !state.lastedMs);
  for (const state of troubles) {
    await showBanner(studio, sender, page, state);
    pictures.push(await take(studio, page, state.name, DESKTOP, ''));
  }
  const [sample] = troubles.filter(({ name }) => name === 'local-dns');
  if (sample) {
    await showBanner(studio, sender, page, sample);
    for (const width of WIDTHS)
      pictures.push(await take(studio, page, sample.name, { width, height: 720 }, `${width} px`));
    await openWays(page);
    for (const width of WIDTHS)
      pictures.push(await take(studio, page, sample.name, { width, height: 720 }, `${width} px, ways open`));
  }
  await sender.close();
  await page.close();
  return pictures;
}

/** By the keyboard: the banner's root is closed, and only what the person does counts. */
async function openWays(page: Page): Promise<void> {
  await page.bringToFront();
  const box = () =>
    page.evaluate(() => document.querySelector('not-just-me-banner')?.getBoundingClientRect().height);
  const before = await box();
  const isIn = () => page.evaluate(() => document.activeElement?.localName === 'not-just-me-banner');
  for (let tabs = 0; tabs < 20 && !(await isIn()); tabs++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  if ((await box()) === before) throw new Error('the banner did not show the other ways');
}

/** Sends the banner for this state into the page. */
export async function showBanner(
  studio: Pick<Studio, 'lang'>,
  sender: Page,
  page: Page,
  state: GalleryState,
): Promise<void> {
  const { verdict } = situationOf(state, Date.now());
  const view = viewOf(verdict, wordsOf(studio.lang));
  await sender.evaluate(send, SCRIPT, { type: 'banner.show', view } satisfies ToPage);
  await page.bringToFront();
  await page.waitForSelector(
    `not-just-me-banner[data-verdict="${verdict.verdict}"][data-cause="${verdict.cause}"][data-confidence="${verdict.confidence}"]`,
  );
}

const LABELS = { otherWays: 'banner_other_ways', details: 'banner_details', close: 'banner_close' } as const;
const wayKey = (id: string) => `way_${id.replace('-', '_')}`;

/** The view as `background/banner.ts` makes it. */
function viewOf(verdict: Verdict, word: (key: string) => string): BannerView {
  return {
    verdict: verdict.verdict,
    confidence: verdict.confidence,
    cause: verdict.cause,
    side: SIDE_OF[verdict.verdict],
    lang: word('locale_tag'),
    dir: word('locale_direction'),
    theme: 'auto',
    headline: word(headlineKey(verdict)),
    labels: { otherWays: word(LABELS.otherWays), details: word(LABELS.details), close: word(LABELS.close) },
    ways: waysFor(verdict, FIRST_WAYS).map((way) => ({
      label: way.name ?? word(wayKey(way.id)),
      href: way.href || null,
    })),
  };
}

async function take(
  { session, folder, kind, lang, scheme }: Studio,
  page: Page,
  name: string,
  { width, height }: { width: number; height: number },
  mode: string,
): Promise<Picture> {
  const file = `banner-${name}-${kind}-${lang}-${scheme}${mode && `-${mode.replaceAll(/\W+/g, '-')}`}.png`;
  await screenshot(session, page, { width, height, scale: 1, path: join(folder, file) });
  const covered = await page.evaluate(coveredByBanner);
  const problems = covered.map((what) => `the banner covers ${what}`);
  return { surface: 'banner', name, file, kind, lang, scheme, mode, width, height, problems };
}

/** Runs in the page. */
function coveredByBanner(): string[] {
  const own = document.querySelector('not-just-me-banner')?.getBoundingClientRect();
  if (!own) return ['nothing: there is none'];
  return ['.search', 'footer', '#main header'].filter((selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    if (!box) return false;
    const apart =
      own.right <= box.left || own.left >= box.right || own.bottom <= box.top || own.top >= box.bottom;
    return !apart;
  });
}

interface Extension {
  chrome: {
    scripting: { executeScript(injection: object): Promise<unknown> };
    tabs: {
      query(what: object): Promise<{ id: number }[]>;
      sendMessage(tab: number, message: ToPage, options: object): Promise<unknown>;
    };
  };
}

/** Runs in the extension. */
async function send(script: string, message: ToPage): Promise<void> {
  const { chrome } = globalThis as unknown as Extension;
  const tabs = await chrome.tabs.query({ url: 'https://web.whatsapp.com/*' });
  for (const { id } of tabs) {
    await chrome.scripting.executeScript({ target: { tabId: id, frameIds: [0] }, files: [script] });
    await chrome.tabs.sendMessage(id, message, { frameId: 0 });
  }
}
