import { createHash } from 'node:crypto';
import type { Browser, Page } from 'puppeteer-core';
import type { ExtensionLife } from './extension-life.ts';

/** The parts of Chromium's own page of extensions used here. */
interface OwnPage {
  chrome: {
    developerPrivate: {
      reload(id: string, options: object): Promise<void>;
      updateProfileConfiguration(update: object): Promise<void>;
      updateExtensionConfiguration(update: object): Promise<void>;
    };
    management: { setEnabled(id: string, on: boolean): Promise<void> };
  };
}

/** An extension in Chromium. `id` is null until one is installed. */
export interface ChromiumExtension extends ExtensionLife {
  readonly id: string | null;
}

/** The extension's life in a running Chromium; `newTabBehind` gives the tab that does what the person would. */
export function chromiumExtension(browser: Browser, newTabBehind: () => Promise<Page>): ChromiumExtension {
  let id: string | null = null;
  let dir = '';

  const onOwnPage = async (run: (id: string, on: boolean) => Promise<void>, on: boolean): Promise<void> => {
    const page = await newTabBehind();
    await page.goto('chrome://extensions');
    await page.evaluate(run, id ?? '', on).finally(() => page.close());
  };
  const load = async (options: object): Promise<void> => {
    const session = await browser.target().createCDPSession();
    const loaded = await session.send('Extensions.loadUnpacked', { path: dir, ...options });
    id = loaded.id;
    await session.detach();
  };

  return {
    get id() {
      return id;
    },
    async install(from) {
      dir = from;
      await load({});
    },
    async adopt(from) {
      dir = from;
      // Chromium names an unpacked extension by where it lies.
      const hash = createHash('sha256').update(from).digest('hex').slice(0, 32);
      id = hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
    },
    reload: () => onOwnPage(reload, true),
    setEnabled: (on) => onOwnPage(setEnabled, on),
    async remove() {
      if (id !== null) await browser.uninstallExtension(id);
      id = null;
    },
    setHostAccess: (on) => onOwnPage(setHostAccess, on),
    allowInPrivate: () => load({ enableInIncognito: true }),
  };
}

/** Runs in Chromium's own page. */
async function reload(id: string): Promise<void> {
  const { developerPrivate } = (globalThis as unknown as OwnPage).chrome;
  // Without it, Chromium leaves an unpacked extension switched off after a reload.
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  await developerPrivate.reload(id, { failQuietly: true });
}

/** Runs in Chromium's own page. */
async function setEnabled(id: string, on: boolean): Promise<void> {
  await (globalThis as unknown as OwnPage).chrome.management.setEnabled(id, on);
}

/** Runs in Chromium's own page. */
async function setHostAccess(id: string, on: boolean): Promise<void> {
  const hostAccess = on ? 'ON_ALL_SITES' : 'ON_CLICK';
  const { developerPrivate } = (globalThis as unknown as OwnPage).chrome;
  await developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess });
}
