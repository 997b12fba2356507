import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from './world.ts';

/** One request on its way to an answer. */
export interface Exchange {
  world: World;
  /** Host without the port, lower case. */
  host: string;
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
}

/** Send a whole answer. */
export function send(
  { request, response }: Pick<Exchange, 'request' | 'response'>,
  status: number,
  contentType: string,
  body: string | Uint8Array,
): void {
  response.statusCode = status;
  if (body.length > 0) response.setHeader('content-type', contentType);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Send JSON with an ETag, and 304 to those who have it already. */
export function sendJson(exchange: Exchange, status: number, value: unknown): void {
  sendTagged(exchange, status, 'application/json', `${JSON.stringify(value)}\n`);
}

/** Send a body with an ETag, and 304 to those who have it already. */
export function sendTagged(exchange: Exchange, status: number, contentType: string, body: string): void {
  const tag = `"${hash(body)}"`;
  exchange.response.setHeader('etag', tag);
  if (status === 200 && exchange.request.headers['if-none-match'] === tag) {
    exchange.response.statusCode = 304;
    exchange.response.end();
    return;
  }
  send(exchange, status, contentType, body);
}

/** Read a request body; empty when it is longer than anybody here has reason to send. */
export async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 100_000) return '';
  }
  return body;
}

// FNV-1a: short, stable between runs, and nobody attacks the lab.
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16);
}
