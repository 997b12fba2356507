import type { IncomingHttpHeaders } from 'node:http';

/** One request that reached the lab. WebSocket handshakes are requests too (`upgrade: websocket`). */
export interface LabRequest {
  at: number;
  host: string;
  /** The port the asker believed in: 443 unless the URL named another. */
  port: number;
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
}

/** Every request in order, and those who want to hear of the next. */
export class Journal {
  requests: LabRequest[] = [];
  readonly #listeners = new Set<(request: LabRequest) => void>();

  add(request: LabRequest): void {
    this.requests.push(request);
    for (const listener of this.#listeners) listener(request);
  }

  clear(): void {
    this.requests = [];
  }

  /** Returns the way to stop listening. */
  listen(listener: (request: LabRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
