/**
 * Rule 7 · The name resolves elsewhere and not here: this network's filter, or its resolver (Chrome's own DNS probe tells
 * the two apart the same way, dns_probe_service_factory.cc: the current resolver against a public one). Stands after rules 8
 * and 9b: in the first minutes of 2021-10-04 caches elsewhere still had the name (ADR 0012).
 * Shown by: "a school’s DNS filter", "a business-only incident of Meta’s during a local fault".
 */
import { known } from '../evidence';
import { controlsFine, dnsHasAddresses, failingLayer, probeCause } from '../reading-of';
import type { Rule } from '../rule';

export const notResolvedHere: Rule = {
  id: 'not-resolved-here',
  needs: ['page', 'this-device', 'whatsapp-host', 'dns'],
  judge: (evidence, now) => {
    if (failingLayer(evidence, now) === null) return null;
    const host = known(evidence, 'whatsapp-host', now);
    // A laptop that wakes up resolves nothing for a moment: then its controls are dead too, and it is tried again.
    const steady = controlsFine(evidence, now) || (host?.failures ?? 0) >= 2;
    return probeCause(host) === 'name-not-resolved' && dnsHasAddresses(evidence, now) && steady
      ? { verdict: 'local', cause: 'dns' }
      : null;
  },
};
