/**
 * Rule 18 · WhatsApp works on the phone; what fails is this browser or WhatsApp Web, and nobody can say which. One thing a
 * page says: its scripts failed to load while our own request to their host is answered from the same browser. What stops
 * pages and not us is in this browser (another extension's rules; measured 2026-11-21). No trouble says `session`:
 * log-outs and take-overs are covers, which are none.
 * Shown by: "this browser or WhatsApp Web, and the phone works", "scripts fail in the page and not for us".
 */
import { known } from '../evidence';
import { failingLayer, isInner, phoneWorks, workedRecently } from '../reading-of';
import type { Rule } from '../rule';

export const hereOrWeb: Rule = {
  id: 'here-or-web',
  needs: ['page', 'whatsapp-host', 'phone', 'recent-success'],
  judge: (evidence, now) => {
    const inside = isInner(failingLayer(evidence, now));
    if (!inside || phoneWorks(evidence, now) !== true || workedRecently(evidence, now)) return null;
    const scripts = known(evidence, 'page', now)?.scriptsFailed;
    const ours = known(evidence, 'whatsapp-host', now)?.statics === 'answered';
    return { verdict: 'unsure', cause: scripts && ours ? 'browser' : '' };
  },
};
