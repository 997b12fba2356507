/** The popup on stage: the stored situation is written, and the popup follows it by itself. For the tests too. */
import type { Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { quiet } from '../../src/core/situation.ts';
import { stateOf } from '../../src/ui/state.ts';
import type { Session } from '../../tests/lab/browsers/index.ts';
import { askedAt, type GalleryState, STATES, situationOf, stateNamed, waysTriedAt } from './states.ts';

/** What the person has chosen on stage: it is no first run. */
const chosen = { settings: DEFAULT_SETTINGS };

/** Opens another page of ours, with nothing in it yet but what is stored. */
export async function openOwnPage(
  session: Session,
  name: 'report' | 'options',
  scheme: 'light' | 'dark',
): Promise<Page> {
  const now = Date.now();
  await session.inExtension(store, {
    situation: quiet(now),
    asked: askedAt(now),
    fallbacks: waysTriedAt(now),
  });
  await session.inExtension(choose, chosen);
  const page = await session.openExtensionPage(`src/ui/${name}/index.html`);
  await session.setColorScheme(page, scheme);
  await page.waitForSelector('main *');
  return page;
}

/** Opens the popup's page at the toolbar's size. In trouble that is looked at already, it asks nobody. */
export async function openPopup(session: Session, scheme: 'light' | 'dark'): Promise<Page> {
  const now = Date.now();
  const situation = situationOf(stateNamed('unsure'), now);
  await session.inExtension(store, { situation, asked: askedAt(now), fallbacks: waysTriedAt(now) });
  await session.inExtension(choose, chosen);
  const popup = await session.openPopup();
  await popup.setViewport({ width: 380, height: 600 });
  await session.setColorScheme(popup, scheme);
  // What is open from the beginning depends on the width.
  await reload(popup);
  return popup;
}

/** Asked of the page itself: Firefox's answer to `page.reload()` never comes for a page of an extension. */
export async function reload(popup: Page): Promise<void> {
  await popup.evaluate(() => {
    document.querySelector('main')?.remove();
    location.reload();
  });
  await popup.waitForSelector('main h1');
}

/** Stores a state and waits until the popup shows it. */
export async function show(popup: Page, state: GalleryState): Promise<void> {
  await popup.bringToFront();
  const situation = situationOf(state, Date.now(), STATES.indexOf(state));
  await popup.evaluate(store, { situation });
  const since = situation.incident === null ? '' : new Date(situation.incident.beganAt).toISOString();
  const shown = { verdict: situation.verdict.verdict, state: stateOf(situation, Date.now()), since };
  const attributes = Object.entries(shown).map(([name, value]) => `[data-${name}="${value}"]`);
  await popup.waitForSelector(`main${attributes.join('')}`);
}

/** Opens or closes what is folded. */
export async function openAll(popup: Page, open: boolean): Promise<void> {
  await popup.evaluate((open) => {
    for (const details of document.querySelectorAll('details')) details.open = open;
  }, open);
}

interface Stores {
  chrome: {
    storage: Record<'session' | 'local', { set(items: object): Promise<void>; clear(): Promise<void> }>;
  };
}

/** Runs in the extension: what the person chose. */
export async function choose(items: object): Promise<void> {
  await (globalThis as unknown as Stores).chrome.storage.local.set(items);
}

/** Runs in the extension: as if it had just been installed. */
export async function unchoose(): Promise<void> {
  await (globalThis as unknown as Stores).chrome.storage.local.clear();
}

/** Runs in the extension. */
export async function store(items: object): Promise<void> {
  await (globalThis as unknown as Stores).chrome.storage.session.set(items);
}
