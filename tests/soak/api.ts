/** The extension API as far as the background uses it, in front of one browser. */
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings';
import type { Browser } from './browser';
import { BANNER_FILE, SENTINEL_FILE } from './extension';
import type { Life } from './life';
import { matches } from './web-request';

const NO_LOTS: Settings = { ...DEFAULT_SETTINGS, leave: { ...DEFAULT_SETTINGS.leave, world: 'on-click' } };

/** Node knows no origin of `chrome-extension:` addresses, as browsers do. */
export const ORIGIN = 'https://extension.example';

/** `browser` for one life of the background. What nobody has to answer answers nothing. */
export function apiOf(browser: Browser, life: Life) {
  /** A call of the API: proof of life, and it takes a moment. */
  const call =
    <A extends unknown[], R>(work: (...given: A) => R | Promise<R>) =>
    async (...given: A): Promise<R> => {
      life.activeAt = browser.clock.now;
      await null;
      // Nothing a dead life still does reaches the browser.
      if (life.ended) return new Promise<R>(() => {});
      const result = await work(...given);
      browser.counted();
      return life.ended ? new Promise<R>(() => {}) : result;
    };
  const events = ['onBeforeRequest', 'onBeforeRedirect', 'onHeadersReceived', 'onResponseStarted'];
  const all = [...events, 'onCompleted', 'onErrorOccurred'];
  return {
    runtime: {
      id: 'own-id',
      getURL: (path: string) => `${ORIGIN}/${path}`,
      getManifest: () => ({ content_scripts: [{ js: [SENTINEL_FILE] }] }),
      onMessage: life.event('onMessage'),
      onInstalled: life.event('onInstalled'),
      onStartup: life.event('onStartup'),
    },
    i18n: { getMessage: (key: string) => (key === 'locale_tag' ? 'en' : key) },
    get notifications() {
      if (!browser.mayNotify) return undefined;
      return {
        onClicked: life.event('notifications.onClicked'),
        getAll: call(() => Object.fromEntries([...browser.shown.keys()].map((id) => [id, true]))),
        create: call((id: string, given: { title: string; message: string }) => {
          browser.shown.set(id, given);
          browser.announced.push(id);
        }),
        clear: call((id: string) => browser.shown.delete(id)),
      };
    },
    permissions: { contains: call(() => true), onAdded: life.event('x'), onRemoved: life.event('x') },
    webRequest: Object.fromEntries(all.map((name) => [name, life.event(`webRequest.${name}`)])),
    storage: {
      session: {
        get: call((key: string) =>
          browser.session.has(key) ? { [key]: structuredClone(browser.session.get(key)) } : {},
        ),
        set: call((values: object) => {
          for (const [key, value] of Object.entries(values)) browser.session.set(key, structuredClone(value));
        }),
      },
      // Nobody here draws lots: these days are the same each time they are played.
      local: {
        get: call((key: string) => {
          if (key === 'settings') return { settings: NO_LOTS };
          return browser.disk.has(key) ? { [key]: structuredClone(browser.disk.get(key)) } : {};
        }),
        set: call((values: object) => {
          for (const [key, value] of Object.entries(values)) browser.disk.set(key, structuredClone(value));
          for (const listener of life.listeners('storage.local.onChanged', () => true))
            (listener as (changes: object) => void)(values);
        }),
        onChanged: life.event('storage.local.onChanged'),
      },
    },
    action: {
      setBadgeText: call(({ text }: { text: string }) => browser.witness.badge(text)),
      setBadgeBackgroundColor: call(() => undefined),
      setTitle: call(() => undefined),
      setIcon: call(() => undefined),
    },
    alarms: {
      get: call((name: string) => (browser.alarms.has(name) ? { name } : undefined)),
      clear: call((name: string) => browser.alarms.clear(name)),
      create: (
        name: string,
        {
          delayInMinutes = 0,
          when = browser.clock.now + delayInMinutes * 60_000,
          periodInMinutes = 0,
        }: { when?: number; delayInMinutes?: number; periodInMinutes?: number },
      ) => browser.alarms.set(name, when, periodInMinutes * 60_000),
      onAlarm: life.event('onAlarm'),
    },
    tabs: {
      query: call(({ url }: { url: string }) =>
        [...browser.tabs.values()].filter((tab) => matches(url, tab.url)).map(({ id }) => ({ id })),
      ),
      get: call((id: number) => {
        const tab = browser.tabs.get(id);
        if (!tab) throw new Error(`No tab with id: ${id}`);
        const { discarded } = tab;
        return matches('https://web.whatsapp.com/*', tab.url)
          ? { id, discarded, incognito: false, url: tab.url }
          : { id, discarded, incognito: false };
      }),
      sendMessage: call((id: number, message: unknown) => toTab(browser, id, message)),
      onRemoved: life.event('tabs.onRemoved'),
      onUpdated: life.event('tabs.onUpdated'),
      onReplaced: life.event('tabs.onReplaced'),
      create: call(() => undefined),
    },
    scripting: {
      executeScript: call(({ target, files }: { target: { tabId: number }; files: string[] }) => {
        const page = browser.tabs.get(target.tabId)?.page;
        if (!page) throw new Error('Cannot access contents of the page');
        if (files.includes(SENTINEL_FILE)) page.inject();
        if (files.includes(BANNER_FILE)) page.hasBannerScript = true;
        return [];
      }),
    },
  };
}

function toTab(browser: Browser, id: number, message: unknown): Promise<unknown> {
  const page = browser.tabs.get(id)?.page;
  if (!page) throw new Error('Could not establish connection. Receiving end does not exist.');
  return page.hear(structuredClone(message) as { type: string });
}
