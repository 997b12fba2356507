/**
 * Rule 4 · Somebody between this browser and WhatsApp shows a certificate that is not WhatsApp's, by name or issuer. A date
 * is another matter: a wrong clock and WhatsApp itself can both cause that. Stands after rules 6, 8 and 9b: where others meet
 * it too, the certificate is not this network's doing (ADR 0012).
 * Shown by: "antivirus that reads along"; against it "the clock is a few days wrong", "everybody is shown a wrong certificate".
 */
import { known } from '../evidence';
import { controlsFine, failingLayer, probeCause } from '../reading-of';
import type { Rule } from '../rule';

export const foreignCertificate: Rule = {
  id: 'foreign-certificate',
  needs: ['page', 'this-device', 'whatsapp-host'],
  judge: (evidence, now) =>
    failingLayer(evidence, now) !== null &&
    probeCause(known(evidence, 'whatsapp-host', now)) === 'certificate' &&
    controlsFine(evidence, now)
      ? { verdict: 'local', cause: 'tls' }
      : null,
};
