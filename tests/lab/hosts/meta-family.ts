import { type Exchange, send } from '../exchange.ts';
import { simplePage } from '../pages/simple.ts';
import type { Host } from './host.ts';

/** Facebook, Instagram and Messenger. */
export const metaFamily: Host[] = [
  { names: ['www.facebook.com'], behaviour: (world) => world.metaFamily.facebook, serve: as('Facebook') },
  { names: ['www.instagram.com'], behaviour: (world) => world.metaFamily.instagram, serve: as('Instagram') },
  { names: ['www.messenger.com'], behaviour: (world) => world.metaFamily.messenger, serve: as('Messenger') },
];

function as(name: string): (exchange: Exchange) => void {
  return (exchange) => {
    // As the real ones do: a `no-cors` fetch from elsewhere is refused by the browser although all is well.
    exchange.response.setHeader('cross-origin-resource-policy', 'same-origin');
    if (exchange.url.pathname === '/favicon.ico') send(exchange, 200, 'image/x-icon', ICON);
    else send(exchange, 200, 'text/html; charset=utf-8', simplePage(name));
  };
}

/** The smallest icon browsers accept without complaint: an empty one. */
const ICON = new Uint8Array([0, 0, 1, 0, 0, 0]);
