import { LIVE_URL, type LiveWorld } from '../live-world.ts';

/** The world as this page last heard of it. */
export let world: LiveWorld = readShell();

const listeners = new Set<() => void>();

/** Call back whenever the world changes. */
export function onWorld(listener: () => void): void {
  listeners.add(listener);
}

/** A browser that was offline may give up listening for good. */
const LISTEN_AGAIN_MS = 500;

/** Keep hearing of the world for as long as the page lives. */
export function followWorld(): void {
  const source = new EventSource(LIVE_URL);
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(followWorld, LISTEN_AGAIN_MS);
  });
  source.addEventListener('message', (event) => {
    const next = JSON.parse(String(event.data)) as LiveWorld;
    if (JSON.stringify(next) === JSON.stringify(world)) return;
    world = next;
    for (const listener of listeners) listener();
  });
}

/** The client's own time: real milliseconds, stretched or shrunk by the world. */
export function scaled(milliseconds: number): number {
  return milliseconds * world.clientTimeScale;
}

/** Run later, in the client's own time. Returns the way to cancel. */
export function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, scaled(milliseconds));
  return () => clearTimeout(timer);
}

function readShell(): LiveWorld {
  const content = document.querySelector('meta[name="lab-world"]')?.getAttribute('content');
  if (!content) throw new Error('not a shell of the lab');
  return JSON.parse(content) as LiveWorld;
}
