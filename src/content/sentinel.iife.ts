/**
 * Runs in every WhatsApp Web page, from before its first script. It only reads, and says something only when
 * something is wrong or over. One plain file without our libraries; looks are single reads, never observers.
 */
import type { EpochMs } from '../core/evidence';
import { HEALTHY, nextLookMs, type PageHealth, type PageLook, step } from '../core/page-health';
import type { Message, ToPage } from '../messaging/contract';
import { readProgress, readScreen } from './read-page';

/** The part of the extension API used here; the polyfill would more than double this file. */
interface Runtime {
  id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: (message: ToPage) => void): void };
}
type Global = typeof globalThis & {
  browser?: { runtime?: Runtime };
  chrome?: { runtime?: Runtime };
  notJustMe?: true;
};

/** How long the background's word about failing sockets counts while the page looks fine, in ms. */
const NUDGE_MS = 60_000;

/** A look this much later than planned means that the computer slept or the page was frozen, in ms. */
const SLEPT_MS = 10_000;

const own = globalThis as Global;
const runtime = (own.browser ?? own.chrome)?.runtime;

if (runtime !== undefined && !own.notJustMe) {
  own.notJustMe = true;
  watch(runtime);
}

function watch(runtime: Runtime): void {
  const stop = new AbortController();
  const { signal } = stop;
  let health: PageHealth = HEALTHY;
  let said = '';
  let socketsFailing = false;
  let nudgedAt: EpochMs = 0;
  let scriptsFailed = false;
  let timer = 0;
  let lookedAt: EpochMs = Date.now();
  let planned = 0;
  let wasVisible = false;

  const send = async (message: Message): Promise<unknown> => {
    // An update of the extension orphans this script: it stops, and its successor takes over.
    if (!runtime.id) return end();
    try {
      return await runtime.sendMessage(message);
    } catch {
      return runtime.id ? undefined : end();
    }
  };

  function end(): void {
    stop.abort();
    clearTimeout(timer);
    document.querySelector('not-just-me-banner')?.remove();
  }

  function look(): void {
    clearTimeout(timer);
    if (!runtime.id) end();
    if (signal.aborted) return;
    const now = Date.now();
    const read = readScreen(document);
    // A document that does not get on is a splash that never comes.
    const blank = (read === 'unknown' || read === 'foreign') && document.readyState === 'loading';
    const screen = blank ? 'splash' : read;
    if (health.symptom === null && now - nudgedAt > NUDGE_MS) socketsFailing = false;
    const visible = document.visibilityState === 'visible';
    const clockMs = now - lookedAt;
    const slept = clockMs > planned + SLEPT_MS || clockMs < 0;
    if (slept) forget();
    const passed = slept
      ? { clockMs: Math.min(Math.max(0, clockMs), planned), visibleMs: 0 }
      : { clockMs, visibleMs: wasVisible && visible ? clockMs : 0 };
    const seen: PageLook = {
      screen,
      progress: readProgress(document),
      scriptsFailed,
      socketsFailing,
    };
    health = step(health, seen, passed, now);
    lookedAt = now;
    wasVisible = visible;
    void report(seen);
    again(nextLookMs(health, seen, visible));
  }

  function again(afterMs: number | null): void {
    planned = afterMs ?? 0;
    if (afterMs !== null) timer = setTimeout(look, afterMs) as unknown as number;
  }

  /** Says each change once: trouble, more trouble, all well. */
  async function report(seen: PageLook): Promise<void> {
    const { symptom, phase, lastedMs, lastGoodAt } = health;
    const calm = phase === 'calm';
    const lost = symptom === 'connection-lost';
    // Loading that moves again takes a suspicion back, although nothing is good yet.
    const takenBack = calm && /suspect|notice/.test(said);
    if ((symptom === null && calm) || takenBack) {
      if (said === 'good') return;
      said = takenBack && symptom !== null ? '' : 'good';
      await send({ type: 'page.good' });
      return;
    }
    // Asked anew every five seconds while the banner is fresh: the sockets may have failed meanwhile.
    const news = `${symptom} ${phase} ${calm ? Math.floor(lastedMs / 5_000) : ''}`;
    if (symptom === null || (calm && !lost) || said === news) return;
    said = news;
    const { scriptsFailed } = seen;
    const forMs = Math.round(lastedMs);
    const answer = await send({ type: 'page.report', symptom, phase, forMs, scriptsFailed, lastGoodAt });
    socketsFailing = (answer as { socketsFailing?: boolean } | undefined)?.socketsFailing ?? socketsFailing;
  }

  function onMessage(message: ToPage): void {
    if (message.type !== 'page.look') return;
    // The background may hold an older trouble of this tab: tell it once more that all is well.
    if (message.tell && said === 'good') said = '';
    socketsFailing = message.socketsFailing;
    nudgedAt = Date.now();
    look();
  }

  /** After sleep or a change of line, success over the old line proves nothing about the new one. */
  function forget(): void {
    if (health.lastGoodAt > 0) void send({ type: 'page.left', lastGoodAt: 0 });
    health = { ...health, lastGoodAt: 0, lastedMs: 0 };
  }

  // A document that came with a server error is the background's to tell.
  const entry = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
  if ((entry?.responseStatus ?? 0) >= 500) return;

  runtime.onMessage.addListener((message) => {
    if (!signal.aborted) onMessage(message);
  });
  const on = (target: EventTarget, type: string, listener: (event: Event) => void) =>
    target.addEventListener(type, listener, { capture: true, signal });
  on(window, 'error', ({ target }) => {
    const source =
      target instanceof HTMLScriptElement ? target.src : target instanceof HTMLLinkElement ? target.href : '';
    // Only WhatsApp's own building blocks count; blocked telemetry is normal.
    if (/^https:\/\/(static\.whatsapp\.net|web\.whatsapp\.com)\//.test(source)) scriptsFailed = true;
  });
  on(document, 'visibilitychange', look);
  on(window, 'pageshow', (event) => {
    // Out of the back/forward cache: the background may have heard of trouble in this tab meanwhile.
    if ((event as PageTransitionEvent).persisted && said === 'good') said = '';
    look();
  });
  on(window, 'online', forget);
  on(window, 'offline', forget);
  on(window, 'pagehide', () => {
    clearTimeout(timer);
    if (health.lastGoodAt > 0) void send({ type: 'page.left', lastGoodAt: health.lastGoodAt });
  });
  // Only a change of its kind counts; on desktops the event comes for every new estimate of speed.
  const { connection } = navigator as { connection?: EventTarget & { type?: string } };
  let line = connection?.type;
  if (connection)
    on(connection, 'change', () => {
      if (connection.type !== line) forget();
      line = connection.type;
    });
  look();
}
