/**
 * What a page of ours asks without a click, while it is open on a trouble: the crowd and the country if the person said so,
 * and the world if this install won the day's lot. A page that is closed asks nothing: nobody is looking any more.
 */
import { winsToday, worldCouldTell } from '../../core/lottery';
import type { Leave } from '../../core/settings';
import type { Situation } from '../../core/situation';
import { toBackground } from '../../messaging/send';
import { lotStore, settingsStore } from '../../platform/stores';
import { askCountry } from './ask-country';
import { askCrowd } from './ask-crowd';

/** The world is asked after a full jitter of this much, in ms. */
const JITTER_MS = 120_000;

/** Once for each trouble this page sees. */
const asked = new Map<'crowd' | 'country' | 'world', string>();

let latest: Situation | null = null;

/** To be called with every situation the page sees; asks each source at most once per trouble. */
export async function lookAfter(situation: Situation): Promise<void> {
  latest = situation;
  const id = situation.incident?.id;
  if (id === undefined || situation.verdict.verdict === 'working' || situation.round !== null) return;
  const { leave } = await settingsStore.read();
  const once = (source: 'crowd' | 'country' | 'world', leave: Leave): boolean => {
    if (leave !== 'by-itself' || asked.get(source) === id || situation.evidence[source]) return false;
    asked.set(source, id);
    return true;
  };
  if (once('crowd', leave.crowd)) void askCrowd();
  if (once('country', leave.country)) void askCountry();
  if (!worldCouldTell(situation, Date.now()) || !once('world', leave.world)) return;
  const secret = await lotStore.read();
  await lotStore.write(secret);
  if (winsToday(secret, Date.now())) setTimeout(askTheWorld, Math.random() * JITTER_MS);
}

/** The jitter is over: the trouble may be, too, or somebody else may have asked meanwhile. */
function askTheWorld(): void {
  if (latest !== null && worldCouldTell(latest, Date.now()))
    void toBackground({ type: 'world.ask', byLot: true });
}
