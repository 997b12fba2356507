/** The list of requests made, for the person to see. It may be erased at any time: nothing is counted by it. Pure. */
import type { EpochMs } from '../evidence';

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
  /** Bytes of the answer that were read, when there were any. */
  bytes?: number | undefined;
}

/** Longest list kept. WhatsApp's own hosts leave it first: they may be looked at many times an hour. */
const LONGEST = 120;

/** The last hour, within bounds. */
export function lastHour(asked: readonly Asked[], now: EpochMs): Asked[] {
  const recent = asked.filter((one) => Math.abs(now - one.at) < HOUR_MS);
  const surplus = recent.length - LONGEST;
  let dropped = 0;
  return recent.filter((one) => one.purpose !== 'whatsapp' || dropped++ >= surplus).slice(-LONGEST);
}
