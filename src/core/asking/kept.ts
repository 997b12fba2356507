/** Answers kept in the session: for a while instead of a request, later to ask only whether they have changed. Pure. */
import type { EpochMs } from '../evidence';

export interface Kept<Outcome> {
  at: EpochMs;
  outcome: Outcome;
  /** `ETag`, word for word. */
  tag?: string | undefined;
  /** `Last-Modified`, word for word. */
  modified?: string | undefined;
}

/** Most answers kept at once; the oldest leave first. */
const MOST = 24;
/** A validator longer than this is somebody's joke. */
const LONGEST_VALIDATOR = 200;

/** Young enough to serve everybody who asks the same. */
export function isYoung(kept: { at: EpochMs }, againMs: number, now: EpochMs): boolean {
  return Math.abs(now - kept.at) < againMs;
}

/** One more answer; the oldest make room. Bodies are as long as `Row.most` lets them be. */
export function withKept<O>(
  all: Readonly<Record<string, Kept<O>>>,
  key: string,
  kept: Kept<O>,
): Record<string, Kept<O>> {
  const others = Object.entries(all).filter(([other]) => other !== key);
  return Object.fromEntries([...others.slice(1 - MOST), [key, kept]]);
}

/** Headers that ask whether `kept` has changed; RFC 9110 13.1. */
export function conditions(kept: Kept<unknown> | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (kept?.tag) headers['if-none-match'] = kept.tag;
  if (kept?.modified) headers['if-modified-since'] = kept.modified;
  return headers;
}

/** A validator worth keeping. */
export function validator(header: string | null): string | undefined {
  return header !== null && header.length <= LONGEST_VALIDATOR ? header : undefined;
}
