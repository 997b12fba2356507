/**
 * Troubles on disk: the one that lasts, or the last one (`trouble`), and those before it (`records`). Two keys, so that what
 * happens now is a small write that hangs on nothing old.
 */
import {
  CarriedSchema,
  type IncidentRecord,
  NO_RECORDS,
  type Records,
  whole,
  withRecords,
} from '../core/record';
import { NO_TROUBLE, type Trouble, TroubleSchema } from '../core/trouble';
import { RECORDS, TROUBLE } from './store-keys';
import { type Stored, stored } from './stored';

/** The trouble that lasts, or the last one, and what the person wishes to be told of it. Written by the background alone. */
export const troubleStore: Stored<Trouble> = stored(TROUBLE, TroubleSchema, () => NO_TROUBLE, 'local');

/** Those before it. Written by the background alone. */
export const recordsStore: Stored<Records> = stored(RECORDS, CarriedSchema, () => NO_RECORDS, 'local');

/** Every whole record, oldest first, the one that lasts with them. For pages. */
export async function readRecords(now: number): Promise<readonly IncidentRecord[]> {
  const [store, { record, past }] = await Promise.all([recordsStore.read(), troubleStore.read()]);
  return whole(withRecords(store, record ? [...past, record] : past, now).records);
}
