import type { Browser, Page } from 'puppeteer-core';
import type { Lab } from '../server.ts';
import type { ExtensionLife } from './extension-life.ts';
import type { BrowserKind } from './find-browser.ts';

/** How to open a browser on a lab. */
export interface BrowserOptions {
  kind: BrowserKind;
  lab: Lab;
  /** An unpacked build, e.g. `dist/chrome`. */
  extensionDir?: string;
  /** True when left out. */
  headless?: boolean;
  lang?: string;
  colorScheme?: 'light' | 'dark';
  /** Names this browser never resolves. In Firefox `world.localDns` says more of them, at any time. */
  unresolvable?: string[];
  /** Hosts whose address refuses connections to this browser. As above. */
  refusing?: string[];
  /** A profile to keep; a temporary one when left out. */
  userDataDir?: string;
  /** The extension is there from the start of the browser: in Firefox a package in the profile, in Chromium unpacked. */
  kept?: boolean;
  /** Firefox preferences on top of the lab's. */
  prefs?: Record<string, unknown>;
  /** Browser arguments on top of the lab's. */
  args?: string[];
  width?: number;
  height?: number;
}

/** A browser that lives in the lab. */
export interface Session {
  readonly browser: Browser;
  readonly kind: BrowserKind;
  newPage(url?: string): Promise<Page>;
  /** Open WhatsApp Web in a page and wait for the document, for its failure, or for the hanging to begin. */
  gotoWhatsApp(page: Page): Promise<void>;
  extensionUrl(path: string): string;
  /** What happens to the extension itself: installed later, updated, switched off, removed, its hosts taken away. */
  readonly extension: ExtensionLife;
  /** Open an address in a private window. The extension must be allowed there (`extension.allowInPrivate`). */
  openPrivate(url: string): Promise<Page>;
  /** Open a page of the extension as a tab, behind the others if so wished. */
  openExtensionPage(path: string, options?: { background?: boolean }): Promise<Page>;
  /** Open the page of `action.default_popup` as a tab. */
  openPopup(): Promise<Page>;
  /** Run a function where extension APIs are, in a tab nobody sees; arguments and result must survive JSON. */
  inExtension: InExtension;
  /** The extension's notifications: those shown now in Chromium, all since its start in Firefox. */
  notifications(): Promise<string[]>;
  /** Click on the notification, as the person does. In Firefox alone: without a window Chromium's are nowhere to be clicked. */
  clickNotification?(): Promise<void>;
  /** What the toolbar button says, for a tab or by default. */
  badge(tabId?: number): Promise<{ text: string; title: string }>;
  /** Terminate the background as the browser would when idle. */
  stopBackground(): Promise<void>;
  /** Asked from outside, so that asking does not wake it. */
  isBackgroundRunning(): Promise<boolean>;
  /** What `prefers-color-scheme` says: to this page in Chromium, to all pages in Firefox. */
  setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>;
  close(): Promise<void>;
}

type InExtension = <Args extends unknown[], Result>(
  run: (...args: Args) => Result | Promise<Result>,
  ...args: Args
) => Promise<Result>;

/** What the two kinds do differently. */
export interface Launched {
  browser: Browser;
  extension: ExtensionLife;
  /** Where the extension's pages are; null while none is installed. */
  extensionBase(): string | null;
  openPrivate(url: string, inExtension: InExtension): Promise<Page>;
  newTabBehind(): Promise<Page>;
  notifications(inExtension: InExtension): Promise<string[]>;
  clickNotification?(): Promise<void>;
  open(page: Page, url: string): Promise<void>;
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>;
}
