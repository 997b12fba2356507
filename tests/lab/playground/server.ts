import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Requests, tellRequests } from '../replays/requests.ts';
import type { Lab } from '../server.ts';
import { healthyWorld } from '../world.ts';
import { playgroundPage } from './page.ts';
import { choiceOf, pressed } from './states.ts';

/** A page whose buttons change the world. */
export interface Playground {
  address: string;
  close(): Promise<void>;
}

const FILES: Readonly<Record<string, string>> = {
  '/client.js': 'text/javascript; charset=utf-8',
  '/style.css': 'text/css; charset=utf-8',
};

/** Serve the playground of a lab on 127.0.0.1. Rejects with a clear message when the port is taken. */
export async function startPlayground(lab: Lab, port = 0): Promise<Playground> {
  const listeners = new Set<ServerResponse>();
  const told: string[] = [];
  const tellAll = (event: string): void => {
    for (const listener of listeners) listener.write(event);
  };
  const state = (): string => eventOf('pressed', pressed(lab.world));
  const requests = new Requests(lab, (group, agoMs) => {
    const asked = eventOf('asked', { at: Date.now() - agoMs, text: tellRequests(group) });
    told.push(asked);
    tellAll(asked);
  });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    // Another site's script that finds this port must not play with it.
    if (!/^(127\.0\.0\.1|localhost)(:|$)/.test(request.headers.host ?? '')) {
      answer(response, 403, 'text/plain', 'Only from this machine, by its own name.');
    } else if (path === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(state() + told.slice(-30).join(''));
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else if (path === '/choose' && request.method === 'POST') {
      answer(response, (await choose(lab, request)) ? 204 : 400, 'text/plain', '');
      tellAll(state());
    } else if (path === '/') {
      answer(response, 200, 'text/html; charset=utf-8', playgroundPage());
    } else if (FILES[path] !== undefined) {
      answer(response, 200, FILES[path], await readFile(new URL(`.${path}`, import.meta.url), 'utf8'));
    } else {
      answer(response, 404, 'text/plain', 'There is nothing here.');
    }
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) answer(response, 500, 'text/plain', String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(`The playground cannot listen on port ${port} (${error.code}). Give another, or none.`),
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        requests.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' });
  response.end(body);
}

/** Make the world as the pressed button says. Resolves false for anything but a button. */
async function choose(lab: Lab, request: IncomingMessage): Promise<boolean> {
  // A form of another site can send anything but JSON without asking.
  if (request.headers['content-type'] !== 'application/json') return false;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { id } = JSON.parse(Buffer.concat(chunks).toString()) as { id?: unknown };
  if (id === 'healthy') {
    lab.setWorld(() => healthyWorld());
    return true;
  }
  const choice = choiceOf(String(id));
  if (choice !== undefined) lab.setWorld(choice.patch);
  return choice !== undefined;
}

function eventOf(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
