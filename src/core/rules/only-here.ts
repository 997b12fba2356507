/**
 * Rule 9 · It fails here again and again, and nearly everywhere else it answers: in the world, or nearer by in the country.
 * Where the phone's network or the country fails as well it is not only here (rules 9b and 9c).
 * Shown by: "a country’s block by reset", "a country’s block by silence", "broken IPv6",
 * "a school’s DNS filter that also blocks the resolvers elsewhere".
 */
import { known } from '../evidence';
import {
  countrySays,
  failingLayer,
  failsSteadily,
  phoneWorks,
  probeCause,
  reachedElsewhere,
} from '../reading-of';
import type { Rule } from '../rule';

export const onlyHere: Rule = {
  id: 'only-here',
  needs: ['page', 'whatsapp-host', 'world', 'country', 'phone'],
  judge: (evidence, now) => {
    if (failingLayer(evidence, now) === null) return null;
    const host = known(evidence, 'whatsapp-host', now);
    const shared = phoneWorks(evidence, now) === false || countrySays(evidence, now) === 'failing';
    const elsewhere = reachedElsewhere(evidence, now) && !shared;
    if (!failsSteadily(host) || !elsewhere) return null;
    const cause = probeCause(host);
    const cutOnTheWay = cause === 'refused' || cause === 'reset' || cause === 'timed-out';
    // Who reaches it has resolved its name.
    if (cause === 'name-not-resolved') return { verdict: 'local', cause: 'dns' };
    return { verdict: 'local', cause: cutOnTheWay ? 'firewall' : 'unknown' };
  },
};
