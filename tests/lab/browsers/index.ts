import { rm } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import type { Lab } from '../server.ts';
import { launchChromium } from './chromium.ts';
import type { ExtensionLife } from './extension-life.ts';
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
  const { browser } = launched;
  let popup: string | undefined;
  // Chromium says "installed" before the background has run: a page opened now would go unseen.
  const isReady = () => (kind === 'chrome' ? session.inExtension(workerIsReady) : undefined);
  const extension: ExtensionLife = {
    ...launched.extension,
    async install(dir) {
      await launched.extension.install(dir);
      popup = readManifest(dir).action?.default_popup;
      await isReady();
    },
    async adopt(dir) {
      await launched.extension.adopt(dir);
      popup = readManifest(dir).action?.default_popup;
      await isReady();
    },
    async reload() {
      await launched.extension.reload();
      await isReady();
    },
  };

  const session: Session = {
    browser,
    kind,
    extension,
    openPrivate: (url) => launched.openPrivate(url, session.inExtension),
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
      const base = launched.extensionBase();
      if (base === null) throw new Error('this browser has no extension');
      return base + path.replace(/^\//, '');
    },
    async openExtensionPage(path, { background = false } = {}) {
      const page = background ? await launched.newTabBehind() : await browser.newPage();
      await launched.open(page, session.extensionUrl(path));
      return page;
    },
    async openPopup() {
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
    notifications: () => launched.notifications(session.inExtension),
    ...(launched.clickNotification ? { clickNotification: launched.clickNotification } : {}),
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
  if (extensionDir && options.kept) await extension.adopt(extensionDir);
  else if (extensionDir) await extension.install(extensionDir);
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
