import type { Browser } from 'puppeteer-core';
import type { ExtensionLife } from './extension-life.ts';
import type { Inside } from './firefox-inside.ts';
import { readManifest } from './manifest.ts';

/** An extension in Firefox. `id` is null until one is installed. */
export interface FirefoxExtension extends ExtensionLife {
  readonly id: string | null;
  /** Its background is running now. */
  isRunning(): Promise<boolean>;
  /** End its background as its idle timer would. */
  terminate(): Promise<void>;
}

const UUIDS = 'extensions.webextensions.uuids';

/** The extension's life in a running Firefox, at an address known beforehand (`uuid`). */
export function firefoxExtension(browser: Browser, inside: Inside, uuid: string): FirefoxExtension {
  let id: string | null = null;

  const addon = (what: string) =>
    inside(`(async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID(${JSON.stringify(id)});
      await addon.${what};
    })()`);
  const permissions = (what: string) =>
    inside(`(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
      const given = ${what};
      await ExtensionPermissions[given.how](extension.id, { permissions: [], origins: [], ...given }, extension);
    })()`);
  const extension = () => `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension`;

  return {
    get id() {
      return id;
    },
    async install(dir) {
      const { id: geckoId } = readManifest(dir).browser_specific_settings?.gecko ?? {};
      const uuids = JSON.stringify({ [String(geckoId)]: uuid });
      await inside(`Services.prefs.setStringPref('${UUIDS}', ${JSON.stringify(uuids)})`);
      id = await browser.installExtension(dir);
    },
    async adopt(dir) {
      id = String(readManifest(dir).browser_specific_settings?.gecko?.id);
      // A package beside the profile's own is started a moment after the browser.
      await inside(`(async () => {
        while (!WebExtensionPolicy.getByID(${JSON.stringify(id)})) await new Promise((r) => setTimeout(r, 50));
      })()`);
    },
    reload: async () => void (await addon('reload()')),
    setEnabled: async (on) => void (await addon(on ? 'enable()' : 'disable()')),
    async remove() {
      await addon('uninstall()');
      id = null;
    },
    async setHostAccess(on) {
      const how = on ? 'add' : 'remove';
      await permissions(`{ how: '${how}', origins: extension.manifest.host_permissions }`);
    },
    async allowInPrivate() {
      await permissions(`{ how: 'add', permissions: ['internal:privateBrowsingAllowed'] }`);
      await addon('reload()');
    },
    isRunning: async () => id !== null && (await inside(`${extension()}.backgroundState`)) === 'running',
    async terminate() {
      if (id !== null) await inside(`${extension()}.terminateBackground({ ignoreDevToolsAttached: true })`);
    },
  };
}
