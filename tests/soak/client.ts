/**
 * WhatsApp's own client in one page: starts, links, loads, connects, hides a loss for 18 s, shows it, comes back. Its
 * screens and times are those of wa-diff (WAWebAppUI, WAWebStreamModel, WAWebOpenSocket, 2026-04).
 */
import { Chat } from './chat';
import { ChatLine } from './line';
import type { Markup } from './markup';
import type { Page } from './page';
import type { Random } from './random';
import { Screen, type Shown } from './screen';

/** A lost line is hidden for so long, and its retry form held back for so much longer, in ms. */
const HIDDEN_MS = 18_000;
const RETRY_FORM_MS = 21_000;

/** How this start of the client goes; what is not said happens at a usual pace. */
export interface Start {
  splashMs?: number;
  /** In ms from mounting to the chats, and the longest time the bar stands still. */
  loadMs?: number;
  standsMs?: number;
}

export interface Account {
  linked: boolean;
  /** A lock in front of the chats. */
  locked: boolean;
  socketsFromWorker: boolean;
  /** A content blocker keeps measurements from being loaded, in every page. */
  blocker: boolean;
}

export class Client {
  readonly screen: Screen;
  readonly line: ChatLine;
  readonly chat: Chat;
  #synced = false;
  #online = true;
  #lostAt: number;
  #closed = false;
  #timers: number[] = [];

