/**
 * WhatsApp tabs that were open before us. Chrome runs no content script in them, neither after an install or update nor
 * when the extension is switched on again; no browser does when it gets its permission back.
 */
import { browser } from '../platform/browser';
import { watchingStore } from '../platform/stores';
import { sleep } from './gather';

/**
 * A document on its way while we start may come too late to be found and too early for the browser to run our script in it, which it is
 * still reading (Chromium 156, 2026-11-29: a window the browser starts with, 4 times in 80 on a busy machine). So we look again, in ms.
 */
const LOOK_AGAIN_MS = 5_000;

/** The first life of the background since the extension began to run; `storage.session` ends with it. */
export async function watchFirst(): Promise<void> {
  if (await watchingStore.read()) return;
  await watchingStore.write(true);
  await watchOpenTabs();
  await sleep(LOOK_AGAIN_MS);
  // A second run would be guarded too, and cost each page its reading: up to 40 ms of a busy start (`npm run bench:page`).
  await watchOpenTabs(isUnwatched);
}

/** Runs the content script where it may be missing; it guards itself against a second run. */
export async function watchOpenTabs(isMissing = async (_tabId: number) => true): Promise<void> {
  const files = browser.runtime.getManifest().content_scripts?.flatMap((script) => script.js ?? []) ?? [];
  // A discarded tab runs it when it comes back.
  const tabs = await browser.tabs.query({ url: 'https://web.whatsapp.com/*', discarded: false });
  const watch = async (tabId: number) => {
    // Nobody waits for a frozen tab, and a page that hangs while it loads is never idle.
    const injection = { target: { tabId }, files, injectImmediately: true };
    if (await isMissing(tabId)) await browser.scripting.executeScript(injection);
  };
  for (const { id = -1 } of tabs) void watch(id).catch(() => undefined);
}

async function isUnwatched(tabId: number): Promise<boolean> {
  const injection = { target: { tabId }, func: isWatched, injectImmediately: true };
  const [frame] = await browser.scripting.executeScript(injection);
  return frame?.result === false;
}

/** Runs in the page, where our script leaves its mark (`content/sentinel.iife.ts`). */
const isWatched = (): boolean => 'notJustMe' in globalThis;
