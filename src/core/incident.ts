/**
 * The life of an incident: pure steps from one situation to the next, taken by the background alone. Every step
 * ends in `judged`, so a stored situation is never without its own verdict.
 */
import { diagnose } from './diagnose';
import {
  AGAIN_MS,
  type EpochMs,
  type Evidence,
  known,
  LAYER_OF,
  type Reading,
  type SourceId,
  unanswered,
} from './evidence';
import { isTakenBack } from './rules/answers-again';
import { HAND, quiet, type Situation, type TabTrouble, WISH } from './situation';
import type { Trouble } from './trouble';

/** The verdict for this evidence now. */
function judged(situation: Situation, now: EpochMs): Situation {
  return { ...situation, verdict: diagnose(situation.evidence, now) };
}

/** Trouble in a tab began, changed or grew. A new incident opens, or the open one is joined. */
export function withTrouble(
  situation: Situation,
  tab: string,
  trouble: TabTrouble,
  id: string,
  now: EpochMs,
): Situation {
  // A new incident starts without the last check's readings.
  const evidence = situation.incident === null ? keptFor(tab, situation.evidence, now) : situation.evidence;
  const open = situation.incident ?? {
    id,
    beganAt: trouble.at,
    noticedAt: 0,
    tabs: {},
    dismissed: false,
    checks: 0,
  };
  // A page is there again: nobody has to speak in its place.
  const { [WISH]: _wish, ...others } = open.tabs;
  const tabs = { ...others, [tab]: trouble };
  const noticedAt = open.noticedAt || (trouble.phase === 'notice' ? now : 0);
  return judged(withPage({ ...situation, evidence, incident: { ...open, tabs, noticedAt } }, now), now);
}

/** A check by hand so soon after the last one goes on with its readings: nobody is asked twice in ten seconds. */
function keptFor(tab: string, evidence: Evidence, now: EpochMs): Evidence {
  if (tab !== HAND) return {};
  const young = Object.entries(evidence).filter(([, reading]) => Math.abs(now - reading.at) < AGAIN_MS);
  return Object.fromEntries(young) as Evidence;
}

/** What nobody noticed in the page was asked about and found: from now on it is shown. */
export function noticed(situation: Situation, now: EpochMs): Situation {
  const { incident } = situation;
  if (incident === null) return situation;
  const tabs = Object.entries(incident.tabs).map(([id, tab]) => [id, { ...tab, phase: 'notice' as const }]);
  const noticedAt = incident.noticedAt || now;
  return { ...situation, incident: { ...incident, noticedAt, tabs: Object.fromEntries(tabs) } };
}

/** The host answers: troubles that were nothing else than "it does not" are over. What was found stays readable. */
export function withoutTakenBack(situation: Situation, now: EpochMs): Situation {
  const { incident, evidence, verdict } = situation;
  if (incident === null || verdict.rule !== 'answers-again') return situation;
  const left = Object.entries(incident.tabs).filter(([, { symptom }]) => !isTakenBack(symptom));
  if (left.length === 0) return { ...quiet(now), evidence, verdict, round: situation.round };
  const tabs = Object.fromEntries(left);
  return judged(withPage({ ...situation, incident: { ...incident, tabs } }, now), now);
}

/**
 * The tab is fine again, closed, or somewhere else. The last one ends the incident, unless somebody `waits` for the end of what
 * was not seen to end.
 */
export function withoutTab(situation: Situation, tab: string, now: EpochMs, waits = false): Situation {
  const { incident } = situation;
  const gone = incident?.tabs[tab];
  if (incident === null || !gone) return situation;
  const { [tab]: _gone, ...left } = incident.tabs;
  const last = Object.keys(left).length === 0;
  const tabs = last && waits && !gone.hidden ? { [WISH]: gone } : left;
  if (Object.keys(tabs).length === 0) return quiet(now);
  return judged(withPage({ ...situation, incident: { ...incident, tabs } }, now), now);
}

