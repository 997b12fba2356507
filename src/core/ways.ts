/** Other ways to reach people: which to offer, in which order, and what is known of each. Pure; the data is in `src/catalogue`. */
import type { EpochMs } from './evidence';
import type { Verdict } from './verdict';

export interface Way {
  id: string;
  /** Names of products are not translated; the others have a message `way_<id>`. Empty while it is still being looked up. */
  name: string | null;
  /** What a click opens; empty where there is nothing to open. */
  href: string;
}

/** WhatsApp itself, on the phone: the first way when the trouble is this computer's or WhatsApp Web's alone. */
export const ON_THE_PHONE: Way = { id: 'whatsapp-phone', name: null, href: '' };

/** Of WhatsApp's owner: on 2021-10-04 WhatsApp, Facebook, Instagram and Messenger fell together. */
export const SHARE_ITS_FATE: readonly string[] = ['messenger', 'instagram'];

/** Ways that need nothing of this computer's network. */
const ON_ANY_PHONE = ['sms', 'phone', 'email'];

/** Of `ways`, those to offer for this verdict. Nothing of Meta's while the trouble is or may be global. */
export function waysFor<W extends Way>(
  { verdict, cause }: Pick<Verdict, 'verdict' | 'cause'>,
  ways: readonly W[],
): readonly (W | Way)[] {
  if (verdict === 'working') return [];
  // Without a network only the phone's own ways are left.
  if (verdict === 'offline') return [ON_THE_PHONE, ...ways.filter(({ id }) => ON_ANY_PHONE.includes(id))];
  if (verdict === 'local') return [ON_THE_PHONE, ...ways];
  const independent = ways.filter(({ id }) => !SHARE_ITS_FATE.includes(id));
  return verdict === 'captive-portal' || cause === 'web-only' ? [ON_THE_PHONE, ...independent] : independent;
}

/** What surfaces say to those who test from outside. Only what is proven is `unreachable`. */
export type WayStatus = 'reachable' | 'unreachable' | 'trouble' | 'unknown';

/** Sentences about a way: messages `way_status_<note>`. */
export type WayNote =
  | 'reachable'
  | 'fine'
  | 'named'
  | 'maintenance'
  | 'trouble'
  | 'trouble_named'
  | 'down'
  | 'down_named'
  | 'offline'
  | 'forbidden'
  | 'unknown';

/** What is known of one way, as every surface shows it. */
export interface WayState {
  status: WayStatus;
  /** Which sentence says so. */
  note: WayNote;
  /** Name of the incident on its own status page, as plain text. */
  incident: string | null;
  /** When that began, as its page says. */
  since: EpochMs | null;
  /** When it was asked. */
  at: EpochMs;
}

/** By id of the way, or by address for a status page the person added. */
export type WayStates = Readonly<Record<string, WayState>>;

/** A way is asked about at most this often, and for so long its state counts, in ms: on a bad day it changes within minutes. */
export const WAY_FRESH_MS = 10 * 60_000;

/** What is known of the way now. */
export function stateOfWay(states: WayStates, id: string, now: EpochMs): WayState | null {
  const state = states[id];
  return state && Math.abs(now - state.at) < WAY_FRESH_MS ? state : null;
}
