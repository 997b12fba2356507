/** Troubles of the past as a plot needs them. Pure. */
import type { EpochMs } from '../../core/evidence';
import { SIDE_OF, type Side, type VerdictName } from '../../core/verdict';

/** One trouble that this browser saw. */
export interface Past {
  /** When it began. */
  at: EpochMs;
  lastedMs: number;
  verdict: VerdictName;
}

/** Its place on an axis that ends now, as shares of the axis, 0 to 1. */
export interface Bar {
  past: Past;
  side: Side;
  start: number;
  length: number;
}

/** Nothing is drawn thinner than this share of the axis: a minute in a month would be nothing. */
const THINNEST = 0.006;

/** The troubles that reach into the last `spanMs`, cut to it. */
export function barsOf(pasts: readonly Past[], spanMs: number, now: EpochMs): Bar[] {
  const from = now - spanMs;
  return pasts.flatMap((past): Bar[] => {
    const begins = Math.max(past.at, from);
    const ends = Math.min(past.at + past.lastedMs, now);
    if (ends < from || begins > now || past.verdict === 'working') return [];
    const length = Math.max(THINNEST, (ends - begins) / spanMs);
    const start = Math.min((begins - from) / spanMs, 1 - length);
    return [{ past, side: SIDE_OF[past.verdict], start, length }];
  });
}
