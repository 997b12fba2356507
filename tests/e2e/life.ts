/** What the life-cycle tests share: a quick trouble, a count of banners, what is stored, what the page complains of. */
import type { Page } from 'puppeteer-core';
import type { Session } from '../lab/browsers/index.ts';
import type { WorldPatch } from '../lab/server.ts';
import { eventually } from './scene.ts';

/** WhatsApp's own "service unavailable", its host at 503: noticed after ten visible seconds, with an answer at once. */
export const NO_SERVICE = { whatsapp: { page: 'service-unavailable', statusJson: 503 } } as const;

/** The same page, mended. */
export const MENDED: WorldPatch = { whatsapp: { page: 'main', statusJson: 'healthy' } };

/** Longest time from the screen's coming to the banner's, in ms: ten seconds of looking and the witnesses' first words. */
export const NOTICED_MS = 30_000;

/** Longest time from chats being back to the banner's going, in ms. */
export const OVER_MS = 20_000;

/** How many banners the page holds. */
export function banners(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('not-just-me-banner').length);
}

/** Resolves when the page holds so many banners. */
export async function bannersBecome(page: Page, wanted: number, withinMs: number): Promise<void> {
  await eventually(
    () => banners(page),
    (count) => count === wanted,
    withinMs,
  );
}

/** What a page went through: banners at one time, and every error in its console. */
export interface Diary {
  most(): Promise<number>;
  readonly errors: readonly string[];
}

/** Starts a diary of the document now in the page. */
export async function keepDiary(page: Page): Promise<Diary> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.evaluate(() => {
    const scope = globalThis as unknown as { most: number };
    const count = () => {
      scope.most = Math.max(scope.most, document.querySelectorAll('not-just-me-banner').length);
    };
    scope.most = 0;
    new MutationObserver(count).observe(document.documentElement, { childList: true });
    count();
  });
  return { most: () => page.evaluate(() => (globalThis as unknown as { most: number }).most), errors };
}

/** The parts of the stored state these tests look at. */
export interface Remembered {
  session: {
    situation?: { incident: { id: string; tabs: Record<string, { phase: string; symptom: string }> } | null };
    asked?: { host: string; purpose: string; at: number }[];
  };
  local: object;
}

/** Everything the extension has stored. */
export function remembered(session: Session): Promise<Remembered> {
  return session.inExtension(readStorage);
}

/** Tab id → symptom of the troubles that are known now. */
export async function troubles(session: Session): Promise<Record<string, string>> {
  const tabs = (await remembered(session)).session.situation?.incident?.tabs ?? {};
  return Object.fromEntries(Object.entries(tabs).map(([tab, { symptom }]) => [tab, symptom]));
}

/** Runs in the extension. */
async function readStorage(): Promise<Remembered> {
  type Area = { get(key: null): Promise<object> };
  const { chrome } = globalThis as unknown as { chrome: { storage: { session: Area; local: Area } } };
  return { session: await chrome.storage.session.get(null), local: await chrome.storage.local.get(null) };
}

/** Counts the messages that pages send to the extension, by type and phase. */
export async function countMessages(session: Session): Promise<() => Promise<Record<string, number>>> {
  const listening = await session.openExtensionPage('manifest.json', { background: true });
  await listening.evaluate(() => {
    const scope = globalThis as unknown as {
      heard: Record<string, number>;
      chrome: { runtime: { onMessage: { addListener(listener: (message: Heard) => void): void } } };
    };
    interface Heard {
      type: string;
      phase?: string;
    }
    scope.heard = {};
    scope.chrome.runtime.onMessage.addListener(({ type, phase }) => {
      const name = phase === undefined ? type : `${type} ${phase}`;
      scope.heard[name] = (scope.heard[name] ?? 0) + 1;
    });
  });
  return () => listening.evaluate(() => (globalThis as unknown as { heard: Record<string, number> }).heard);
}

/** Nothing is wrong any more, as far as the extension remembers. */
export async function quietens(session: Session): Promise<void> {
  await eventually(
    () => remembered(session),
    (now) => (now.session.situation?.incident ?? null) === null,
    6_000,
  );
}

/** The next look comes now. */
export async function ringAlarm(session: Session): Promise<void> {
  await session.inExtension(async () => {
    type Api = { alarms: { create(name: string, when: object): Promise<void> } };
    await (globalThis as unknown as { chrome: Api }).chrome.alarms.create('recheck', { when: Date.now() });
  });
}

/** Rings the alarm again and again, as the growing pauses would in the end, until what is read fits. */
export async function ringUntil<T>(
  session: Session,
  read: () => Promise<T>,
  wanted: (value: T) => boolean,
  withinMs: number,
): Promise<T> {
  let rungAt = 0;
  return eventually(
    async () => {
      if (Date.now() - rungAt > 5_000) {
        rungAt = Date.now();
        await ringAlarm(session);
      }
      return read();
    },
    wanted,
    withinMs,
  );
}

/** Runs in the extension. */
export async function countAlarms(): Promise<number> {
  const { chrome } = globalThis as unknown as { chrome: { alarms: { getAll(): Promise<unknown[]> } } };
  return (await chrome.alarms.getAll()).length;
}
