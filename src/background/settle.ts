/** Ends what turned out to be no trouble, and shows what nobody had noticed but was found. */
import { noticed, withoutTakenBack } from '../core/incident';
import { quiet, type Situation, type TabTrouble } from '../core/situation';
import { reloadTabs } from './reload';
import { change } from './situation';

/** Seen by nobody: the person asked, or the page has no marker we know. */
const unseen = (tab: TabTrouble) => tab.symptom === 'asked-by-hand' || tab.symptom === 'page-unknown';

/** Called after a round. What was found by hand stays readable although the incident is over. */
export async function settle(): Promise<Situation> {
  let over: string[] = [];
  const after = await change((situation, now) => {
    const left = withoutTakenBack(situation, now);
    over = Object.keys(situation.incident?.tabs ?? {}).filter((tab) => !left.incident?.tabs[tab]);
    const { incident, verdict, evidence } = left;
    if (incident === null || !Object.values(incident.tabs).every(unseen)) return left;
    // Asked by hand, and WhatsApp's host could not be asked: nothing was seen to fail.
    const blind = evidence['whatsapp-host']?.state === 'missing';
    if (verdict.verdict === 'unsure') return blind ? { ...quiet(now), evidence, verdict } : left;
    return noticed(left, now);
  });
  await reloadTabs(over);
  return after;
}
