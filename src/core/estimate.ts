/**
 * How much longer outages went on that had lasted as long as this one: the curve of Kaplan and Meier over those that did,
 * and where it falls to a half. What it can and cannot say, and what it was checked against: `docs/estimate.md`. Pure.
 */
import type { Cause, Verdict } from './verdict';

/** Outages are compared with those of their own kind: the causes of a global verdict. */
export const OUTAGE_KINDS = [
  'whatsapp-only',
  'meta-wide',
  'web-only',
  'messages-only',
] as const satisfies readonly Cause[];
export type OutageKind = (typeof OUTAGE_KINDS)[number];

/** How long a past outage lasted. */
export interface Length {
  kind: OutageKind;
  minutes: number;
  /** It was still going on then, and nobody wrote down when it ended. */
  atLeast: boolean;
}

/** The share of outages that lasted longer than this. */
export interface Step {
  minutes: number;
  share: number;
}

export interface Estimate {
  /** Compared with those of its own kind, or with all, since too few of its kind lasted this long. */
  like: 'kind' | 'any';
  /** How many lasted longer than this one has so far. */
  count: number;
  /** Within how much more time half of them had ended, in ms; `null` where most of them went on for longer than is known. */
  moreMs: number | null;
}

/** Fewer than this are no comparison. */
const FEWEST = 5;

const MINUTE_MS = 60_000;

/** A half may come out of the multiplications as 0.5000000000000001. */
const ROUNDING = 1e-9;

/** The curve of Kaplan and Meier: a step down at each length that somebody saw the end of. */
export function survivalOf(lengths: readonly Pick<Length, 'minutes' | 'atLeast'>[]): Step[] {
  const ends = lengths.filter(({ atLeast }) => !atLeast).map(({ minutes }) => minutes);
  let share = 1;
  return [...new Set(ends)]
    .toSorted((one, other) => one - other)
    .map((minutes) => {
      // One of "at least" these minutes was still there when others ended at that very minute.
      const there = lengths.filter((length) => length.minutes >= minutes).length;
      share *= 1 - ends.filter((end) => end === minutes).length / there;
      return { minutes, share };
    });
}

/** What past outages say about one that has lasted this long; `null` where they say nothing. Never for a cause on this side. */
export function estimate(
  { verdict, cause }: Pick<Verdict, 'verdict' | 'cause'>,
  lastedMs: number,
  lengths: readonly Length[],
): Estimate | null {
  if (verdict !== 'global') return null;
  // A clock that was set back makes no outage of the future.
  const lasted = Math.max(0, lastedMs);
  const longer = lengths.filter(({ minutes }) => minutes * MINUTE_MS > lasted);
  const own = longer.filter(({ kind }) => kind === (cause || 'whatsapp-only'));
  const like = own.length < FEWEST ? 'any' : 'kind';
  const compared = like === 'any' ? longer : own;
  if (compared.length < FEWEST) return null;
  const half = survivalOf(compared).find(({ share }) => share <= 0.5 + ROUNDING);
  return { like, count: compared.length, moreMs: half ? half.minutes * MINUTE_MS - lasted : null };
}
