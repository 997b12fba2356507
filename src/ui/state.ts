/** `data-state` of the popup: is there anything to wait for? */
import type { Situation } from '../core/situation';

export type PopupState = 'idle' | 'checking' | 'settled';

/** A round older than this was cut short: its sources cannot still be answering, in ms. */
const ABANDONED_MS = 60_000;

/** Results of a check by hand stay on show for this long, in ms. */
const SHOWN_MS = 10 * 60_000;

export function stateOf({ incident, round, evidence, verdict }: Situation, now: number): PopupState {
  if (round !== null && now - round.startedAt < ABANDONED_MS) return 'checking';
  if (incident !== null) return 'settled';
  const checked = Object.keys(evidence).length > 0 && now - verdict.at < SHOWN_MS;
  return checked ? 'settled' : 'idle';
}
