/** How the person's country fares. Nothing about a country is asked before they chose one. */
import type { Settings } from '../../core/settings';
import { toBackground } from '../../messaging/send';
import { settingsStore } from '../../platform/stores';
import { fetchCutOff } from '../../sources/ioda';
import { fetchTests } from '../../sources/ooni';
import { askFromPage } from '../ask-from-page';

/** Has the background measure in the country that was chosen, and asks IODA and OONI about it. False when none was. */
export async function askCountry(): Promise<boolean> {
  const { country, network }: Settings = await settingsStore.read();
  if (country === null) return false;
  const now = Date.now();
  await Promise.all([toBackground({ type: 'country.ask', country, network }), askOthers(country, now)]);
  return true;
}

async function askOthers(country: string, now: number): Promise<void> {
  const [cutOff, tests] = await Promise.all([
    fetchCutOff(askFromPage, country, now),
    fetchTests(askFromPage, country, now),
  ]);
  await toBackground({ type: 'reading.told', country: { country, cutOff, tests } });
}
