/**
 * How often we may ask others than WhatsApp, whatever is pressed. Pure.
 * An hour has 24 requests (`docs/sources.md`). Meta's word and a worldwide measurement keep a part of them
 * for themselves, so that checking again and again can never use up what would decide the case.
 */
import type { EpochMs } from './evidence';

export const HOUR_MS = 60 * 60_000;

export const PURPOSES = ['here', 'meta', 'world', 'crowd', 'country', 'fallback', 'whatsapp'] as const;
/** What a request is for; `whatsapp` itself is not counted: this browser talks to it anyway. */
export type Purpose = (typeof PURPOSES)[number];

/** One request made, as the popup lists it. */
export interface Asked {
  purpose: Purpose;
  host: string;
  at: EpochMs;
  /** How it ended: an HTTP status, or a word. */
  ended: string;
  /** The host asked not to be asked again before this time (`Retry-After`), in epoch ms. */
  notBefore?: EpochMs | undefined;
}

/** The last hour, within bounds; requests that count are never pushed out by ones that do not. */
export function lastHour(asked: readonly Asked[], now: EpochMs): Asked[] {
  const recent = asked.filter((one) => Math.abs(now - one.at) < HOUR_MS || (one.notBefore ?? 0) > now);
  const surplus = recent.length - 120;
  let dropped = 0;
  return recent.filter((one) => one.purpose !== 'whatsapp' || dropped++ >= surplus);
}

/** The host asked for patience that is not over yet. */
export function mustWait(asked: readonly Asked[], host: string, now: EpochMs): boolean {
  return asked.some((one) => one.host === host && (one.notBefore ?? 0) > now);
}

/** Longest patience we grant, in ms; a host that asks for more is asked again all the same. */
const PATIENCE_MS = 24 * HOUR_MS;

/** `Retry-After` (seconds or a date, RFC 9110 10.2.3) → epoch ms, or `null` when there is nothing to heed. */
export function patience(header: string | null, now: EpochMs): EpochMs | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : Number.NaN;
  const until = Number.isNaN(seconds) ? Date.parse(header) : now + seconds * 1000;
  return until > now ? Math.min(until, now + PATIENCE_MS) : null;
}

export const HOURLY = 24;
const RESERVED: { readonly [P in Purpose]?: number } = { meta: 3, world: 5 };

/** May one more request for `purpose` be made at `now`? */
export function mayAsk(asked: readonly Asked[], purpose: Purpose, now: EpochMs): boolean {
  if (purpose === 'whatsapp') return true;
  const counted = asked.filter((one) => one.purpose !== 'whatsapp' && now - one.at < HOUR_MS);
  const kept = Object.entries(RESERVED).map(([owner, share]) => {
    if (owner === purpose) return 0;
    return Math.max(0, share - counted.filter((one) => one.purpose === owner).length);
  });
  return counted.length + kept.reduce((a, b) => a + b, 0) < HOURLY;
}
