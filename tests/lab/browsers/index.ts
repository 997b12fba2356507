import { rm } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import type { Lab } from '../server.ts';
import { launchChromium } from './chromium.ts';
import { findBrowser } from './find-browser.ts';
import { launchFirefox } from './firefox.ts';
import { readManifest } from './manifest.ts';
import type { BrowserOptions, Session } from './session.ts';

export { type BrowserKind, findBrowser } from './find-browser.ts';
export type { BrowserOptions, Session } from './session.ts';

const WHATSAPP = 'https://web.whatsapp.com/';

/** Start a browser whose whole internet is the lab, with the extension installed if one is given. */
export async function openBrowser(options: BrowserOptions): Promise<Session> {
  const { kind, extensionDir } = options;
  const path = findBrowser(kind);
  if (!path) throw new Error(`No ${kind} found. Set ${kind === 'chrome' ? 'CHROME_PATH' : 'FIREFOX_PATH'}.`);
  const launched = await (kind === 'chrome' ? launchChromium : launchFirefox)(path, options);
  const { browser, extensionBase } = launched;

  const session: Session = {
    browser,
    kind,
    async newPage(url) {
      const page = await browser.newPage();
      if (url !== undefined) await page.goto(url);
      return page;
    },
    async gotoWhatsApp(page) {
      const arrival = page.goto(WHATSAPP, { waitUntil: 'domcontentloaded' }).catch(() => null);
      // A document that hangs never arrives: that it was asked for is all there is to wait for.
      await Promise.race([arrival, askedInVain(options.lab)]);
    },
    extensionUrl(path) {
      if (extensionBase === null) throw new Error('this browser was opened without an extension');
      return extensionBase + path.replace(/^\//, '');
    },
    async openExtensionPage(path, { background = false } = {}) {
      const page = background ? await launched.newTabBehind() : await browser.newPage();
      await launched.open(page, session.extensionUrl(path));
      return page;
    },
    async openPopup() {
      const popup = extensionDir ? readManifest(extensionDir).action?.default_popup : undefined;
      if (!popup) throw new Error('the extension has no popup');
      return session.openExtensionPage(popup);
    },
    async inExtension(run, ...args) {
      // The manifest is a page of the extension that runs none of its code.
      const page = await session.openExtensionPage('manifest.json', { background: true });
      try {
        return (await page.evaluate(run as Run, ...args)) as Awaited<ReturnType<typeof run>>;
      } finally {
        await page.close();
      }
    },
    badge: (tabId) => session.inExtension(readBadge, tabId ?? null),
    stopBackground: () => launched.stopBackground(),
    setColorScheme: (page, scheme) => launched.setColorScheme(page, scheme),
    isBackgroundRunning: () => launched.isBackgroundRunning(),
    async close() {
      const profile = options.userDataDir ? undefined : profileOf(browser);
      await browser.close();
      // Puppeteer removes it too, unless the browser was still writing at that moment.
      if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  // Chromium says "installed" before the background has run: a page opened now would go unseen.
  if (extensionDir && kind === 'chrome') await session.inExtension(workerIsReady);
  return session;
}

/** The temporary profile puppeteer made, from the command it started. */
function profileOf(browser: Browser): string | undefined {
  const made = /puppeteer_dev_(chrome|firefox)_profile-/;
  return browser
    .process()
    ?.spawnargs.find((argument) => made.test(argument))
    ?.replace('--user-data-dir=', '');
}

/** Resolves when the document is asked for in a world where it hangs. */
function askedInVain(lab: Lab): Promise<void> {
  return new Promise((resolve) => {
    const stop = lab.onRequest(({ host, path }) => {
      if (host !== 'web.whatsapp.com' || path !== '/') return;
      stop();
      if (lab.world.whatsapp.document === 'hang') resolve();
    });
  });
}

type Run = (...args: unknown[]) => unknown;

/** Runs in the extension. */
async function workerIsReady(): Promise<void> {
  const { background } = (globalThis as unknown as ChromeScope).chrome.runtime.getManifest();
  if (background) await navigator.serviceWorker.ready;
}

interface ChromeScope {
  chrome: { runtime: { getManifest(): { background?: object } } };
}

/** Runs in the extension. */
async function readBadge(tabId: number | null): Promise<{ text: string; title: string }> {
  type Action = Record<'getBadgeText' | 'getTitle', (details: object) => Promise<string>>;
  const scope = globalThis as unknown as { browser?: { action: Action }; chrome: { action: Action } };
  const { action } = scope.browser ?? scope.chrome;
  const details = tabId === null ? {} : { tabId };
  return { text: await action.getBadgeText(details), title: await action.getTitle(details) };
}
