/**
 * Rule 9c · It fails here and on the phone's own network, and nearly everywhere else it answers. Two networks of one place:
 * not this network alone, and not everybody. Two are few, so it is possible; OONI's volunteers meeting the same in the
 * country the person chose make it likely, and decide nothing alone (their test has no control, ts-018). Meta's own report
 * beside a failing phone is an outage that remote probes do not see (rule 10).
 * Shown by: "a block that the phone’s network shares".
 */
import { known } from '../evidence';
import {
  failingLayer,
  hostFails,
  metaReports,
  phoneWorks,
  reachedElsewhere,
  testsAreOdd,
} from '../reading-of';
import type { Rule } from '../rule';

export const phoneSharesIt: Rule = {
  id: 'phone-shares-it',
  needs: ['page', 'whatsapp-host', 'world', 'phone', 'meta-status', 'country'],
  judge: (evidence, now) =>
    failingLayer(evidence, now) !== null &&
    hostFails(known(evidence, 'whatsapp-host', now)) &&
    reachedElsewhere(evidence, now) &&
    phoneWorks(evidence, now) === false &&
    !metaReports(evidence, now)
      ? { verdict: 'regional', confidence: testsAreOdd(evidence, now) ? 'likely' : 'possible' }
      : null,
};
