/**
 * Rule 12 · WhatsApp's own server says that it fails, to the page and to us: it refuses what a healthy connection sends.
 * Shown by: "WhatsApp’s server says so itself", "“service unavailable” in the page and from the server".
 */
import { known } from '../evidence';
import { extentOf, FOR_EXTENT } from '../extent';
import { serverFails } from '../reading-of';
import type { Rule } from '../rule';

export const serverSaysSo: Rule = {
  id: 'server-says-so',
  needs: FOR_EXTENT,
  judge: (evidence, now) => {
    const symptom = known(evidence, 'page', now)?.symptom;
    const toUs = serverFails(known(evidence, 'whatsapp-host', now));
    const toThePage = symptom === 'server-error' || symptom === 'service-unavailable';
    return toUs && toThePage ? { verdict: 'global', cause: extentOf(evidence, now) } : null;
  },
};
