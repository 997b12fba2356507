/**
 * Rule 14 · The phone works, this page worked minutes ago over this very line, and nothing local is named: our own probe is
 * answered. 2025-08-13, 2025-11-04 and 2026-02-27 were such days (reports of those days).
 * Shown by: "2026-02-27: WhatsApp Web alone loads without end", "WhatsApp Web loses its connection while the phone works".
 */
import { known } from '../evidence';
import { failingLayer, hostAnswers, isInner, phoneWorks, workedRecently } from '../reading-of';
import type { Rule } from '../rule';

export const webOnly: Rule = {
  id: 'web-only',
  needs: ['page', 'whatsapp-host', 'phone', 'recent-success'],
  judge: (evidence, now) =>
    isInner(failingLayer(evidence, now)) &&
    // Without our probe's word a local cause may be there and nobody has looked.
    hostAnswers(known(evidence, 'whatsapp-host', now)) &&
    phoneWorks(evidence, now) === true &&
    workedRecently(evidence, now)
      ? { verdict: 'global', cause: 'web-only', confidence: 'possible' }
      : null,
};
