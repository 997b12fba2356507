/**
 * WebSocket handshakes as `webRequest` sees them → do they get through? Pure.
 * WhatsApp races `wss://web.whatsapp.com/ws/chat` on ports 443 and 5222 and closes the loser; 5222 is blocked
 * in many networks (wa-diff WAWebOpenSocket, 2026-04). So only port 443 counts, and one failure is nothing.
 */
import type { EpochMs } from './evidence';

export interface Sockets {
  /** Failed handshakes on port 443 since the last one that succeeded. */
  failures: number;
  /** When a handshake that nobody has answered yet began, or 0. */
  pendingSince: EpochMs;
  /** When the last handshake began, on any port, or 0. */
  begunAt: EpochMs;
  /** When the last one succeeded, or 0. */
  openedAt: EpochMs;
}

export const NO_SOCKETS: Sockets = { failures: 0, pendingSince: 0, begunAt: 0, openedAt: 0 };

export type Handshake = 'begun' | 'opened' | 'failed';

/**
 * `failing`: none gets through. `steady`: one got through and the page has been content with it since. A socket
 * that is accepted and then says nothing is neither: the client gives it up and tries again.
 */
export type SocketsWord = 'failing' | 'steady' | 'unknown';

/** Handshakes unanswered for longer than this are failing, in ms. */
const UNANSWERED_MS = 10_000;

/** A wait older than this belonged to a page that has gone, in ms; the client tries every 10 s at the latest. */
const FORGOTTEN_MS = 60_000;

/** Without a new handshake for this long the open socket is in use, in ms: the client's patience and its longest pause. */
const STEADY_MS = 45_000;

/** One more handshake event. `url` decides whether it counts. */
export function onHandshake(sockets: Sockets, url: string, what: Handshake, now: EpochMs): Sockets {
  // Success on either port is success; failure and waiting count on the main one only.
  if (what === 'opened') return { ...sockets, failures: 0, pendingSince: 0, openedAt: now };
  const begunAt = what === 'begun' ? now : sockets.begunAt;
  if (/^wss:\/\/[^/]+:5222\//.test(url)) return { ...sockets, begunAt };
  if (what === 'failed') return { ...sockets, failures: sockets.failures + 1, pendingSince: 0 };
  // A page that was closed while it waited leaves its wait behind.
  const forgotten = now - sockets.pendingSince > FORGOTTEN_MS;
  return { ...sockets, begunAt, pendingSince: forgotten ? now : sockets.pendingSince };
}

/**
 * What is known when somebody asks. An extension that has just come or was updated has seen no handshake; a page whose
 * line is lost tries again within seconds, and one that does not has its line.
 */
export function sinceAsked(sockets: Sockets, now: EpochMs): Sockets {
  return sockets.begunAt > 0 ? sockets : { ...sockets, begunAt: now, openedAt: now };
}

/** The last handshake got through, and none failed or was begun since. */
export function isOpen({ failures, begunAt, openedAt }: Sockets): boolean {
  return failures === 0 && openedAt > 0 && openedAt >= begunAt;
}

/** Two failures in a row, or a handshake nobody answers; or one that holds. */
export function socketsWord(sockets: Sockets, now: EpochMs): SocketsWord {
  const { failures, pendingSince, begunAt, openedAt } = sockets;
  const waitedMs = pendingSince > 0 ? now - pendingSince : 0;
  const unanswered = waitedMs >= UNANSWERED_MS && waitedMs <= FORGOTTEN_MS;
  if (failures >= 2 || unanswered) return 'failing';
  return openedAt > 0 && openedAt >= begunAt && now - begunAt >= STEADY_MS ? 'steady' : 'unknown';
}
