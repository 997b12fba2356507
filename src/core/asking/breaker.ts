/**
 * Circuit breakers: a host that is in trouble itself is left alone for 15 minutes, then 30, 60 and 120, until one request
 * that is let through finds it well. Pure; randomness is passed in.
 */
import type { EpochMs } from '../evidence';

export interface Breaker {
  /** Failures in a row. */
  strikes: number;
  /** How often in a row it has opened. */
  opened: number;
  /** Nobody is let through before this time, in epoch ms. */
  until: EpochMs;
}

/** So many strikes in a row open it: three failures, or twice as many requests that nobody answered in time. */
export const STRIKES = 6;
const SHORTEST_MS = 15 * 60_000;
const LONGEST_MS = 2 * 60 * 60_000;
/** The one let through has this long to come back before another is, in ms. */
const TRIAL_MS = 30_000;

/** May nobody be let through? An end further away than any we set is a clock that was set back. */
export function isOpen(breaker: Breaker | undefined, now: EpochMs): boolean {
  return breaker !== undefined && breaker.until > now && breaker.until - now <= LONGEST_MS;
}

/** One is let through. Half open, it goes alone. */
export function withTrial(breaker: Breaker | undefined, now: EpochMs): Breaker | undefined {
  return breaker?.opened ? { ...breaker, until: Math.max(breaker.until, now + TRIAL_MS) } : breaker;
}

/** The request ended: with `strikes` against the host, with none because it is well, or (`null`) telling nothing of it. */
export function afterEnd(
  breaker: Breaker | undefined,
  strikes: number | null,
  now: EpochMs,
  random: number,
): Breaker | undefined {
  if (strikes === null) return breaker;
  if (strikes === 0) return undefined;
  const { strikes: before, opened } = breaker ?? { strikes: 0, opened: 0 };
  const all = before + strikes;
  // Once it has opened, the one let through decides.
  if (all < STRIKES && opened === 0) return { strikes: all, opened, until: 0 };
  // A quarter either way, so that those who were turned away together do not come back together.
  const openMs = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** opened * (0.75 + 0.5 * random));
  return { strikes: all, opened: Math.min(opened + 1, 4), until: now + Math.round(openMs) };
}
