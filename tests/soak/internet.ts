/**
 * Everything outside this browser: WhatsApp's servers, those who are asked about them, and the line between. All is well
 * unless a day says otherwise; what it says is how a server behaves, never what the extension should make of it.
 */
import type { Clock, Timers } from './clock';
import { errorName, type NetTrouble } from './net-trouble';
import type { Random } from './random';

/** How one server answers: well, with a status, never, or with an error of the network. */
export type Answer = 'ok' | 'hang' | number | NetTrouble;

/** `silent`: the handshake succeeds, and nothing ever comes after it. */
export type SocketAnswer = 'ok' | 'silent' | 'hang' | 'refused' | 'reset' | 503;

/** What WhatsApp's client gets to do with a server that answers. */
export type App = 'ok' | 'never-starts' | 'loading-frozen' | 'service-unavailable' | 'network-block';

export class Internet {
  document: Answer = 'ok';
  statusJson: Answer = 'ok';
  statics: Answer = 'ok';
  socket: SocketAnswer = 'ok';
  /** Port 5222 is closed in many healthy networks. */
  socket5222: SocketAnswer | 'same' = 'same';
  app: App = 'ok';
  sends: 'ok' | 'stuck' | 'failing' = 'ok';
  /** What resolvers elsewhere know of WhatsApp's name. */
  names: 'addresses' | 'gone' = 'addresses';
  /** `half-dead` carries nothing and the computer does not know; `down` it knows. */
  line: 'up' | 'down' | 'half-dead' = 'up';
  /** Everything takes so many times longer. */
  slowness = 1;

  readonly #clock: Clock;
  readonly #random: Random;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** All servers are well again; the line is another matter. */
  heal(): void {
    this.document = 'ok';
    this.statusJson = 'ok';
    this.statics = 'ok';
    this.socket = 'ok';
    this.app = 'ok';
    this.sends = 'ok';
    this.names = 'addresses';
  }

  /** How `answer` arrives here, by way of this line. */
  through<A extends Answer | SocketAnswer>(answer: A): A | 'hang' | 'offline' {
    if (this.line === 'down') return 'offline';
    return this.line === 'half-dead' ? 'hang' : answer;
  }

  /** One way there and back, in ms. */
  latencyMs(): number {
    return this.#random.between(40, 400) * this.slowness;
  }

  /** `fetch` as the background has it; `timers` are those of the background that asks. */
  fetch(kind: 'chrome' | 'firefox', timers: Timers, failed: (url: string, name: string) => void) {
    return (url: string, init: RequestInit): Promise<Response> =>
      new Promise((resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        const meet = () => {
          const answer = this.through(this.#answerOf(url));
          if (answer === 'hang') {
            // When it was the line, the request gets through once the line is back.
            if (!init.signal?.aborted) timers.setTimeout(meet, 1_000);
          } else timers.setTimeout(() => end(answer), answer === 'offline' ? 5 : this.latencyMs());
        };
        const end = (answer: Exclude<Answer, 'hang'>) => {
          if (answer === 'ok' || typeof answer === 'number') {
            resolve(init.mode === 'no-cors' ? OPAQUE : this.#bodyOf(url, answer === 'ok' ? 200 : answer));
          } else {
            failed(url, errorName(answer, kind));
            reject(new TypeError('Failed to fetch'));
          }
        };
        meet();
      });
  }

  #answerOf(url: string): Answer {
    const { host, pathname } = new URL(url);
    if (host === 'web.whatsapp.com' && pathname === '/status.json') return this.statusJson;
    return host === 'static.whatsapp.net' ? this.statics : 'ok';
  }

  #bodyOf(url: string, status: number): Response {
    const { host, searchParams } = new URL(url);
    const gone = this.names === 'gone' && searchParams.get('name')?.includes('whatsapp');
    const addresses = { Status: 0, Answer: [{ type: 1, data: '192.0.2.60' }] };
    if (searchParams.has('name')) return this.#answer(status, gone ? { Status: 2 } : addresses);
    return this.#answer(status, host === 'metastatus.com' ? META : {});
  }

  #answer(status: number, body: unknown): Response {
    const chunks = [new TextEncoder().encode(JSON.stringify(body))];
    const headers = new Headers({
      'content-type': 'application/json',
      date: new Date(this.#clock.now).toUTCString(),
    });
    const read = async () => ({ done: chunks.length === 0, value: chunks.pop() });
    // By hand: a real stream would need real time.
    return { type: 'cors', status, headers, body: { getReader: () => ({ read }) } } as unknown as Response;
  }
}

const OPAQUE = { type: 'opaque' } as Response;

const META = [
  {
    id: 'whatsapp-business-api',
    name: 'WhatsApp Business Platform',
    services: [{ name: 'Cloud API', status: 'No known issues' }],
  },
];
