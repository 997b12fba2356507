import { type Exchange, send } from './exchange.ts';
import type { HostBehaviour } from './world.ts';

const GARBAGE = '\u0000\ufffd{"Status": "<!--", [[[not what you asked for';

/** Answer as a host that is not healthy does. */
export function misbehave(exchange: Exchange, behaviour: Exclude<HostBehaviour, 'healthy'>): void {
  const { response } = exchange;
  if (typeof behaviour === 'number') {
    const page = `<!DOCTYPE html><title>${behaviour}</title><h1>HTTP ${behaviour}</h1>`;
    send(exchange, behaviour, 'text/html; charset=utf-8', behaviour === 204 || behaviour === 304 ? '' : page);
    return;
  }
  if (typeof behaviour === 'object') {
    for (const [name, value] of Object.entries(behaviour.headers ?? {})) response.setHeader(name, value);
    const contentType = behaviour.contentType ?? 'text/plain; charset=utf-8';
    send(exchange, behaviour.status ?? 200, contentType, behaviour.body ?? '');
    return;
  }
  if (behaviour === 'dead') response.socket?.destroy();
  else if (behaviour === 'garbage') send(exchange, 200, 'application/json', GARBAGE);
  else if (behaviour === 'huge') pourForEver(exchange);
  else if (behaviour === 'drip') dripForEver(exchange);
  // 'hang': nothing at all. Closing the lab, or the asker giving up, ends it.
}

function pourForEver({ response }: Exchange): void {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  response.writeHead(200, { 'content-type': 'application/json' });
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  pour();
}

function dripForEver({ response }: Exchange): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 1000);
  response.on('close', () => clearInterval(timer));
  response.write('[');
}
