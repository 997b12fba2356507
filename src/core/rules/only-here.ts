/**
 * Rule 9 · It fails here again and again, and nearly everywhere else it answers. Where the phone's network fails as well it
 * is not only here (rule 9c).
 * Shown by: "a country’s block by reset", "a country’s block by silence", "broken IPv6".
 */
import { known } from '../evidence';
import { failingLayer, failsSteadily, phoneWorks, probeCause, worldSays } from '../reading-of';
import type { Rule } from '../rule';

export const onlyHere: Rule = {
  id: 'only-here',
  needs: ['page', 'whatsapp-host', 'world', 'phone'],
  judge: (evidence, now) => {
    if (failingLayer(evidence, now) === null) return null;
    const host = known(evidence, 'whatsapp-host', now);
    const elsewhere = worldSays(evidence, now) === 'reaching' && phoneWorks(evidence, now) !== false;
    if (!failsSteadily(host) || !elsewhere) return null;
    const cause = probeCause(host);
    const refusedOnTheWay = cause === 'refused' || cause === 'reset' || cause === 'timed-out';
    return { verdict: 'local', cause: refusedOnTheWay ? 'firewall' : 'unknown', confidence: 'likely' };
  },
};
