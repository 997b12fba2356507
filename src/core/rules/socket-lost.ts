/**
 * Rule 15 · The live connection broke while everything around it is fine, minutes after it worked over this line. A proxy
 * that blocks only websockets looks the same, but never worked.
 * Shown by: "2022-10-25: the page opens, the socket is refused"; against it "a proxy that blocks only websockets".
 */
import { aroundIsFine, failingLayer, workedRecently } from '../reading-of';
import type { Rule } from '../rule';

export const socketLost: Rule = {
  id: 'socket-lost',
  needs: ['page', 'whatsapp-host', 'this-device', 'recent-success'],
  judge: (evidence, now) =>
    failingLayer(evidence, now) === 'socket' && aroundIsFine(evidence, now) && workedRecently(evidence, now)
      ? { verdict: 'global', cause: 'whatsapp-only', confidence: 'possible' }
      : null,
};
