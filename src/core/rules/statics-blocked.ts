/**
 * Rule 13 · The page's own building blocks do not arrive here, and their host exists elsewhere. Whether it is not resolved
 * or blocked is told by the error's name; browsers tell none for a host we hold no permission for, and then a blocker is
 * the commonest.
 * Shown by: "a blocker stops static.whatsapp.net", "static.whatsapp.net is not resolved here".
 */
import { known } from '../evidence';
import { failingLayer, staticsResolveElsewhere } from '../reading-of';
import type { Rule } from '../rule';

export const staticsBlocked: Rule = {
  id: 'statics-blocked',
  needs: ['page', 'whatsapp-host', 'dns'],
  judge: (evidence, now) => {
    const host = known(evidence, 'whatsapp-host', now);
    if (failingLayer(evidence, now) !== 'app' || host?.statics !== 'failed') return null;
    const cause = host.staticsCause === 'name-not-resolved' ? 'dns' : 'blocked';
    return staticsResolveElsewhere(evidence, now)
      ? { verdict: 'local', cause, confidence: 'possible' }
      : null;
  },
};
