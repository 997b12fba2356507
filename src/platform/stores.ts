/** Every stored value, in one readable list. */
import type { Kept } from '../core/asking/kept';
import type { Asked } from '../core/asking/ledger';
import { type Manners, NO_MANNERS } from '../core/asking/manners';
import type { Wishes } from '../core/plan';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import * as v from '../core/shape';
import { quiet, type Situation } from '../core/situation';
import { NO_SOCKETS, type Sockets } from '../core/sockets';
import type { WayStates } from '../core/ways';
import type { AskOutcome } from '../sources/ask';
import { browser } from './browser';
import {
  AskedSchema,
  KeptSchema,
  MannersSchema,
  SettingsSchema,
  SituationSchema,
  WaysSchema,
} from './schemas';
import { KEYS } from './store-keys';
import { type Stored, stored } from './stored';

/** The incident, its evidence and the verdict: what every surface shows. */
export const situationStore: Stored<Situation> = stored(KEYS.situation, SituationSchema, () =>
  quiet(Date.now()),
);

/** Requests made in the last hour, for the person to see. */
export const askedStore: Stored<Asked[]> = stored(KEYS.asked, AskedSchema, () => []);

/** What keeps us from asking too often; it outlives the list. */
export const mannersStore: Stored<Manners> = stored('manners', MannersSchema, () => NO_MANNERS);

/** Answers that serve others who ask the same, or are asked about only whether they have changed. */
export const keptStore: Stored<Record<string, Kept<AskOutcome>>> = stored('kept', KeptSchema, () => ({}));

/** WebSocket handshakes of WhatsApp's. */
export const socketsStore: Stored<Sockets> = stored(
  'sockets',
  v.object({ failures: v.number(), pendingSince: v.number(), begunAt: v.number(), openedAt: v.number() }),
  () => NO_SOCKETS,
);

/** Document requests nobody has answered yet: tab id → when it began, in epoch ms. */
export const pendingStore: Stored<Record<string, number>> = stored(
  'pending',
  v.record(v.string(), v.number()),
  () => ({}),
);

/** When chats with a live connection were last seen in a page that has gone, in epoch ms; 0 for never. */
export const lastGoodStore: Stored<number> = stored('last-good', v.number(), () => 0);

/** Tabs that were open before us have been looked after. */
export const watchingStore: Stored<boolean> = stored('watching', v.boolean(), () => false);

/** What our pages learned of the other ways. */
export const fallbackStore: Stored<WayStates> = stored(KEYS.fallbacks, WaysSchema, () => ({}));

/** What the person chose; written by our pages. */
export const settingsStore: Stored<Settings> = stored(
  KEYS.settings,
  SettingsSchema,
  () => DEFAULT_SETTINGS,
  'local',
);

/** What the person chose, as it is: every event pays for the bytes of a closer look. */
export async function readChosen(): Promise<Partial<Settings>> {
  const found = await browser.storage.local.get(KEYS.settings).catch(() => ({}));
  return (found as { settings?: Partial<Settings> }).settings ?? {};
}

/** Which sources the person wants left alone. */
export async function readLeave(): Promise<Wishes> {
  return (await readChosen()).leave ?? {};
}
/** A random number for the day's lottery (`core/lottery.ts`); on disk, so that a restart is no second draw. */
export const lotStore: Stored<string> = stored('lot', v.string(), () => crypto.randomUUID(), 'local');
