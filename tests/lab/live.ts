import type { ServerResponse } from 'node:http';
import { liveWorld } from './pages/live-world.ts';
import type { World } from './world.ts';

/** The open fake pages, told of every change of the world. */
export class LivePages {
  readonly #open = new Set<ServerResponse>();

  /** Keep a page's event stream, starting with the world as it is. */
  add(response: ServerResponse, world: World): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
    // A page reloaded a moment later must find its lab again quickly.
    response.write('retry: 200\n\n');
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
    tell(response, world);
  }

  follow(world: World): void {
    for (const response of this.#open) tell(response, world);
  }

  close(): void {
    for (const response of this.#open) response.end();
  }
}

function tell(response: ServerResponse, world: World): void {
  response.write(`data: ${JSON.stringify(liveWorld(world))}\n\n`);
}
