/**
 * Rule 17 · WhatsApp's own screen says that this network keeps it from loading (its PROXYBLOCK state, wa-diff WAWebAppUI,
 * 2026-04). It explains that in the page, so there is no banner. Stands before 13 to 16: neither a recent success nor the
 * phone contradicts the page's own word.
 * Shown by: "WhatsApp’s own network-block screen".
 */
import { known } from '../evidence';
import type { Rule } from '../rule';

export const networkBlock: Rule = {
  id: 'network-block',
  needs: ['page'],
  judge: (evidence, now) =>
    known(evidence, 'page', now)?.symptom === 'network-block'
      ? { verdict: 'local', cause: 'firewall' }
      : null,
};
