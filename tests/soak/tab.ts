/** One tab: loads, fails to load, goes elsewhere and back, is hidden, frozen, thrown out of memory, closed. */
import type { Browser } from './browser';
import { errorName, type NetTrouble } from './net-trouble';
import { Page } from './page';

const WHATSAPP = 'https://web.whatsapp.com/';

/** Chrome gives a document that never comes up after this long, in ms. */
const PATIENCE_MS = 240_000;

/** A connection nobody answers is tried again about so often, in ms. */
const RETRY_MS = 3_000;

export class Tab {
  /** WhatsApp's document, when there is one. */
  page: Page | null = null;
  url = 'about:blank';
  visible = false;
  discarded = false;
  #pending: { requestId: string; timer: number } | null = null;
  #kept: Page | null = null;
  #unknown: boolean;

  constructor(
    readonly id: number,
    readonly browser: Browser,
    /** Somebody brings the new document to life. */
    readonly onPage: (page: Page) => void,
    /** A worker of WhatsApp's answers for the server, and `webRequest` sees nothing. */
    readonly byWorker: () => boolean,
  ) {
    this.#unknown = browser.kind === 'firefox' && browser.random.chance(0.2);
  }

  /** Loads WhatsApp: a first time, anew, or again. */
  load(address = WHATSAPP): void {
    this.abort();
    this.browser.witness.trace(`tab ${this.id} loads`);
    const { internet, timers } = this.browser;
    const requestId = this.browser.nextRequest();
    if (this.byWorker() && this.url.startsWith(WHATSAPP)) {
      // Firefox tells of a page from its worker's cache like this, and then nothing (measured 2026-11-21).
      if (this.browser.kind === 'firefox') {
        this.#fire('onBeforeRequest', requestId, address);
        this.#fire('onBeforeRedirect', requestId, address, { redirectUrl: address, statusCode: 0 });
      }
      timers.setTimeout(() => this.#commit(address, 200, true), internet.latencyMs());
      return;
    }
    this.#fire('onBeforeRequest', requestId, address);
    const answer = internet.through(internet.document);
    const end = (work: () => void, ms: number) => {
      const timer = timers.setTimeout(() => {
        this.#pending = null;
        work();
      }, ms);
      this.#pending = { requestId, timer };
    };
    if (answer === 'hang') this.#hang(requestId, address, this.browser.clock.now + PATIENCE_MS);
    else if (answer === 'ok' || typeof answer === 'number')
      end(() => this.#answered(requestId, address, answer === 'ok' ? 200 : answer), internet.latencyMs());
    else
      end(
        () => this.#fail(requestId, address, answer),
        answer === 'timed-out' ? 21_000 : internet.latencyMs(),
      );
  }

  /** Nobody answers. When it was the line, the request gets through after all once the line is back. */
  #hang(requestId: string, address: string, until: number): void {
    const { internet, timers, clock } = this.browser;
    const timer = timers.setTimeout(() => {
      if (clock.now >= until) {
        this.#pending = null;
        this.#fail(requestId, address, 'timed-out');
      } else if (internet.document === 'ok' && internet.through('ok') === 'ok') {
        this.#pending = null;
        this.#answered(requestId, address, 200);
      } else this.#hang(requestId, address, until);
    }, RETRY_MS);
    this.#pending = { requestId, timer };
  }

  /** The person stops the load, or begins another one: nobody's fault. */
  abort(): void {
    if (this.#pending === null) return;
    const { requestId, timer } = this.#pending;
    this.browser.timers.clearTimeout(timer);
    this.#pending = null;
    this.#fire('onErrorOccurred', requestId, WHATSAPP, { error: errorName('aborted', this.browser.kind) });
  }

  #fire(
    event: 'onBeforeRequest' | 'onBeforeRedirect' | 'onResponseStarted' | 'onErrorOccurred' | 'onCompleted',
    requestId: string,
    url: string,
    more: object = {},
  ): void {
    // Firefox may not know the tab of a first load yet (ghostery/common#82).
    const tabId = this.#unknown ? -1 : this.id;
    this.browser.fire(event, { requestId, url, type: 'main_frame', tabId, ...more });
  }

  #answered(requestId: string, address: string, statusCode: number): void {
    this.#fire('onResponseStarted', requestId, address, { statusCode });
    this.#commit(address, statusCode);
    this.#fire('onCompleted', requestId, address, { statusCode });
  }

  /** The browser's own error page: no content script runs there. */
  #fail(requestId: string, address: string, trouble: NetTrouble): void {
    this.#fire('onErrorOccurred', requestId, address, { error: errorName(trouble, this.browser.kind) });
    this.browser.witness.trace(`tab ${this.id} fails to load: ${trouble}`);
    this.#leave(false);
    this.url = address;
  }

  #commit(address: string, status: number, stored = false): void {
    this.#leave(false);
    this.#unknown = false;
    this.discarded = false;
    this.url = address;
    this.page = new Page(this, this.browser, status, stored);
    this.onPage(this.page);
  }

  #leave(kept: boolean): void {
    this.page?.leave(kept);
    this.#kept?.end();
    this.#kept = kept ? this.page : null;
    this.page = null;
  }

  /** To another site; the browser may keep the page for a way back. */
  goElsewhere(kept: boolean): void {
    this.abort();
    this.#leave(kept);
    this.url = 'https://elsewhere.example/';
  }

  goBack(): void {
    const kept = this.#kept;
    if (kept === null) {
      this.load();
      return;
    }
    this.#kept = null;
    this.page = kept;
    this.url = WHATSAPP;
    kept.comeBack();
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    this.page?.setVisible(visible);
  }

  /** Memory is short: the page goes, the tab stays, and is loaded when somebody looks at it. */
  discard(): void {
    this.page?.client?.stop();
    this.page?.end();
    this.page = null;
    this.discarded = true;
  }

  close(): void {
    this.abort();
    this.#leave(false);
    this.browser.closed(this.id);
  }
}
