/**
 * How much we may ask of others than WhatsApp in an hour, whatever is pressed: requests and bytes. Pure.
 * Meta's word, a worldwide measurement and the resolvers keep parts for themselves, so that neither checking again and
 * again nor one host that talks without end can use up what would decide the case (`docs/adr/0006-shares-of-the-hour.md`).
 */
import type { EpochMs } from '../evidence';
import { HOUR_MS, type Purpose } from './ledger';

/** Requests made for one purpose, and what was read of their answers. */
export interface Count {
  purpose: Purpose;
  at: EpochMs;
  requests: number;
  /** Grows while the answer is read. */
  bytes: number;
  /** While the request is under way: the most it may still turn out to have read. */
  upTo?: number | undefined;
}

export const HOURLY = 24;
export const HOURLY_BYTES = 128 * 1024;

type Amount = 'requests' | 'bytes';
const ALL: { readonly [A in Amount]: number } = { requests: HOURLY, bytes: HOURLY_BYTES };
/** A measurement takes one request, one more that the browser makes before it (CORS), and four looks. */
const RESERVED: { readonly [A in Amount]: { readonly [P in Purpose]?: number } } = {
  requests: { meta: 3, world: 6 },
  bytes: { here: 12 * 1024, meta: 24 * 1024, world: 36 * 1024 },
};

/** What still counts at `now`. An entry that the clock moved away from no longer does. */
export function counting(counts: readonly Count[], now: EpochMs): Count[] {
  return counts.filter((one) => Math.abs(now - one.at) < HOUR_MS);
}

/** How much is left for `purpose` this hour. `counts` are those that still count. */
export function left(counts: readonly Count[], amount: Amount, purpose: Purpose): number {
  let rest = ALL[amount];
  const kept: { [P in Purpose]?: number } = { ...RESERVED[amount] };
  for (const one of counts) {
    rest -= one[amount];
    kept[one.purpose] = (kept[one.purpose] ?? 0) - one[amount];
  }
  for (const [owner, share] of Object.entries(kept)) if (owner !== purpose) rest -= Math.max(0, share);
  // The last piece of an answer may be one too many: that is at the cost of what is common, never of another's part.
  return Math.max(rest, kept[purpose] ?? 0);
}

/** What was under way when the background was stopped may have read all it might. */
export function afterRestart(counts: readonly Count[]): Count[] {
  return counts.map(({ upTo, ...one }) => ({ ...one, bytes: Math.max(one.bytes, upTo ?? 0) }));
}

/** Numbers only: how much of the hour is used, no longer when. They count for an hour from now, never for less. */
export function withoutTimes(counts: readonly Count[], now: EpochMs): Count[] {
  return counting(counts, now).map((one) => (one.upTo === undefined ? { ...one, at: now } : one));
}
