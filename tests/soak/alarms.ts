/** `alarms`: they belong to the browser, and outlive the background. */
import type { Clock, Timers } from './clock';

/** No alarm comes earlier than this (Chrome 120), in ms. */
const SOONEST_MS = 30_000;

export class Alarms {
  readonly #set = new Map<string, number>();

  constructor(
    readonly timers: Timers,
    readonly clock: Clock,
    readonly ring: (name: string) => void,
  ) {}

  has(name: string): boolean {
    return this.#set.has(name);
  }

  set(name: string, when: number, periodMs = 0): void {
    this.clear(name);
    const ring = () => {
      this.#set.delete(name);
      if (periodMs > 0) this.set(name, this.clock.now + periodMs, periodMs);
      this.ring(name);
    };
    this.#set.set(name, this.timers.setTimeout(ring, Math.max(SOONEST_MS, when - this.clock.now)));
  }

  clear(name: string): boolean {
    this.timers.clearTimeout(this.#set.get(name));
    return this.#set.delete(name);
  }

  clearAll(): void {
    for (const name of [...this.#set.keys()]) this.clear(name);
  }
}
