import { PATHS } from '../shell.ts';

/** What the compiler does not know of service workers with the page's library loaded. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: Lifetime) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<{ knock?: string }>) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
interface Lifetime {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

const scope = self as unknown as WorkerScope;
const CACHE = 'shell';
const STATICS = Object.values(PATHS).map((path) => `https://static.whatsapp.net${path}`);

scope.addEventListener('install', (event) => {
  const fill = async (): Promise<void> => {
    const cache = await caches.open(CACHE);
    await cache.addAll(['/', ...STATICS]);
    await scope.skipWaiting();
  };
  event.waitUntil(fill());
});

scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  // The socket probe and the lab's own channel must meet the real network.
  if (request.mode === 'navigate') event.respondWith(fromNetwork(request, '/'));
  else if (STATICS.includes(request.url)) event.respondWith(fromNetwork(request, request.url));
});

// Opens a socket for the page, as a worker may; what becomes of it is the network's affair.
scope.addEventListener('message', ({ data }) => {
  if (data.knock !== undefined) new WebSocket(data.knock);
});

async function fromNetwork(request: Request, kept: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const cached = await caches.match(kept);
    if (cached) return cached;
    throw error;
  }
}
