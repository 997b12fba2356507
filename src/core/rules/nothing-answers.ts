/**
 * Rule 5 · Nothing at all answered. Dead controls alone are not "offline": some networks block both.
 * Shown by: "the router lost its line", "a half-dead VPN that swallows everything"; against it "the clock is years wrong".
 */
import { known, type NetCause, unanswered } from '../evidence';
import { controlsDead, failingLayer, hostFails, probeCause } from '../reading-of';
import type { Rule } from '../rule';

/** Errors that only a server which answers can cause: with a wrong clock, every certificate fails and the line is fine. */
const TLS: readonly (NetCause | null)[] = ['certificate', 'certificate-date', 'protocol'];

export const nothingAnswers: Rule = {
  id: 'nothing-answers',
  needs: ['page', 'this-device', 'whatsapp-host', 'dns', 'meta-status', 'world', 'country'],
  judge: (evidence, now) => {
    const host = known(evidence, 'whatsapp-host', now);
    const dead =
      failingLayer(evidence, now) !== null &&
      controlsDead(evidence, now) &&
      hostFails(host) &&
      !TLS.includes(probeCause(host)) &&
      unanswered(evidence, 'dns', now) &&
      unanswered(evidence, 'meta-status', now) &&
      known(evidence, 'world', now) === null &&
      known(evidence, 'country', now) === null;
    return dead ? { verdict: 'offline' } : null;
  },
};
