/** What the person chose. Everything has a default; nothing of it ever leaves the browser. */

/** Sources the person may keep from being asked. WhatsApp's own host is not among them: this browser talks to it anyway. */
export const OPTIONAL_SOURCES = [
  'this-device',
  'dns',
  'meta-family',
  'meta-status',
  'world',
  'crowd',
  'country',
] as const;
export type OptionalSource = (typeof OPTIONAL_SOURCES)[number];

/** When a source may be asked: in any trouble, on a click only, or not at all. */
export const LEAVES = ['by-itself', 'on-click', 'never'] as const;
export type Leave = (typeof LEAVES)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A status page the person added, their company's chat for example. */
export interface OwnPage {
  /** Its address, as recognised: `https:` and a public host. */
  url: string;
  /** Which adapter reads it. */
  format: string;
  name: string;
}

export interface Settings {
  version: 1;
  /** Folder of the locale, or `null` for the browser's own language. */
  language: string | null;
  theme: Theme;
  /** False: never a banner in the page. */
  banner: boolean;
  /** True: a failed tab is loaded anew by itself when WhatsApp's host answers again. */
  reload: boolean;
  leave: Readonly<Record<OptionalSource, Leave>>;
  /** ISO 3166-1 alpha-2, chosen by the person; `null` until then, and nothing about a country is asked. */
  country: string | null;
  /** Number of the person's network operator (ASN), when they chose to ask in its network too. */
  network: number | null;
  /** Ids of the other ways to offer, in the person's order; `null` for ours. */
  ways: readonly string[] | null;
  /** The person's own address per way (a name, a number, a mail address), for their plan B. */
  contacts: Readonly<Record<string, string>>;
  pages: readonly OwnPage[];
}

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  language: null,
  theme: 'auto',
  banner: true,
  reload: false,
  leave: {
    'this-device': 'by-itself',
    dns: 'by-itself',
    'meta-family': 'by-itself',
    'meta-status': 'by-itself',
    world: 'by-itself',
    crowd: 'on-click',
    country: 'on-click',
  },
  country: null,
  network: null,
  ways: null,
  contacts: {},
  pages: [],
};
