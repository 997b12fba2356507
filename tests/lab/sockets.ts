import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SocketBehaviour, World } from './world.ts';

/** The chat sockets of web.whatsapp.com, on port 443 and on 5222. */
export class ChatSockets {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #open = new Map<WebSocket, number>();
  readonly #waiting = new Map<Duplex, number>();

  /** How many chat sockets are open now. */
  get size(): number {
    return this.#open.size;
  }

  /** Answer a handshake as the world says. */
  handshake(world: () => World, port: number, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const behaviour = behaviourOfSocket(world(), port);
    if (behaviour === 'dead') {
      socket.destroy();
    } else if (behaviour === 'refuse') {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    } else if (behaviour === 'hang') {
      this.#waiting.set(socket, port);
      socket.on('close', () => this.#waiting.delete(socket));
    } else {
      this.#server.handleUpgrade(request, socket, head, (client) => this.#serve(world, port, client));
    }
  }

  /** Cut what the new world would not allow. A socket gone `silent` stays open: that is its malice. */
  follow(world: World): void {
    for (const [client, port] of this.#open) {
      const behaviour = behaviourOfSocket(world, port);
      if (behaviour !== 'accept' && behaviour !== 'silent') client.terminate();
    }
    for (const [socket, port] of this.#waiting) {
      if (behaviourOfSocket(world, port) !== 'hang') socket.destroy();
    }
  }

  close(): void {
    for (const client of this.#open.keys()) client.terminate();
    for (const socket of this.#waiting.keys()) socket.destroy();
    this.#server.close();
  }

  #serve(world: () => World, port: number, client: WebSocket): void {
    this.#open.set(client, port);
    client.on('close', () => this.#open.delete(client));
    client.on('error', () => client.terminate());
    const speaks = (): boolean => behaviourOfSocket(world(), port) === 'accept';
    client.on('message', (message) => {
      if (speaks() && String(message) === 'ping') client.send('pong');
    });
    if (speaks()) client.send('hello');
  }
}

function behaviourOfSocket(world: World, port: number): SocketBehaviour {
  if (world.allDead || world.portal !== false) return 'dead';
  const { socket, socket5222 } = world.whatsapp;
  return port === 5222 && socket5222 !== 'same' ? socket5222 : socket;
}
