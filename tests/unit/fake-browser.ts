/** The parts of the extension API that our code uses, in memory. */
import { type Catalogue, catalogue, say } from './catalogues';

type Listener = (...args: never[]) => unknown;

/** An event that tests can fire. */
function event() {
  const listeners: Listener[] = [];
  return {
    listeners,
    addListener: (listener: Listener, ..._rest: unknown[]) => void listeners.push(listener),
    removeListener: (listener: Listener) => {
      listeners.splice(0, listeners.length, ...listeners.filter((one) => one !== listener));
    },
  };
}

/** What is stored, the language spoken, whether storing works, what was granted, and what is open; reset with `forget`. */
export const world = {
  stored: new Map<string, unknown>(),
  /** What is stored on disk. */
  local: new Map<string, unknown>(),
  language: 'en',
  /** Speaks instead of the language's own catalogue. */
  catalogue: null as Catalogue | null,
  storing: true,
  /** The disk takes what is given to it. */
  saving: true,
  granted: (_origin: string): boolean => true,
  /** WhatsApp tabs that are open. */
  tabs: [] as { id: number; url: string; incognito?: boolean }[],
};

export function forget(): void {
  world.stored.clear();
  world.local.clear();
  world.language = 'en';
  world.catalogue = null;
  world.storing = true;
  world.saving = true;
  world.granted = () => true;
  world.tabs = [];
  browser.runtime.onMessage.listeners.length = 0;
  browser.webRequest.onHeadersReceived.listeners.length = 0;
}

const speech = () => world.catalogue ?? catalogue(world.language);

const getMessage = (key: string, fill: string | string[] = []): string => say(speech(), key, [fill].flat());

export const browser = {
  runtime: {
    id: 'own-id',
    getURL: (path: string) => `chrome-extension://own-id/${path}`,
    onMessage: event(),
  },
  i18n: { getMessage },
  permissions: {
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => world.granted(origin)),
  },
  action: {
    setBadgeText: async (_: object) => {},
    setBadgeBackgroundColor: async (_: object) => {},
    setTitle: async (_: object) => {},
    setIcon: async (_: object) => {},
  },
  webRequest: { onHeadersReceived: event() },
  alarms: { get: async () => undefined, create: () => undefined, clear: async () => true },
  tabs: {
    query: async () => world.tabs,
    get: async (id: number) => {
      const tab = world.tabs.find((one) => one.id === id);
      if (!tab) throw new Error('no tab');
      return { incognito: false, ...tab };
    },
    sendMessage: async () => undefined,
    onRemoved: event(),
  },
  storage: {
    session: {
      get: async (key: string) =>
        world.stored.has(key) ? { [key]: structuredClone(world.stored.get(key)) } : {},
      set: async (values: Record<string, unknown>) => {
        if (!world.storing) throw new Error('QUOTA_BYTES quota exceeded');
        for (const [key, value] of Object.entries(values)) world.stored.set(key, structuredClone(value));
      },
    },
    local: {
      get: async (keys: string | string[]) =>
        Object.fromEntries(
          [keys]
            .flat()
            .flatMap((key) => (world.local.has(key) ? [[key, structuredClone(world.local.get(key))]] : [])),
        ),
      set: async (values: Record<string, unknown>) => {
        if (!world.saving) throw new Error('QUOTA_BYTES quota exceeded');
        for (const [key, value] of Object.entries(values)) world.local.set(key, structuredClone(value));
      },
    },
  },
};
