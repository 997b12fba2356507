import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { makeAuthority } from './certificate.ts';
import { changeWorld, type WorldChange } from './change-world.ts';
import { Journal, type LabRequest } from './journal.ts';
import { listen } from './listen.ts';
import { LivePages } from './live.ts';
import { loadAssets } from './pages/assets.ts';
import { createReception } from './reception.ts';
import { ChatSockets } from './sockets.ts';
import { healthyWorld, type World } from './world.ts';

export type { WorldChange, WorldPatch } from './change-world.ts';
export type { LabRequest } from './journal.ts';

/** A running fake internet. */
export interface Lab {
  readonly port: number;
  readonly world: Readonly<World>;
  /** Change the world. Open sockets that no longer fit are cut; open fake pages are told. */
  setWorld(change: WorldChange): void;
  /** Every request so far, browser chatter left out. */
  readonly requests: readonly LabRequest[];
  /** Returns the way to stop listening. */
  onRequest(listener: (request: LabRequest) => void): () => void;
  clearRequests(): void;
  /** How many chat sockets are open now. */
  readonly openSockets: number;
  /** The certificate of the lab's authority, PEM, for browsers that can be told to trust it. */
  readonly authority: string;
  /** SHA-256 of its certificates' key, base64, for Chromium, which can be told to accept that key. */
  readonly keyHash: string;
  close(): Promise<void>;
}

export interface LabOptions {
  /** A free one when left out. */
  port?: number;
  world?: WorldChange;
}

/** Start the fake internet on 127.0.0.1. Rejects with a clear message when the port is taken. */
export async function startLab({ port = 0, world: start = {} }: LabOptions = {}): Promise<Lab> {
  let world = changeWorld(healthyWorld(), start);
  const [assets, authority, stranger] = await Promise.all([
    loadAssets(),
    makeAuthority('Not Just Me lab'),
    makeAuthority('A stranger'),
  ]);
  const journal = new Journal();
  const sockets = new ChatSockets();
  const live = new LivePages();
  const reception = createReception({ world: () => world, assets, journal, sockets, live });

  const https = createHttpsServer({
    SNICallback: (name, done) => {
      const signer = world.untrusted.includes(name) ? stranger : authority;
      signer.contextFor(name).then((context) => done(null, context), done);
    },
  });
  const http = createHttpServer();
  for (const server of [https, http]) {
    server.on('request', reception.request);
    server.on('upgrade', reception.upgrade);
  }
  const listening = await listen(port, https, http);

  return {
    port: listening.port,
    authority: authority.cert,
    keyHash: authority.keyHash,
    get world() {
      return world;
    },
    setWorld(change) {
      world = changeWorld(world, change);
      sockets.follow(world);
      live.follow(world);
    },
    get requests() {
      return journal.requests;
    },
    onRequest: (listener) => journal.listen(listener),
    clearRequests: () => journal.clear(),
    get openSockets() {
      return sockets.size;
    },
    async close() {
      live.close();
      sockets.close();
      await listening.close();
    },
  };
}
