/**
 * Rule 19 · Anything else that fails: only where no other rule fits.
 * Shown by: "one odd resolver elsewhere", "an add-on breaks the page’s scripts", "Meta’s own expired certificate".
 */
import { known } from '../evidence';
import type { Rule } from '../rule';

export const cannotTell: Rule = {
  id: 'cannot-tell',
  needs: ['page', 'whatsapp-host'],
  otherwise: true,
  judge: (evidence, now) => {
    const symptom = known(evidence, 'page', now)?.symptom ?? null;
    // A page without any marker we know is no trouble until WhatsApp's own host was asked about it.
    const unasked = symptom === 'page-unknown' && evidence['whatsapp-host'] === undefined;
    return symptom === null || unasked ? null : { verdict: 'unsure' };
  },
};
