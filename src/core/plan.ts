/** Whom to ask next. Pure: what is asked follows from what is known, never from who happens to look. */
import { AGAIN_MS, type EpochMs, known, type SourceId } from './evidence';
import { dnsHasGap } from './reading-of';
import type { Leave } from './settings';
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

export type Occasion = 'trouble' | 'recheck' | 'by-hand';

/** A source that gave nothing is tried again for a new trouble after this long, in ms. */
const RETRY_MS = 60_000;

/** Re-checks renew what would else grow stale: older than this, in ms, and it is asked again. */
const RENEW_MS = 25 * 60_000;

/**
 * Sources for this occasion. A re-check asks WhatsApp's own host, Meta while the trouble may be theirs, and what has
 * grown old; the rest is asked again only when the host's answer changed (see `investigate`).
 */
export function plan(
  occasion: Occasion,
  situation: Situation,
  now: EpochMs,
  leave: Wishes = {},
): AutomaticSource[] {
  if (situation.incident === null) return [];
  const age = (id: AutomaticSource) => Math.abs(now - (situation.evidence[id]?.at ?? 0));
  const due = AUTOMATIC.filter((id) => age(id) >= AGAIN_MS && mayBeAsked(id, occasion, leave));
  if (occasion === 'by-hand') return due;
  if (occasion === 'trouble') {
    // A page whose markup we do not know is no trouble by itself: only WhatsApp's own host is asked.
    if (isOnlyUnknown(situation.incident)) return due.filter((id) => id === 'whatsapp-host');
    const unknown = (id: AutomaticSource) =>
      known(situation.evidence, id, now) === null && age(id) >= RETRY_MS;
    return due.filter((id) => id === 'whatsapp-host' || unknown(id));
  }
  // An outage that was just beginning may have been seen by none of them: the first re-check asks all of them again. That this
  // device has a line, or that Meta's sites answer, was no word on it.
  const beyond = (id: AutomaticSource) =>
    (id !== 'this-device' && id !== 'meta-family') || known(situation.evidence, id, now) === null;
  if (situation.verdict.verdict === 'unsure' && situation.incident.checks <= 1) return due.filter(beyond);
  const yours = SIDE_OF[situation.verdict.verdict] === 'yours';
  // One resolver that lost the name and one that was not heard: only the gap is asked again, as long as nobody else decides.
  const gap =
    situation.verdict.verdict === 'unsure' &&
    situation.incident.checks <= 4 &&
    dnsHasGap(situation.evidence, now);
  const old = (id: AutomaticSource) =>
    id !== 'meta-family' && situation.evidence[id] !== undefined && age(id) >= RENEW_MS;
  return due.filter(
    (id) => id === 'whatsapp-host' || (id === 'meta-status' && !yours) || (id === 'dns' && gap) || old(id),
  );
}

/** What the person wants of the sources we ask by ourselves; said of none, they may be asked. */
export type Wishes = { readonly [S in SourceId]?: Leave };

/** May this source be asked on this occasion, as far as the person is concerned? */
export function mayBeAsked(id: SourceId, occasion: Occasion, leave: Wishes): boolean {
  const wish = leave[id] ?? 'by-itself';
  return wish === 'by-itself' || (wish === 'on-click' && occasion === 'by-hand');
}

/** Nothing is wrong but a page without any marker we know. */
export function isOnlyUnknown(incident: Incident | null): boolean {
  const tabs = Object.values(incident?.tabs ?? {});
  return tabs.length > 0 && tabs.every((tab) => tab.symptom === 'page-unknown');
}

/** The answer is firm and on the person's own side: nobody else needs to be asked. */
export function isSettledHere(situation: Situation): boolean {
  const { verdict, confidence } = situation.verdict;
  return verdict !== 'offline' && SIDE_OF[verdict] === 'yours' && confidence !== 'possible';
}