  constructor(
    readonly page: Page,
    markup: Markup,
    readonly account: Account,
    readonly random: Random,
    /** Chats are up in this page: another page of the same account gives way. */
    readonly onUp: () => void,
  ) {
    this.screen = new Screen(page, markup);
    this.line = new ChatLine(page, random, account.socketsFromWorker, () => this.#lineChanged());
    this.chat = new Chat(page, markup, this.line, random);
    this.#lostAt = this.#now();
  }

  /** The chats stand there with a live line. */
  get well(): boolean {
    return this.screen.shown === 'main' && this.line.up && !this.page.gone;
  }

  /** The document's HTML is here. */
  start({ splashMs, ...more }: Start): void {
    const { browser } = this.page;
    this.screen.drawShell();
    this.page.become('interactive');
    if (this.account.blocker) this.screen.scriptFails('https://crashlogs.whatsapp.net/wa_fls_upload_check');
    const usual = Math.min(25_000, this.random.between(600, 5_000) * browser.internet.slowness);
    this.#fetchScripts(() => {
      this.page.become('complete');
      if (browser.internet.app === 'never-starts') return;
      this.#later(splashMs ?? usual, () => this.#mount(more));
    });
  }

  /** Scripts that get no answer come after all once the line is back. */
  #fetchScripts(then: () => void): void {
    const { internet } = this.page.browser;
    const statics = internet.through(internet.statics);
    if (statics === 'ok' || this.page.stored) then();
    else if (statics === 'hang') this.#later(3_000, () => this.#fetchScripts(then));
    else this.#later(internet.latencyMs(), () => this.#scriptsFail());
  }

  /** Building blocks of the page do not arrive; nothing more is seen of it than this. */
  #scriptsFail(): void {
    for (let count = this.random.whole(1, 4); count > 0; count--)
      this.screen.scriptFails('https://static.whatsapp.net/rsrc.php/v4/app.js');
  }

  #mount(more: Omit<Start, 'splashMs'>): void {
    this.screen.mount();
    const { app: fate } = this.page.browser.internet;
    if (fate === 'service-unavailable' || fate === 'network-block') {
      this.#show(fate);
      return;
    }
    this.#starting = more;
    if (this.account.locked) this.#show('locked');
    else this.go();
  }

  #starting: Omit<Start, 'splashMs'> = {};

  /** Past the lock: to the chats, or to the code that links them. */
  go(): void {
    this.#lostAt = this.#now();
    this.#show(this.account.linked ? 'loading' : 'qr-loading');
    this.line.start();
    this.#update();
  }

  /** The servers or the line changed: the socket finds out sooner or later. */
  feels(ms: number): void {
    this.line.breaks(ms);
    this.chat.flush();
  }

  #lineChanged(): void {
    const { up } = this.line;
    if (up) {
      this.#online = true;
      this.chat.flush();
    } else {
      if (this.#wasUp) this.#lostAt = this.#now();
      this.#askWhetherOnline();
    }
    this.#wasUp = up;
    this.#update();
  }

  #wasUp = false;

  /** Any answer of `status.json` counts as online; a request that hangs is given up after a minute. */
  #askWhetherOnline(): void {
    const { internet } = this.page.browser;
    const answer = internet.through(internet.statusJson);
    const online = answer === 'ok' || typeof answer === 'number';
    const ms = answer === 'hang' ? 60_000 : answer === 'offline' ? 5 : internet.latencyMs();
    this.#later(ms, () => {
      if (this.line.up || this.#online === online) return;
      this.#online = online;
      this.#update();
    });
  }

  #update(): void {
    for (const timer of this.#timers) this.page.timers.clearTimeout(timer);
    this.#timers = [];
    if (this.#closed || this.screen.shown === 'splash' || this.screen.shown === 'locked') return;
    if (!this.account.linked) this.#link();
    else if (this.line.up) this.#arrive();
    else this.#wait(this.#now() - this.#lostAt);
  }

  #link(): void {
    if (!this.line.up) {
      if (this.screen.shown !== 'qr') this.#show('qr-loading');
      return;
    }
    this.#show('qr');
    // After some codes nobody scanned, WhatsApp waits for a click.
    this.#after(this.random.between(60_000, 180_000), () => this.#show('qr-expired'));
  }

  /** The person scans the code, or asks for a new one. */
  scan(): void {
    this.account.linked = true;
    this.#show('loading');
    this.#update();
  }

  #arrive(): void {
    if (this.#synced) {
      this.#show('main');
      this.screen.setBanner(null);
      return;
    }
    this.#show('loading');
    if (this.page.browser.internet.app === 'loading-frozen') {
      this.screen.progress(this.random.whole(0, 99));
      return;
    }
    const { loadMs = this.random.between(300, 12_000), standsMs = 20_000 } = this.#starting;
    this.#load(0, this.#now() + loadMs, standsMs);
  }

  #load(value: number, until: number, standsMs: number): void {
    const left = until - this.#now();
    if (left <= 0) {
      this.#synced = true;
      this.#show('main');
      this.onUp();
      return;
    }
    const next = Math.min(left, this.random.between(Math.min(300, standsMs), standsMs));
    this.#after(next, () => {
      const now = Math.min(99, value + this.random.whole(1, 5));
      // A long load begins anew with each part that is loaded.
      this.screen.progress(now === 99 ? 1 : now);
      this.#load(now === 99 ? 1 : now, until, standsMs);
    });
  }

  #wait(lostMs: number): void {
    for (const moment of [HIDDEN_MS, RETRY_FORM_MS])
      if (lostMs < moment) this.#after(moment - lostMs, () => this.#update());
    if (!this.#synced) {
      if (!this.#online) this.#show('offline');
      else this.#show(lostMs >= HIDDEN_MS ? 'cannot-connect' : 'loading');
      return;
    }
    this.#show('main');
    if (lostMs < HIDDEN_MS) this.screen.setBanner(null);
    else if (!this.#online) this.screen.setBanner('offline');
    else this.screen.setBanner(lostMs < RETRY_FORM_MS ? 'connecting' : 'retry');
  }

  /** A cover instead of the chats; the line is closed, or goes on behind it. */
  cover(cover: 'choice' | 'reload-offered' | 'service-unavailable'): void {
    this.#closed = true;
    this.line.stop();
    this.#show(cover);
  }

  /** The same bar as loading: empty, then full, then a page without a session (wa-diff WAWebLogoutLoadingScreen). */
  logOut(): void {
    this.#closed = true;
    this.line.stop();
    this.account.linked = false;
    this.#show('loading');
    this.#after(450, () => this.screen.progress(100));
  }

  /** The list moves: a message came in some chat. */
  stir(): void {
    this.screen.stir(this.random.next());
    if (this.line.up && this.random.chance(0.4)) this.chat.receive();
  }

  #show(shown: Shown): void {
    if (this.screen.show(shown) && shown === 'main') this.chat.draw();
  }

  /** Back out of the browser's cache, where sockets do not live. */
  comeBack(): void {
    this.line.breaks(0);
  }

  /** The person closes the page, or the client is no more. */
  stop(): void {
    this.#closed = true;
    this.line.stop();
  }

  #now(): number {
    return this.page.browser.clock.now;
  }

  #after(ms: number, work: () => void): void {
    this.#timers.push(this.page.timers.setTimeout(work, ms));
  }

  #later(ms: number, work: () => void): void {
    this.page.network.setTimeout(work, ms);
  }
}
