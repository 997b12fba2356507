/**
 * WebSocket handshakes as `webRequest` sees them → are they failing? Pure.
 * WhatsApp races `wss://web.whatsapp.com/ws/chat` on ports 443 and 5222 and closes the loser; 5222 is blocked
 * in many networks (wa-diff WAWebOpenSocket, 2026-04). So only port 443 counts, and one failure is nothing.
 */
import type { EpochMs } from './evidence';

export interface Sockets {
  /** Failed handshakes on port 443 since the last one that succeeded. */
  failures: number;
  /** When a handshake that nobody has answered yet began, or 0. */
  pendingSince: EpochMs;
}

export const NO_SOCKETS: Sockets = { failures: 0, pendingSince: 0 };

export type Handshake = 'begun' | 'opened' | 'failed';

/** Handshakes unanswered for longer than this are failing, in ms. */
const UNANSWERED_MS = 10_000;

/** A wait older than this belonged to a page that has gone, in ms; the client tries every 10 s at the latest. */
const FORGOTTEN_MS = 60_000;

/** One more handshake event. `url` decides whether it counts. */
export function onHandshake(sockets: Sockets, url: string, what: Handshake, now: EpochMs): Sockets {
  // Success on either port is success; failure and waiting count on the main one only.
  if (what === 'opened') return NO_SOCKETS;
  if (/^wss:\/\/[^/]+:5222\//.test(url)) return sockets;
  if (what === 'failed') return { failures: sockets.failures + 1, pendingSince: 0 };
  // A page that was closed while it waited leaves its wait behind.
  const forgotten = now - sockets.pendingSince > FORGOTTEN_MS;
  return { ...sockets, pendingSince: forgotten ? now : sockets.pendingSince };
}

/** Two failures in a row, or a handshake nobody answers. */
export function socketsFailing(sockets: Sockets, now: EpochMs): boolean {
  const waitedMs = sockets.pendingSince > 0 ? now - sockets.pendingSince : 0;
  const unanswered = waitedMs >= UNANSWERED_MS && waitedMs <= FORGOTTEN_MS;
  return sockets.failures >= 2 || unanswered;
}
