/** Measurements from other places: on a click, by the person's choice of a country, or by the day's lot. */

import { known } from '../core/evidence';
import { lotteryPauseMs, winsToday, worldCouldTell } from '../core/lottery';
import { probeCause } from '../core/reading-of';
import type { Situation } from '../core/situation';
import { withCountry } from '../core/told';
import { browser } from '../platform/browser';
import { lotStore, settingsStore } from '../platform/stores';
import { type Parsed, toReading } from '../sources/ask';
import { fetchWorld, ONE_LOOK_MS, type Where } from '../sources/globalping';
import { askFor } from './ask';
import { sleep, stopAfter, store } from './gather';
import { askBeside } from './investigate';
import { change, current } from './situation';

/** Asks the world, by a click or by lot. One measurement at a time, beside any round. */
export function askTheWorld(byLot: boolean): Promise<void> {
  return askBeside('world', async (id) => {
    await store(
      'world',
      toReading(await measure(id, undefined, byLot ? ONE_LOOK_MS : undefined), Date.now()),
      id,
    );
  });
}

/** Asks in this country, and in one operator's network there, if that has any place that measures. */
export function askTheCountry(country: string, asn: number | null): Promise<void> {
  return askBeside('country', async (id) => {
    const where: Where[] = [{ country, limit: 4 }];
    if (asn !== null) where.push({ country, asn, limit: 2 });
    const measured = await measure(id, where);
    const half = { country, ...(measured.ok && { network: asn, places: measured.value.places }) };
    await change((situation, now) => withCountry(situation, half, now));
  });
}

/** What fails here is measured there: a name that is not found, or a site that does not answer. */
async function measure(
  id: string | undefined,
  where?: readonly Where[],
  looksMs?: readonly number[],
): Promise<Parsed<'world'>> {
  const ask = askFor({ automatic: false, signal: stopAfter(id) });
  const host = known((await current()).evidence, 'whatsapp-host', Date.now());
  const type = probeCause(host) === 'name-not-resolved' ? 'dns' : 'http';
  return fetchWorld(ask, sleep, type, where, looksMs);
}

/** The alarm by which a winner of the day's lottery asks the world. */
export const LOT = 'lot';

/** The world could tell, and the person did not say otherwise. */
async function mayAsk(situation: Situation): Promise<boolean> {
  return worldCouldTell(situation, Date.now()) && (await settingsStore.read()).leave.world === 'by-itself';
}

/** Sets the alarm when the world may be asked and today's lot says yes; takes it back when it is no longer needed. */
export async function followLottery(situation: Situation): Promise<void> {
  if (!(await mayAsk(situation))) {
    await browser.alarms.clear(LOT);
    return;
  }
  if (await browser.alarms.get(LOT)) return;
  const secret = await lotStore.read();
  await lotStore.write(secret);
  if (winsToday(secret, Date.now()))
    browser.alarms.create(LOT, { when: Date.now() + lotteryPauseMs(Math.random()) });
}

/**
 * The alarm rang: the world is asked if it still may be, and a WhatsApp tab in noticed trouble is in front. (Our own pages,
 * while open, draw for themselves: `ui/inquiry`.)
 */
export async function drawn(): Promise<void> {
  const situation = await current();
  if (!(await mayAsk(situation))) return;
  const tabs = await browser.tabs.query({ active: true });
  if (tabs.some(({ id }) => situation.incident?.tabs[String(id)]?.phase === 'notice'))
    await askTheWorld(true);
}
