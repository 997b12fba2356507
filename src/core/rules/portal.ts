/**
 * Rule 3 · A sign-in network: a foreign redirect, one foreign page for two owners' hosts, or Firefox's own word. A foreign
 * certificate while both controls are dead is how many look, and proves nothing.
 * Shown by: "hotel Wi-Fi that redirects", "hotel Wi-Fi that answers everything itself", "hotel Wi-Fi that Firefox knows".
 */
import { known } from '../evidence';
import { controlsDead, failingLayer, hostAnswers, probeCause } from '../reading-of';
import type { Rule } from '../rule';

export const portal: Rule = {
  id: 'portal',
  needs: ['page', 'this-device', 'whatsapp-host', 'meta-status'],
  judge: (evidence, now) => {
    if (failingLayer(evidence, now) === null) return null;
    const host = known(evidence, 'whatsapp-host', now);
    const meta = known(evidence, 'meta-status', now);
    // A redirect whose target the browser does not tell is no sign; one to a house that is not Meta's is.
    const metaForeign = meta?.foreign && !hostAnswers(host);
    const redirected = (host?.probe.kind === 'redirected' && host.probe.toHost !== null) || metaForeign;
    if (known(evidence, 'this-device', now)?.portalLocked || redirected) return { verdict: 'captive-portal' };
    if (host?.probe.kind === 'answered' && host.probe.html !== null && meta?.html === host.probe.html)
      return { verdict: 'captive-portal' };
    return probeCause(host) === 'certificate' && controlsDead(evidence, now)
      ? { verdict: 'captive-portal', confidence: 'possible' }
      : null;
  },
};
