/** Lets go of trouble that turned out to be none. */
import { withoutTab } from '../core/incident';
import type { Situation, TabTrouble } from '../core/situation';
import { change } from './situation';

/** A check by hand, or a page we did not know, leaves nothing behind once the host has answered. */
export async function settle(): Promise<Situation> {
  return change((situation, now) => {
    const { incident, verdict } = situation;
    const harmless = (tab: TabTrouble) => tab.symptom === 'asked-by-hand' || tab.symptom === 'page-unknown';
    const over = verdict.verdict === 'working' && Object.values(incident?.tabs ?? {}).every(harmless);
    if (incident === null || !over) return situation;
    return Object.keys(incident.tabs).reduce((left, tab) => withoutTab(left, tab, now), situation);
  });
}
