/** One document of WhatsApp Web in a tab, with the extension's content script in a world of its own. */
import { Window } from 'happy-dom';
import { type Browser, onlineOf } from './browser';
import { dateOf, Timers } from './clock';
import type { Tab } from './tab';

const BANNER = 'not-just-me-banner';

/** Chrome lets a page hidden for this long run timers once a minute, in ms. */
const LONG_HIDDEN_MS = 5 * 60_000;

/** Globals of a page that the content script may use; what is not listed here would be Node's own. */
const OF_WINDOW = [
  'AbortController',
  'CustomEvent',
  'Element',
  'Event',
  'HTMLElement',
  'HTMLLinkElement',
  'HTMLProgressElement',
  'HTMLScriptElement',
  'MutationObserver',
  'Node',
  'location',
] as const;

export class Page {
  readonly window: Window;
  /** The page's own timers, and its content script's: slow in hidden tabs. */
  readonly timers: Timers;
  /** What comes over the line is never slow. */
  readonly network: Timers;
  hasBannerScript = false;
  /** WhatsApp's client in this document, as far as the document's fate concerns it. */
  client: { stop(): void; comeBack(): void } | null = null;
  #readyState: 'loading' | 'interactive' | 'complete' = 'loading';
  #visible = false;
  #awake: (() => void)[] | null = null;
  #listeners: { version: number; listener: (message: unknown) => void }[] = [];
  #worlds = new Map<number, object>();
  #gone = false;
  #hiddenTimer = 0;
  readonly #connection: EventTarget & { type?: string };

