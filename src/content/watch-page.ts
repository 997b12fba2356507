/** The page's watch: looks again and again while someone looks at the page, and tells the background what changed. */
import type { EpochMs } from '../core/evidence';
import { HEALTHY, nextLookMs, type PageHealth, type PageLook, step } from '../core/page-health';
import type { SocketsWord } from '../core/sockets';
import type { Message, ToPage } from '../messaging/contract';
import { readProgress, readScreen } from './read-page';
import { sendsReader } from './read-sends';

/** The part of the extension API used here; the polyfill would more than double this file. */
export interface Runtime {
  id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: (message: ToPage) => void): void };
}

/** How long the background's word about sockets counts while the page looks fine, in ms. */
const WORD_MS = 60_000;

/** A look this much later than planned means that the computer slept or the page was frozen, in ms. */
const SLEPT_MS = 10_000;

/** Where WhatsApp's own scripts and styles come from: static.whatsapp.net since 2024-03, before that the page's own host. */
const OWN_CODE = /^https:\/\/(static|web)\.whatsapp\./;

/** Watches this document until it goes, or until the extension does. */
export function watchPage(runtime: Runtime): void {
  const stop = new AbortController();
  const { signal } = stop;
  let health: PageHealth = HEALTHY;
  let said = '';
  let sockets: SocketsWord = 'unknown';
  let toldAt: EpochMs = 0;
  let hadChats = false;
  let scriptsFailed = false;
  let timer = 0;
  let lookedAt: EpochMs = Date.now();
  let planned = 0;
  let wasVisible = false;
  let line: string | undefined;
  const sends = sendsReader();

  // Left by an earlier version of the extension, whose scripts can no longer take it away.
  removeBanner();

  // An update of the extension orphans this script: it stops, and its successor takes over.
  const send = async (message: Message): Promise<unknown> =>
    runtime.id ? runtime.sendMessage(message).catch(unheard) : end();

  /** The background was stopped while it heard: what was said is said again at the next look. */
  function unheard(): void {
    said = '';
    if (!runtime.id) end();
  }

  function end(): void {
    stop.abort();
    clearTimeout(timer);
    removeBanner();
  }

  function look(): void {
    clearTimeout(timer);
    if (!runtime.id) {
      end();
      return;
    }
    const now = Date.now();
    const screen = readScreen(document, hadChats);
    if (!health.trouble && now - toldAt > WORD_MS) sockets = 'unknown';
    const visible = !document.hidden;
    // What takes the chats' place out of sight may be a tab that gives way to another.
    if (screen === 'main') hadChats = visible;
    const sinceMs = now - lookedAt;
    const slept = sinceMs > planned + SLEPT_MS || sinceMs < 0;
    // Wi-Fi, cellular, cable, where the browser tells; on desktops it does not.
    const lineNow = (navigator as { connection?: { type?: string } }).connection?.type;
    if (slept || line !== lineNow) forget();
    line = lineNow;
    // Complete, and yet never loaded: the person stopped it (measured in both browsers, 2026-11-26).
    const stopped = screen === 'splash' && entry?.domComplete && !entry.loadEventEnd;
    const passed = {
      clockMs: slept ? planned : sinceMs,
      visibleMs: !slept && !stopped && wasVisible && visible ? sinceMs : 0,
    };
    const chatting = screen === 'main' && navigator.onLine;
    const seen: PageLook = {
      screen,
      progress: readProgress(document),
      scriptsFailed,
      sockets,
      sends: sends(chatting ? document : null, passed.visibleMs),
    };
    health = step(health, seen, passed, now);
    lookedAt = now;
    wasVisible = visible;
    report();
    planned = nextLookMs(health, seen, visible);
    if (planned) timer = setTimeout(look, planned) as unknown as number;
  }

  /** Says each change once: trouble, more trouble, all well. */
  function report(): void {
    const { trouble, phase, lastedMs } = health;
    const calm = phase === 'calm';
    // Loading that moves again takes a suspicion back, although nothing is good yet.
    if (calm && (!trouble || /suspect|notice/.test(said))) {
      if (said !== 'ok') void send({ type: 'page.good' });
      said = trouble ? '' : 'ok';
      return;
    }
    // Asked anew every five seconds while the banner is fresh: the sockets may have failed meanwhile.
    const news = `${trouble} ${phase} ${calm && lastedMs - (lastedMs % 5_000)}`;
    if (!trouble || (calm && trouble !== 'main-lost') || said === news) return;
    said = news;
    void send({ ...health, type: 'page.report', scriptsFailed } as Message).then((answer) =>
      hear((answer as { sockets?: SocketsWord } | undefined)?.sockets ?? sockets),
    );
  }

  function leave(lastGoodAt: EpochMs): void {
    void send({ type: 'page.left', lastGoodAt });
  }

  function hear(word: SocketsWord): void {
    sockets = word;
    toldAt = Date.now();
  }

  /** After sleep or a change of line, success over the old line proves nothing about the new one. */
  function forget(): void {
    // A healthy tab that comes back into view is no news: the background sleeps on.
    if (planned) leave(0);
    health = { ...health, lastGoodAt: 0, lastedMs: 0 };
    sends(null, 0);
  }

  // A document that came with a server error is the background's to tell.
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if ((entry?.responseStatus as number) >= 500) return;

  runtime.onMessage.addListener((message) => {
    if (!runtime.id || message.type !== 'page.look') return;
    // The background may hold an older trouble of this tab: tell it once more that all is well.
    if (message.tell && said === 'ok') said = '';
    hear(message.sockets);
    look();
  });
  // On its way down every event of the page passes its window.
  const on = (type: string, listener: (event: Event) => void) =>
    window.addEventListener(type, listener, { capture: true, signal });
  on('error', ({ target }) => {
    const source = target as Partial<HTMLScriptElement & HTMLLinkElement>;
    // Only WhatsApp's own building blocks count; blocked telemetry is normal.
    if (source.matches?.('script,link') && OWN_CODE.test((source.src ?? source.href) as string))
      scriptsFailed = true;
  });
  on('visibilitychange', look);
  on('pageshow', (event) => {
    // Out of the back/forward cache: the background may have heard of trouble in this tab meanwhile, or dropped this page's.
    if ((event as PageTransitionEvent).persisted) said = '';
    look();
  });
  on('online', forget);
  on('offline', forget);
  on('pagehide', () => health.lastGoodAt && leave(health.lastGoodAt));
  look();
}

function removeBanner(): void {
  document.querySelector('not-just-me-banner')?.remove();
}
