/**
 * Rule 2b · The document failed a moment ago and the host answers now: a blip is not a verdict, and a reload helps.
 * Shown by: "a momentary blip", "a laptop waking up".
 */
import { type EpochMs, type Evidence, known, type Symptom } from '../evidence';
import { hostAnswers } from '../reading-of';
import type { Rule } from '../rule';

/** Symptoms that a host which answers now takes back: a blip, a portal left, a page we do not know. */
const TAKEN_BACK: readonly Symptom[] = [
  'document-failed',
  'document-unanswered',
  'document-redirected',
  'page-unknown',
  'asked-by-hand',
  'server-error',
];

/** True for troubles that are over once the host answers. */
export function isTakenBack(symptom: Symptom | null): boolean {
  return symptom !== null && TAKEN_BACK.includes(symptom);
}

export const answersAgain: Rule = {
  id: 'answers-again',
  needs: ['page', 'whatsapp-host', 'meta-status'],
  judge: (evidence, now) => {
    const symptom = known(evidence, 'page', now)?.symptom;
    const host = known(evidence, 'whatsapp-host', now);
    if (!symptom || !isTakenBack(symptom) || !hostAnswers(host)) return null;
    // An error page beside a status that is fine may be the outage itself; only a change says that it is over.
    if (symptom === 'server-error' && !host?.recovered) return null;
    return mayBePortalPage(evidence, now) ? null : { verdict: 'working' };
  },
};

/**
 * A web page where data belongs may be a sign-in network's. Meta's host, asked next, tells them apart; while it says
 * nothing, nobody knows, and what is missing must not make anything work.
 */
function mayBePortalPage(evidence: Evidence, now: EpochMs): boolean {
  const probe = known(evidence, 'whatsapp-host', now)?.probe;
  const html = probe?.kind === 'answered' ? probe.html : null;
  const meta = known(evidence, 'meta-status', now);
  return html !== null && (meta === null || meta.html === html);
}
