import type { World } from '../world.ts';

/** The part of the world a fake page is told of, in its shell and whenever it changes. */
export type LiveWorld = Pick<
  World['whatsapp'],
  | 'page'
  | 'generation'
  | 'loadingMs'
  | 'sends'
  | 'sendsAfterMs'
  | 'messages'
  | 'serviceWorker'
  | 'clientTimeScale'
>;

/**
 * Pages hear of changes here. Not on web.whatsapp.com, where the extension listens, and no WebSocket, for the
 * same reason.
 */
export const LIVE_HOST = 'lab.whatsapp.net';
/** Server-sent events, one JSON `LiveWorld` each. */
export const LIVE_URL = `https://${LIVE_HOST}/events`;

/** A `CustomEvent` on the page's window by which one tab shows a screen of its own, whatever the world says. */
export const PIN_EVENT = 'lab-page';

/** What pages may know. */
export function liveWorld({ whatsapp }: World): LiveWorld {
  const { page, generation, loadingMs, sends, sendsAfterMs, messages } = whatsapp;
  const { serviceWorker, clientTimeScale } = whatsapp;
  return { page, generation, loadingMs, sends, sendsAfterMs, messages, serviceWorker, clientTimeScale };
}
