/** Every stored value, in one readable list. */
import * as v from 'valibot';
import type { Asked } from '../core/budget';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import { quiet, type Situation } from '../core/situation';
import { NO_SOCKETS, type Sockets } from '../core/sockets';
import type { WayStates } from '../core/ways';
import { AskedSchema, SettingsSchema, SituationSchema, WaysSchema } from './schemas';
import { KEYS } from './store-keys';
import { type Stored, stored } from './stored';

/** The incident, its evidence and the verdict: what every surface shows. */
export const situationStore: Stored<Situation> = stored(KEYS.situation, SituationSchema, () =>
  quiet(Date.now()),
);

/** Requests made in the last hour, for the budget and for the person to see. */
export const askedStore: Stored<Asked[]> = stored(KEYS.asked, AskedSchema, () => []);

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
