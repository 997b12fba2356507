/**
 * How often we may ask others than WhatsApp, whatever is pressed. Pure.
 * An hour has 24 requests (`docs/sources.md`). Meta's word and a worldwide measurement keep a part of them
 * for themselves, so that checking again and again can never use up what would decide the case.
 */
import type { EpochMs } from './evidence';

export const PURPOSES = ['here', 'meta', 'world', 'fallback', 'whatsapp'] as const;
/** What a request is for; `whatsapp` itself is not counted: this browser talks to it anyway. */
export type Purpose = (typeof PURPOSES)[number];

/** One request made, as the popup lists it. */
export interface Asked {
  purpose: Purpose;
  host: string;
  at: EpochMs;
  /** How it ended: an HTTP status, or a word. */
  ended: string;
}

export const HOUR_MS = 60 * 60_000;
export const HOURLY = 24;
const RESERVED: { readonly [P in Purpose]?: number } = { meta: 3, world: 6 };

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
