import { type Exchange, send } from '../exchange.ts';
import type { Host } from './host.ts';

/** The two connectivity controls. */
export const controls: Host[] = [
  { names: ['www.gstatic.com'], behaviour: (world) => world.controls.gstatic, serve },
  { names: ['cp.cloudflare.com'], behaviour: (world) => world.controls.cloudflare, serve },
];

function serve(exchange: Exchange): void {
  const known = exchange.url.pathname === '/generate_204';
  send(exchange, known ? 204 : 404, 'text/plain', '');
}
