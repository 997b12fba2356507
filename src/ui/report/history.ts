/** Past troubles, wherever they are kept: what this browser saw, and what came from a file. */
import type { EpochMs } from '../../core/evidence';
import {
  CarriedSchema,
  type IncidentRecord,
  NO_RECORDS,
  type Records,
  whole,
  withRecords,
} from '../../core/record';
import type { Incident } from '../../core/situation';
import { isAwaited } from '../../core/trouble';
import { browser } from '../../platform/browser';
import { readRecords, troubleStore } from '../../platform/records';
import { ASIDE, IMPORTED, RECORDS, TROUBLE } from '../../platform/store-keys';
import { type Stored, stored } from '../../platform/stored';

/** Written by the report alone, so that the background stays the only writer of what it saw itself. */
const importedStore: Stored<Records> = stored(IMPORTED, CarriedSchema, () => NO_RECORDS, 'local');

/** Everything kept, oldest first. */
export async function readAll(now: EpochMs): Promise<readonly IncidentRecord[]> {
  const [imported, own] = await Promise.all([importedStore.read(), readRecords(now)]);
  return whole(withRecords(imported, own, now).records);
}

/** Calls back whenever what is kept changes. */
export function onHistory(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && [RECORDS, TROUBLE, IMPORTED].some((key) => key in changes)) changed();
  });
}

/** Adds what is not there yet. Resolves false when the browser would not store it. */
export async function addRecords(records: readonly IncidentRecord[], now: EpochMs): Promise<boolean> {
  const ids = new Set((await readAll(now)).map(({ id }) => id));
  const fresh = records.filter(({ id }) => !ids.has(id));
  return importedStore.write(withRecords(await importedStore.read(), fresh, now));
}

/** Forgets all of it, but for the trouble that lasts or that the person still waits to hear of. */
export async function eraseHistory(incident: Incident | null, now: EpochMs): Promise<void> {
  const trouble = await troubleStore.read();
  const needed = incident !== null || isAwaited(trouble, now) || trouble.owed !== '';
  const kept = await browser.storage.local.get(null);
  const gone = [RECORDS, IMPORTED, ...(needed ? [] : [TROUBLE])];
  // What could not be read and was set aside is of the past, too.
  const aside = Object.keys(kept).filter((key) => gone.some((one) => key.startsWith(`${ASIDE}-${one}-`)));
  const list = kept[ASIDE];
  if (Array.isArray(list))
    await browser.storage.local.set({ [ASIDE]: list.filter((name) => !aside.includes(name)) });
  await browser.storage.local.remove([...gone, ...aside]);
}
