/**
 * Which messages of the open chat do not leave, look after look. Reads names of icons and nothing else, and remembers
 * elements of the page, never what is in them.
 */
import type { Sends } from '../core/page-health';
import { iconsIn } from './icons';
import { CHAT, FAILED_ICON, MESSAGE, SENT_ICON, UPLOAD_ICON, WAITING_ICON } from './selectors';

/** Failures count together while they are at most this far apart, in ms of visible time. */
const BURST_MS = 120_000;

/** Fewer messages than this appear between two looks by sending; more came by scrolling. */
const SENT_AT_MOST = 7;

/**
 * One look further; `visibleMs` is the visible time since the last one. `null` in the page's place when nothing can be
 * sent: what waits then waits for the line, and every clock starts anew.
 */
export type SendsReader = (page: Document | null, visibleMs: number) => Sends;

export function sendsReader(): SendsReader {
  /** Visible time so far, in ms; times below are on this clock. */
  let clock = 0;
  /** Messages that wait, and since when they were seen to. */
  let waits = new Map<Element, number>();
  /** Messages that failed before our eyes, and when last. */
  const failures = new Map<Element, number>();
  /** All messages at the last look: only what comes after the newest of them was sent since. */
  let seen: Element[] = [];
  /** Most failed messages seen at once in this chat: that many may come back into sight by scrolling. */
  let mostFailed = 0;

  return (page, visibleMs) => {
    clock += visibleMs;
    const all = [...(page?.querySelectorAll(`${CHAT} ${MESSAGE}`) ?? [])];
    const messages = (name: RegExp) => all.filter((message) => iconsIn(message, name)[0]);
    const since = all.slice(all.indexOf(seen.at(-1) as Element) + 1);
    // Another chat, or a part of this one that was scrolled to, is full of messages nobody has just sent.
    const sent = since.length < Math.min(all.length, SENT_AT_MOST) ? since : [];
    const failed = messages(FAILED_ICON);
    const notWaiting = [...failed, ...messages(UPLOAD_ICON)];
    const before = waits;
    const left = messages(SENT_ICON).some(
      (message) => before.has(message) || failures.has(message) || sent.includes(message),
    );
    waits = new Map();
    // When one gets through, those behind it may only stand in line.
    for (const message of messages(WAITING_ICON))
      if (!notWaiting.includes(message)) waits.set(message, left ? clock : (before.get(message) ?? clock));
    for (const message of failed)
      if (before.has(message) || (failed.length > mostFailed && sent.includes(message)))
        failures.set(message, clock);
    // Another chat has nothing left of what was seen.
    mostFailed = Math.max(seen.some((message) => message.isConnected) ? mostFailed : 0, failed.length);
    for (const [message, at] of failures) if (left || clock - at >= BURST_MS) failures.delete(message);
    seen = all;
    return { waitsMs: [...waits.values()].map((at) => clock - at), failed: failures.size, left };
  };
}
