/**
 * Rule 9b · It fails here and in other places of the person's own country (or operator's network), and nearly everywhere
 * else it answers: what a country's block looks like from inside (OONI, ts-017: fails for the probe, works for the helper
 * abroad). A country cut off from the internet while the world reaches WhatsApp is the same to a person in it.
 * Stands before rules 4 and 7: what a whole country meets is no fault of this network's (ADR 0011).
 * Shown by: "a country’s block, measured in the country", "a country cut off", "a country’s block by DNS".
 */
import { known } from '../evidence';
import { countrySays, failingLayer, failsSteadily, phoneWorks, serverFails, worldSays } from '../reading-of';
import type { Rule } from '../rule';

export const countryFails: Rule = {
  id: 'country-fails',
  needs: ['page', 'whatsapp-host', 'world', 'country', 'phone'],
  judge: (evidence, now) => {
    if (failingLayer(evidence, now) === null || worldSays(evidence, now) !== 'reaching') return null;
    const host = known(evidence, 'whatsapp-host', now);
    const says = countrySays(evidence, now);
    // Places in it that reach WhatsApp, or a phone that does, know better than IODA whether the country is cut off.
    const reached = says === 'reaching' || phoneWorks(evidence, now) === true;
    const cutOff = failsSteadily(host) && !reached && known(evidence, 'country', now)?.cutOff;
    const shared = (failsSteadily(host) || serverFails(host)) && says === 'failing';
    return shared || cutOff ? { verdict: 'regional' } : null;
  },
};
