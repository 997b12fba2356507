import { after, scaled } from './lab.ts';

const HANDSHAKE_PATIENCE = 20_000;
const HEARTBEAT = 15_000;
const HEARTBEAT_PATIENCE = 10_000;
const LONGEST_PAUSE = 10_000;
const ADDRESSES = ['wss://web.whatsapp.com/ws/chat', 'wss://web.whatsapp.com:5222/ws/chat'];

/** The line to the chat servers: races two sockets, and tries again with growing pauses. */
export class ChatLine {
  up = false;
  /** When the next attempt starts, in real time; 0 while one is running. */
  nextAttemptAt = 0;
  readonly #onChange: () => void;
  #sockets: WebSocket[] = [];
  #cancels: (() => void)[] = [];
  #pauses: [number, number] = [1000, 1000];
  #stopped = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    addEventListener('online', () => {
      this.#pauses = [1000, 1000];
      if (!this.up && !this.#stopped) this.attempt();
    });
  }

  /** Open both sockets now, giving up whatever was under way. */
  attempt(): void {
    this.#clear();
    this.nextAttemptAt = 0;
    this.#sockets = ADDRESSES.map((address) => this.#open(address));
    this.#later(HANDSHAKE_PATIENCE, () => this.#lost());
  }

  stop(): void {
    this.#stopped = true;
    this.#clear();
  }

  #open(address: string): WebSocket {
    const socket = new WebSocket(address);
    socket.addEventListener('message', (event) => {
      if (event.data === 'hello') this.#won(socket);
    });
    socket.addEventListener('close', () => {
      this.#sockets = this.#sockets.filter((other) => other !== socket);
      if (this.#sockets.length === 0 && !this.#stopped) this.#lost();
    });
    return socket;
  }

  #won(socket: WebSocket): void {
    if (this.up || !this.#sockets.includes(socket)) return;
    const losers = this.#sockets.filter((other) => other !== socket);
    this.#clear([socket]);
    for (const loser of losers) loser.close();
    this.up = true;
    this.#pauses = [1000, 1000];
    this.#beat(socket);
    this.#onChange();
  }

  #beat(socket: WebSocket): void {
    this.#later(HEARTBEAT, () => {
      socket.send('ping');
      const giveUp = after(HEARTBEAT_PATIENCE, () => this.#lost());
      this.#cancels.push(giveUp);
      socket.addEventListener('message', giveUp, { once: true });
      this.#beat(socket);
    });
  }

  #lost(): void {
    if (this.#stopped) return;
    this.#clear();
    this.up = false;
    const [pause, next] = this.#pauses;
    this.#pauses = [next, Math.min(pause + next, LONGEST_PAUSE)];
    const jittered = pause * (0.9 + Math.random() * 0.2);
    this.nextAttemptAt = Date.now() + scaled(jittered);
    this.#later(jittered, () => this.attempt());
    this.#onChange();
  }

  #later(milliseconds: number, run: () => void): void {
    this.#cancels.push(after(milliseconds, run));
  }

  /** Forget timers and sockets, but those to keep. */
  #clear(keep: WebSocket[] = []): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels = [];
    const dropped = this.#sockets.filter((socket) => !keep.includes(socket));
    this.#sockets = keep;
    for (const socket of dropped) socket.close();
  }
}
