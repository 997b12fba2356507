/** WhatsApp's line to its chat servers: two raced sockets, tried again with growing pauses (wa-diff WAWebOpenSocket, 2026-04). */
import { errorName } from './net-trouble';
import type { Page } from './page';
import type { Random } from './random';

/** An attempt that gets nowhere is given up after this long, in ms. */
const PATIENCE_MS = 20_000;
const LONGEST_PAUSE_MS = 10_000;
/** A connection nobody answers is tried again about so often, in ms. */
const RETRY_MS = 3_000;

interface Socket {
  url: string;
  requestId: string;
  /** The handshake is not over. */
  open: boolean;
  ended: boolean;
}

export class ChatLine {
  up = false;
  #stopped = true;
  #sockets: Socket[] = [];
  #timer = 0;
  #pauses: [number, number] = [1_000, 1_000];

  constructor(
    readonly page: Page,
    readonly random: Random,
    /** A worker of the page's opens the sockets: `webRequest` knows no tab then. */
    readonly fromWorker: boolean,
    readonly onChange: () => void,
  ) {}

  start(): void {
    this.#stopped = false;
    this.#pauses = [1_000, 1_000];
    this.#attempt();
  }

  stop(): void {
    this.#stopped = true;
    this.up = false;
    this.#giveUp();
  }

  /** The browser says that the line is back. */
  hurry(): void {
    if (this.#stopped || this.up) return;
    this.start();
  }

  /** The open socket was closed, or is found dead after `ms`. */
  breaks(ms: number): void {
    if (!this.up) return;
    const sockets = this.#sockets;
    this.page.network.setTimeout(() => {
      if (this.up && this.#sockets === sockets) this.#lost();
    }, ms);
  }

  #attempt(): void {
    this.#giveUp();
    this.#sockets = ['wss://web.whatsapp.com/ws/chat', 'wss://web.whatsapp.com:5222/ws/chat'].map((url) =>
      this.#open(url),
    );
    this.#timer = this.page.network.setTimeout(() => this.#lost(), PATIENCE_MS);
  }

  #open(url: string): Socket {
    const { internet } = this.page.browser;
    const socket: Socket = { url, requestId: this.page.browser.nextRequest(), open: false, ended: false };
    this.#fire('onBeforeRequest', socket);
    const meet = () => {
      if (!this.#sockets.includes(socket) || socket.ended) return;
      const { socket: main, socket5222: other } = internet;
      const answer = internet.through(url.includes(':5222/') && other !== 'same' ? other : main);
      if (answer === 'hang') {
        // When it was the line, the handshake gets through once the line is back.
        this.page.network.setTimeout(meet, RETRY_MS);
        return;
      }
      this.page.network.setTimeout(
        () => {
          if (!this.#sockets.includes(socket) || socket.ended) return;
          if (answer === 'ok' || answer === 'silent') this.#opened(socket, answer === 'ok');
          else this.#failed(socket, answer);
        },
        answer === 'offline' ? 3 : internet.latencyMs(),
      );
    };
    // The socket is known to the line before anything becomes of it.
    this.page.network.setTimeout(meet, 0);
    return socket;
  }

  #opened(socket: Socket, talks: boolean): void {
    socket.open = true;
    this.#fire('onCompleted', socket, { statusCode: 101 });
    if (!talks || this.up) return;
    // The other one is closed by design.
    this.#giveUp(socket);
    this.#sockets = [socket];
    this.up = true;
    this.#pauses = [1_000, 1_000];
    this.onChange();
  }

  #failed(socket: Socket, answer: 'offline' | 'refused' | 'reset' | 503): void {
    socket.ended = true;
    const { kind } = this.page.browser;
    // Chrome errs on a refused handshake, Firefox completes it with its status.
    if (answer === 503 && kind === 'firefox') this.#fire('onCompleted', socket, { statusCode: 503 });
    else {
      const error = answer === 503 ? 'net::ERR_INVALID_RESPONSE' : errorName(answer, kind);
      this.#fire('onErrorOccurred', socket, { error });
    }
    if (this.#sockets.every(({ ended }) => ended)) this.#lost();
  }

  #lost(): void {
    this.#giveUp();
    this.up = false;
    if (this.#stopped) return;
    const [pause, next] = this.#pauses;
    this.#pauses = [next, Math.min(pause + next, LONGEST_PAUSE_MS)];
    this.#timer = this.page.network.setTimeout(() => this.#attempt(), pause * this.random.between(0.9, 1.1));
    this.onChange();
  }

  /** Closes what is under way, but for `kept`. */
  #giveUp(kept?: Socket): void {
    this.page.network.clearTimeout(this.#timer);
    const { kind } = this.page.browser;
    const dropped = this.#sockets.filter((socket) => socket !== kept && !socket.ended);
    this.#sockets = [];
    for (const socket of dropped) {
      socket.ended = true;
      if (!socket.open) this.#fire('onErrorOccurred', socket, { error: errorName('aborted', kind) });
    }
  }

  #fire(
    event: 'onBeforeRequest' | 'onCompleted' | 'onErrorOccurred',
    socket: Socket,
    more: { statusCode?: number; error?: string } = {},
  ): void {
    const { url, requestId } = socket;
    const tabId = this.fromWorker ? -1 : this.page.tab.id;
    this.page.browser.fire(event, { requestId, url, type: 'websocket', tabId, ...more });
  }
}
