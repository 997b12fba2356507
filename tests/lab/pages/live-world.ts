import type { World } from '../world.ts';

/** The part of the world a fake page is told of, in its shell and whenever it changes. */
export type LiveWorld = Pick<World['whatsapp'], 'page' | 'sends' | 'serviceWorker' | 'clientTimeScale'>;

/**
 * Pages hear of changes here. Not on web.whatsapp.com, where the extension listens, and no WebSocket, for the
 * same reason.
 */
export const LIVE_HOST = 'lab.whatsapp.net';
/** Server-sent events, one JSON `LiveWorld` each. */
export const LIVE_URL = `https://${LIVE_HOST}/events`;

/** What pages may know. */
export function liveWorld({ whatsapp }: World): LiveWorld {
  const { page, sends, serviceWorker, clientTimeScale } = whatsapp;
  return { page, sends, serviceWorker, clientTimeScale };
}
