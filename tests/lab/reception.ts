import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { isChatter } from './chatter.ts';
import { send } from './exchange.ts';
import { LOCAL_RESOLVER, serveDns } from './hosts/dns-wire.ts';
import { createInternet } from './hosts/index.ts';
import type { Journal } from './journal.ts';
import type { LivePages } from './live.ts';
import type { Assets } from './pages/assets.ts';
import { LIVE_HOST } from './pages/live-world.ts';
import type { ChatSockets } from './sockets.ts';
import type { World } from './world.ts';

/** What the reception desk works with. */
interface Desk {
  world: () => World;
  assets: Assets;
  journal: Journal;
  sockets: ChatSockets;
  live: LivePages;
}

/** The two ways in: requests, and WebSocket handshakes. */
export interface Reception {
  request(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** Receive everything that reaches the lab: note it down, and pass it to whom it is for. */
export function createReception({ world, assets, journal, sockets, live }: Desk): Reception {
  const answer = createInternet(assets);

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { host, port } = hostOf(request);
    const url = new URL(request.url ?? '/', `https://${host}`);
    // Without this a browser may try again by itself on a connection that was kept, and counts would vary.
    response.setHeader('connection', 'close');
    if (host === LIVE_HOST) {
      live.add(response, world());
    } else if (host === LOCAL_RESOLVER) {
      await serveDns({ world: world(), host, url, request, response });
    } else if (isChatter(host)) {
      request.socket.destroy();
    } else {
      journal.add(entry(request, host, port));
      const { latencyMs } = world();
      if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
      await answer({ world: world(), host, url, request, response });
    }
  };

  return {
    request(request, response) {
      receive(request, response).catch((error: unknown) => {
        // The asker gave up half-way: that is theirs to do. Anything else is a fault of the lab.
        if (request.destroyed || response.headersSent) return;
        console.error('fake internet:', error);
        send({ request, response }, 500, 'text/plain', String(error));
      });
    },
    upgrade(request, socket, head) {
      const { host, port } = hostOf(request);
      socket.on('error', () => socket.destroy());
      if (!isChatter(host)) journal.add(entry(request, host, port));
      if (host === 'web.whatsapp.com') sockets.handshake(world, port, request, socket, head);
      else socket.destroy();
    },
  };
}

function hostOf(request: IncomingMessage): { host: string; port: number } {
  const [host = '', port] = (request.headers.host ?? '').toLowerCase().split(':');
  return { host, port: port === undefined ? 443 : Number(port) };
}

function entry({ method = 'GET', url = '/', headers }: IncomingMessage, host: string, port: number) {
  return { at: Date.now(), host, port, method, path: url, headers };
}
