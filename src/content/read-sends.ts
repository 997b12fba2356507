/**
 * Which messages of the open chat do not leave, look after look. Reads names of icons and nothing else, and remembers
 * elements of the page, never what is in them.
 */
import type { Sends } from '../core/page-health';
import { iconsIn } from './icons';
import { CHAT, FAILED_ICON, MESSAGE, SENT_ICON, UPLOAD_ICON, WAITING_ICON } from './selectors';

/** Failures count together while they are at most this far apart, in ms of visible time. */
const BURST_MS = 120_000;

/** Elements of messages that may appear within one look by sending; more than that came by scrolling. */
const SENT_AT_MOST = 16;

/**
 * One look further; `visibleMs` is the visible time since the last one. `null` in the page's place when nothing can be
 * sent: what waits then waits for the line, and every clock starts anew.
 */
export type SendsReader = (page: Document | null, visibleMs: number) => Sends;

export function sendsReader(): SendsReader {
  /** Messages that wait → how long they were seen to, in ms of visible time. */
  let waits = new Map<Element, number>();
  /** How long ago each message was seen to fail, in ms of visible time. */
  let failures: number[] = [];
  /** The newest message at the last look: only what comes after it was sent since. */
  let newest: Element | undefined;

  return (page, visibleMs) => {
    const chat = page?.querySelector(CHAT);
    const all = [...(chat?.querySelectorAll(MESSAGE) ?? [])];
    const messages = (name: RegExp) =>
      chat ? iconsIn(chat, name).flatMap((icon) => icon.closest(MESSAGE) ?? []) : [];
    const since = all.slice(all.indexOf(newest as Element) + 1);
    // Another chat, or a part of this one that was scrolled to, is full of messages nobody has just sent.
    const sent = since.length < Math.min(all.length, SENT_AT_MOST) ? since : [];
    const failed = messages(FAILED_ICON);
    const notWaiting = [...failed, ...messages(UPLOAD_ICON)];
    const before = waits;
    const isOurs = (message: Element) => before.has(message) || sent.includes(message);
    waits = new Map();
    for (const message of messages(WAITING_ICON))
      if (!notWaiting.includes(message)) waits.set(message, (before.get(message) ?? -visibleMs) + visibleMs);
    failures = failures.map((ms) => ms + visibleMs).filter((ms) => ms < BURST_MS);
    failures.push(...failed.filter(isOurs).map(() => 0));
    const left = messages(SENT_ICON).some(isOurs);
    if (left) failures = [];
    newest = all.pop();
    return { waitsMs: [...waits.values()], failed: failures.length, left };
  };
}
