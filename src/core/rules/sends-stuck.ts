/**
 * Rule 16 · Messages do not leave although the page is connected and everything around it is fine.
 * Shown by: "2025-04-12: connected, and messages do not leave"; against it "messages do not leave because the line is bad".
 */
import { aroundIsFine, failingLayer } from '../reading-of';
import type { Rule } from '../rule';

export const sendsStuck: Rule = {
  id: 'sends-stuck',
  needs: ['page', 'whatsapp-host', 'this-device'],
  judge: (evidence, now) =>
    failingLayer(evidence, now) === 'send' && aroundIsFine(evidence, now)
      ? { verdict: 'global', cause: 'messages-only', confidence: 'possible' }
      : null,
};
