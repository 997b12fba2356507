import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import type { Lab } from './server.ts';

/** An answer of the fake internet. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
}

/** Ask the lab without a browser, as if for a real URL. Redirects are not followed. */
export function ask(lab: Lab, address: string, question: Question = {}): Promise<Answer> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: lab.port,
        servername: url.hostname,
        ca: lab.authority,
        method: question.method ?? 'GET',
        ...(question.signal && { signal: question.signal }),
        path: url.pathname + url.search,
        headers: { host: url.host, ...question.headers },
      },
      (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += String(chunk);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(question.body);
  });
}