  constructor(
    readonly tab: Tab,
    readonly browser: Browser,
    /** HTTP status of the document. */
    readonly status: number,
    /** WhatsApp's worker had it, and its scripts, in store. */
    readonly stored: boolean,
  ) {
    this.window = new Window({
      url: tab.url,
      settings: { disableErrorCapturing: true, handleDisabledFileLoadingAsSuccess: true },
    });
    this.timers = new Timers(browser.clock, true);
    this.network = new Timers(browser.clock, true);
    const { document } = this.window;
    Object.defineProperty(document, 'visibilityState', {
      get: () => (this.#visible ? 'visible' : 'hidden'),
    });
    Object.defineProperty(document, 'hidden', { get: () => !this.#visible });
    Object.defineProperty(document, 'readyState', { get: () => this.#readyState });
    this.#connection = new this.window.EventTarget() as unknown as EventTarget;
    this.#setVisible(tab.visible);
    this.inject();
  }

  get document(): Document {
    return this.window.document as unknown as Document;
  }

  /** Side told by the banner in the page, or `null` without one. */
  get banner(): string | null {
    return this.document.querySelector<HTMLElement>(BANNER)?.dataset.side ?? null;
  }

  get frozen(): boolean {
    return this.#awake !== null;
  }

  get gone(): boolean {
    return this.#gone;
  }

  /** The content script starts in this document. Once more in the same version is once too often: it must see that itself. */
  inject(): void {
    const { version } = this.browser;
    const runtime = this.#runtimeOf(version);
    const world = this.#worlds.get(version) ?? { chrome: { runtime } };
    this.#worlds.set(version, world);
    const { window, timers, browser } = this;
    this.browser.extension.sentinel({
      ...Object.fromEntries(OF_WINDOW.map((name) => [name, window[name]])),
      globalThis: world,
      window,
      document: window.document,
      navigator: Object.assign(onlineOf(browser.internet), {
        connection: browser.kind === 'chrome' ? this.#connection : undefined,
      }),
      performance: {
        now: () => browser.clock.now,
        getEntriesByType: () => [{ responseStatus: this.status }],
      },
      setTimeout: timers.setTimeout,
      clearTimeout: timers.clearTimeout,
      Date: dateOf(browser.clock),
    });
  }

  #runtimeOf(version: number) {
    const living = () => version === this.browser.version && !this.#gone;
    return {
      get id() {
        return living() ? 'own-id' : undefined;
      },
      sendMessage: async (message: unknown) => {
        if (!living()) throw new Error('Extension context invalidated.');
        return this.browser.message(this.tab, message);
      },
      onMessage: {
        addListener: (listener: (message: unknown) => void) =>
          void this.#listeners.push({ version, listener }),
      },
    };
  }

  /** A message of the background. A frozen page hears it when it thaws. */
  async hear(message: { type: string; view?: { side: string } }): Promise<void> {
    if (this.#awake !== null) await new Promise<void>((resolve) => this.#awake?.push(resolve));
    if (this.#gone) throw new Error('Could not establish connection. Receiving end does not exist.');
    const { version } = this.browser;
    for (const one of this.#listeners) if (one.version === version) one.listener(message);
    this.browser.witness.trace(`tab ${this.tab.id} hears ${JSON.stringify(message).slice(0, 80)}`);
    if (!this.hasBannerScript || !message.type.startsWith('banner.')) return;
    if (message.type === 'banner.show') this.#showBanner(message.view?.side ?? '');
    if (message.type === 'banner.hide') this.document.querySelector(BANNER)?.remove();
    this.browser.witness.banner(this.tab, this.banner);
  }

  /** What the banner's own script does, as far as anybody else can tell. */
  #showBanner(side: string): void {
    const banner = this.document.querySelector<HTMLElement>(BANNER) ?? this.document.createElement(BANNER);
    banner.dataset.side = side;
    this.document.documentElement.append(banner);
  }

  become(state: 'interactive' | 'complete'): void {
    this.#readyState = state;
  }

  setVisible(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#setVisible(visible);
    this.tell(this.document, 'visibilitychange');
  }

  #setVisible(visible: boolean): void {
    this.#visible = visible;
    this.timers.alignMs = visible ? 1 : 1_000;
    this.browser.timers.clearTimeout(this.#hiddenTimer);
    if (visible || this.browser.kind !== 'chrome') return;
    this.#hiddenTimer = this.browser.timers.setTimeout(() => {
      this.timers.alignMs = 60_000;
    }, LONG_HIDDEN_MS);
  }

  /** An event of the browser's own. */
  tell(target: Document | Window | EventTarget, type: string, more: object = {}): void {
    const event = new this.window.Event(type);
    (target as EventTarget).dispatchEvent(Object.assign(event, more) as unknown as Event);
  }

  tellWindow(type: string, more: object = {}): void {
    this.tell(this.window as unknown as EventTarget, type, more);
  }

  /** The browser has a new estimate of the line, or (with a type) another kind of line. */
  changeConnection(type?: string): void {
    if (type !== undefined) this.#connection.type = type;
    this.tell(this.#connection, 'change');
  }

  freeze(): void {
    if (this.#awake !== null) return;
    this.tell(this.document, 'freeze');
    this.#awake = [];
    this.timers.frozen = true;
    this.network.frozen = true;
  }

  thaw(): void {
    const waiting = this.#awake ?? [];
    this.#awake = null;
    this.timers.thaw();
    this.network.thaw();
    this.tell(this.document, 'resume');
    for (const resume of waiting) resume();
  }

  /** The person goes on to another document; this one may be kept for a way back. */
  leave(kept: boolean): void {
    this.tellWindow('pagehide', { persisted: kept });
    this.setVisible(false);
    if (kept) this.freeze();
    else {
      this.client?.stop();
      this.end();
    }
  }

  /** Back to this document, as it was left. */
  comeBack(): void {
    this.thaw();
    this.client?.comeBack();
    this.tellWindow('pageshow', { persisted: true });
    this.setVisible(this.tab.visible);
  }

  /** Closed, thrown out of memory, or replaced. */
  end(): void {
    this.#gone = true;
    this.timers.end();
    this.network.end();
    this.browser.timers.clearTimeout(this.#hiddenTimer);
    this.window.happyDOM.close().catch(() => undefined);
  }
}