/** Looked at once more, and its pages are still in trouble. */
export function seenAgain(situation: Situation, now: EpochMs): Situation {
  const { incident } = situation;
  const seen = incident !== null && Object.keys(incident.tabs).some((tab) => Number(tab) > 0);
  return seen ? judged(withPage(situation, now), now) : situation;
}

/** A trouble that the person waits to end, and that no page is in: after a restart of the browser. */
export function awaited(situation: Situation, { record, incident: id }: Trouble, now: EpochMs): Situation {
  if (situation.incident !== null || record === null) return situation;
  const symptom = record.symptoms.at(-1) ?? 'document-failed';
  const opened = withTrouble(situation, WISH, { symptom, phase: 'notice', at: record.beganAt }, id, now);
  const { noticedAt } = record;
  // Whoever resumes asks what nobody remembers.
  const asking = withOutstanding(opened, ['whatsapp-host'], now);
  return { ...asking, incident: opened.incident && { ...opened.incident, noticedAt } };
}

/** One reading arrived. */
export function withReading<S extends SourceId>(
  situation: Situation,
  source: S,
  reading: Reading<S>,
  now: EpochMs,
): Situation {
  // The trouble ended while the source was asked: its word is about nothing any more.
  if (situation.incident === null) return situation;
  // That we would not or could not ask again takes nothing from what was said before.
  const spared = reading.state === 'missing' && (reading.why === 'spent' || reading.why === 'refused');
  const { evidence } = situation;
  if (spared && (known(evidence, source, now) !== null || unanswered(evidence, source, now)))
    return situation;
  return judged({ ...situation, evidence: { ...situation.evidence, [source]: reading } }, now);
}

/** The person wants this source left alone: nobody waits for it, and what it said before still counts. */
export function withoutAsking(situation: Situation, source: SourceId, now: EpochMs): Situation {
  if (situation.evidence[source]) return situation;
  // Stamped as never, so that a wish that changes is heeded at once.
  return withReading(situation, source, { state: 'missing', why: 'not-asked', at: 0 }, now);
}

/** A round begins, or goes on with these sources. It lasts until `withoutRound`, also while nobody is outstanding. */
export function withOutstanding(situation: Situation, sources: readonly SourceId[], now: EpochMs): Situation {
  const waiting = situation.round?.outstanding ?? [];
  const outstanding = [...waiting, ...sources.filter((id) => !waiting.includes(id))];
  return { ...situation, round: { startedAt: situation.round?.startedAt ?? now, outstanding } };
}

/** The source has said what it has to say. */
export function withoutOutstanding(situation: Situation, source: SourceId): Situation {
  if (situation.round === null) return situation;
  const outstanding = situation.round.outstanding.filter((id) => id !== source);
  return { ...situation, round: { ...situation.round, outstanding } };
}

/** The round is over, unless one of `others` is still being asked apart from it. */
export function withoutRound(situation: Situation, others: readonly SourceId[]): Situation {
  const outstanding = situation.round?.outstanding.filter((id) => others.includes(id)) ?? [];
  const round = situation.round && outstanding.length > 0 ? { ...situation.round, outstanding } : null;
  return { ...situation, round };
}

const OUTERMOST: readonly string[] = ['reach', 'edge', 'app', 'socket', 'send'];

/** The page reading speaks for all tabs: the trouble at the outermost layer, noticed before suspected. */
function withPage(situation: Situation, now: EpochMs): Situation {
  const troubles = Object.values(situation.incident?.tabs ?? {});
  const rank = (one: TabTrouble) =>
    (one.phase === 'notice' ? 0 : 10) + OUTERMOST.indexOf(one.symptom ? LAYER_OF[one.symptom] : 'send');
  const [worst] = troubles.toSorted((a, b) => rank(a) - rank(b));
  if (worst === undefined) return situation;
  const { phase: _phase, at: _at, hidden: _hidden, ...value } = worst;
  return { ...situation, evidence: { ...situation.evidence, page: { state: 'known', value, at: now } } };
}
