/** Whom to ask next. Pure: what is asked follows from what is known, never from who happens to look. */
import type { EpochMs, SourceId } from './evidence';
import type { Incident, Situation } from './situation';
import { SIDE_OF } from './verdict';

/** Stages S1 to S4, in the order they are shown. */
export const AUTOMATIC = [
  'this-device',
  'whatsapp-host',
  'dns',
  'meta-family',
  'meta-status',
] as const satisfies readonly SourceId[];
export type AutomaticSource = (typeof AUTOMATIC)[number];

/** A source is asked again at the earliest this long after its last answer, in ms. */
export const AGAIN_MS = 10_000;

export type Occasion = 'trouble' | 'recheck' | 'by-hand';

/**
 * Sources for this occasion. A re-check asks WhatsApp's own host, and Meta while the trouble may be theirs;
 * the rest is asked again only when the host's answer changed (see `investigate`).
 */
export function plan(occasion: Occasion, situation: Situation, now: EpochMs): AutomaticSource[] {
  const due = AUTOMATIC.filter((id) => Math.abs(now - (situation.evidence[id]?.at ?? 0)) >= AGAIN_MS);
  if (occasion === 'by-hand') return due;
  if (occasion === 'trouble') {
    // A page whose markup we do not know is no trouble by itself: only WhatsApp's own host is asked.
    const harmless = isOnlyUnknown(situation.incident);
    return due.filter((id) => id === 'whatsapp-host' || (!harmless && situation.evidence[id] === undefined));
  }
  const yours = SIDE_OF[situation.verdict.verdict] === 'yours';
  return due.filter((id) => id === 'whatsapp-host' || (id === 'meta-status' && !yours));
}

/** Nothing is wrong but a page without any marker we know. */
export function isOnlyUnknown(incident: Incident | null): boolean {
  return Object.values(incident?.tabs ?? {}).every((tab) => tab.symptom === 'page-unknown');
}

/** The answer is firm and on the person's own side: nobody else needs to be asked. */
export function isSettledHere(situation: Situation): boolean {
  const { verdict, confidence } = situation.verdict;
  return verdict !== 'offline' && SIDE_OF[verdict] === 'yours' && confidence !== 'possible';
}
