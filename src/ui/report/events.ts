/** The story of an incident: what was seen when, and what each source said. Pure. */
import { type EpochMs, SOURCE_IDS, type SourceId } from '../../core/evidence';
import type { Situation } from '../../core/situation';

export type Happening =
  | { kind: 'began'; at: EpochMs }
  | { kind: 'noticed'; at: EpochMs }
  | { kind: 'said'; source: SourceId; at: EpochMs }
  | { kind: 'judged'; at: EpochMs };

/** What comes first when two things carry the same time. */
const ORDER: readonly Happening['kind'][] = ['began', 'said', 'noticed', 'judged'];

/** In the order of time. A check without an incident has no beginning, only what was said. */
export function eventsOf({ incident, evidence, verdict }: Situation): Happening[] {
  const said = SOURCE_IDS.flatMap((source): Happening[] => {
    const reading = evidence[source];
    // What the page saw is how it began.
    return reading === undefined || source === 'page' ? [] : [{ kind: 'said', source, at: reading.at }];
  });
  const own: Happening[] = incident
    ? [
        { kind: 'began', at: incident.beganAt },
        ...(incident.noticedAt > 0 ? [{ kind: 'noticed', at: incident.noticedAt } as const] : []),
      ]
    : [];
  const judged: Happening[] = said.length > 0 ? [{ kind: 'judged', at: verdict.at }] : [];
  return [...own, ...said, ...judged].toSorted(
    (one, other) => one.at - other.at || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind),
  );
}
