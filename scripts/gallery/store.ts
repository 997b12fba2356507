/**
 * Pictures for the stores, from the same stage: 1280 × 800, which Chrome's store asks for and Mozilla's recommends. A page
 * fills the picture; a popup stands on a ground of its side's colour beside the sentence it answers with. And the README's
 * picture (`docs/pictures`): banner and popup beside each other.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Verdict } from '../../src/core/verdict.ts';
import { explainKey, headlineKey } from '../../src/i18n/phrases.ts';
import { screenshot } from '../../tests/lab/screenshot.ts';
import { showBanner } from './banners.ts';
import { openOwnPage, openPopup, show } from './stage.ts';
import { situationOf, stateNamed } from './states.ts';
import { type Studio, speak, wordsOf } from './studio.ts';

const SIZE = { width: 1280, height: 800 };
const COVER = { width: 1280, height: 700 };
/** What the banner says, and the popup beside it. */
const COVERED = 'global-whatsapp-only-likely';

/** Popups that tell the product's story, with their ground. */
const POPUPS = [
  ['global-whatsapp-only-confirmed', '#f7e6e1'],
  ['local-firewall', '#f7ecd9'],
  ['regional', '#e9e6f6'],
] as const;

/** Into the folder `store` of the gallery's. */
export async function pictureStore(studio: Studio): Promise<void> {
  const { session, kind, lang } = studio;
  const folder = join(studio.folder, 'store');
  await mkdir(folder, { recursive: true });
  const path = (name: string) => join(folder, `${kind}-${lang}-${name}.png`);
  await pictureBanner(studio, path('1-banner'));
  const word = wordsOf(lang);
  const compose = async (html: string, size: typeof SIZE, name: string) => {
    const page = await session.newPage();
    await page.setContent(html);
    await screenshot(session, page, { ...size, scale: 1, path: path(name) });
    await page.close();
  };
  const popupOf = async (state: string) => {
    const popup = await openPopup(session, 'light');
    await speak(studio, popup);
    await show(popup, stateNamed(state));
    const inner = path(`popup-${state}`);
    await screenshot(session, popup, { width: 380, height: 700, path: inner });
    await popup.close();
    return inner;
  };
  await compose(await cover(path('1-banner'), await popupOf(COVERED)), COVER, 'cover');
  for (const [index, [state, ground]] of POPUPS.entries()) {
    const verdict = index === 0 ? null : situationOf(stateNamed(state), Date.now()).verdict;
    await compose(await poster(word, verdict, await popupOf(state), ground), SIZE, `${index + 2}-${state}`);
  }
  const report = await openOwnPage(session, 'report', 'light');
  await speak(studio, report);
  await show(report, stateNamed('global-whatsapp-only-confirmed'));
  await screenshot(session, report, { ...SIZE, scale: 1, path: path('5-report') });
  await report.close();
}

async function pictureBanner(studio: Studio, path: string): Promise<void> {
  const { session } = studio;
  const page: Page = await session.newPage();
  await session.gotoWhatsApp(page);
  await page.waitForSelector('#pane-side');
  const sender = await session.openExtensionPage('manifest.json', { background: true });
  await showBanner(studio, sender, page, stateNamed(COVERED));
  await screenshot(session, page, { ...SIZE, scale: 1, path });
  await sender.close();
  await page.close();
}

const inlined = async (picture: string) =>
  `data:image/png;base64,${(await readFile(picture)).toString('base64')}`;

/** The page with its banner, and the popup. */
async function cover(banner: string, popup: string): Promise<string> {
  return `<!doctype html><meta charset="utf-8">
<style>
  body { margin: 0; height: 100vh; display: flex; align-items: center; justify-content: center; gap: 32px; background: #e8e4d8 }
  img { flex: none; border-radius: 12px; box-shadow: 0 10px 40px rgb(0 0 0 / 25%) }
</style>
<img src="${await inlined(banner)}" alt="" width="840"><img src="${await inlined(popup)}" alt="" width="340">`;
}

/** A popup beside the question it answers, or its answer in large letters. */
async function poster(
  word: (key: string) => string,
  verdict: Verdict | null,
  picture: string,
  ground: string,
): Promise<string> {
  const [title, text] = verdict
    ? [headlineKey(verdict), explainKey(verdict)]
    : ['store_question', 'welcome_what'];
  return `<!doctype html><html lang="${word('locale_tag')}" dir="${word('locale_direction')}"><meta charset="utf-8">
<style>
  body { margin: 0; height: 100vh; box-sizing: border-box; padding: 50px 90px; display: flex; align-items: center;
    justify-content: space-between; gap: 60px; background: ${ground}; color: #1b1f27; font-family: system-ui, sans-serif }
  h1 { font-size: 44px; line-height: 1.25; margin: 0 0 20px; max-width: 13em; text-wrap: balance }
  p { font-size: 22px; line-height: 1.5; margin: 0; max-width: 24em }
  img { width: 380px; flex: none; border-radius: 14px; box-shadow: 0 16px 60px rgb(0 0 0 / 28%) }
</style>
<div><h1>${word(title)}</h1><p>${word(text)}</p></div>
<img src="${await inlined(picture)}" alt=""></html>`;
}
