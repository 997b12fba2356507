/**
 * Rule 2 · The browser itself names a local cause. A local cause must be reproduced by our own probe, with one exception:
 * another extension's blocking rules stop the page, never our own requests (measured 2026-11-21), so that name on the
 * document is enough.
 * Shown by: "an add-on blocks the page", "the proxy is dead", "no network at all".
 */
import { known } from '../evidence';
import { failingLayer, probeCause } from '../reading-of';
import type { Rule } from '../rule';

export const namedHere: Rule = {
  id: 'named-here',
  needs: ['page', 'whatsapp-host', 'this-device'],
  judge: (evidence, now) => {
    if (failingLayer(evidence, now) === null) return null;
    const page = known(evidence, 'page', now);
    const host = known(evidence, 'whatsapp-host', now);
    const probe = probeCause(host);
    if (page?.error?.cause === 'blocked' || probe === 'blocked')
      return { verdict: 'local', cause: 'blocked' };
    if (probe === 'proxy') return { verdict: 'local', cause: 'proxy' };
    // The browser's word against an answer just received is worth nothing.
    const said = known(evidence, 'this-device', now)?.online === false;
    const offline = said && host !== null && host.probe.kind !== 'answered';
    return probe === 'disconnected' || offline ? { verdict: 'offline' } : null;
  },
};
