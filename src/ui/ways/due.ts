/** Which ways may be asked about now. Pure. */
import { type Asked, HOUR_MS } from '../../core/asking/ledger';
import type { EpochMs } from '../../core/evidence';
import type { Situation } from '../../core/situation';
import { stateOfWay, type WayStates } from '../../core/ways';
import type { Target } from './targets';

/**
 * Of the hour's 24 requests, the other ways have these at most: two looks at our own five, or one at the first few of a long list. A
 * check by hand takes six, and must still find them (`docs/adr/0006-shares-of-the-hour.md`).
 */
export const MOST_AN_HOUR = 10;

/** A round that has not ended after this long was cut short, in ms. */
const ROUND_MS = 15_000;

/** Is there trouble in which another way could help, and could be reached? The ways to offer follow from the verdict. */
export function mayLook({ incident, verdict, round }: Situation, now: EpochMs): boolean {
  if (incident === null || (round !== null && now - round.startedAt < ROUND_MS)) return false;
  // Where nothing, or only a sign-in page, answers, trying tells nothing.
  return !['working', 'offline', 'captive-portal'].includes(verdict.verdict);
}

/** Of `targets`, the first ones that have not been asked about lately and fit into the hour. */
export function due(
  targets: readonly Target[],
  states: WayStates,
  asked: readonly Asked[],
  now: EpochMs,
): readonly Target[] {
  let left =
    MOST_AN_HOUR - asked.filter((one) => one.purpose === 'fallback' && now - one.at < HOUR_MS).length;
  return targets.filter((target) => {
    const cost = (target.probe === null ? 0 : 1) + (target.status === null ? 0 : 1);
    if (cost === 0 || stateOfWay(states, target.id, now) !== null || cost > left) return false;
    left -= cost;
    return true;
  });
}
