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
  await watchOpenTabs();
}

/** Runs the content script where it may be missing; it guards itself against a second run. */
export async function watchOpenTabs(): Promise<void> {
  const files = browser.runtime.getManifest().content_scripts?.flatMap((script) => script.js ?? []) ?? [];
  // A discarded tab runs it when it comes back.
  const tabs = await browser.tabs.query({ url: 'https://web.whatsapp.com/*', discarded: false });
  for (const { id: tabId = -1 } of tabs) {
    // Nobody waits for a frozen tab, and a page that hangs while it loads is never idle.
    const injection = { target: { tabId }, files, injectImmediately: true };
    void browser.scripting.executeScript(injection).catch(() => undefined);
  }
}
