/** One life of the background: started by an event, ended when nothing happens. Whatever it had begun dies with it. */
import type { Timers } from './clock';
import type { Details, Listener } from './web-request';

interface Registered {
  listener: Listener;
  filter: { urls: readonly string[]; types?: readonly string[] } | undefined;
}

export class Life {
  /** Listeners by the name of their event. */
  readonly registered = new Map<string, Registered[]>();
  /** Epoch ms of the last event or call; the browser ends a life 30 s after it. */
  activeAt: number;
  ended = false;
  readonly #ends: (() => void)[] = [];

  constructor(
    readonly timers: Timers,
    now: number,
  ) {
    this.activeAt = now;
  }

  /** One event of the API. */
  event(name: string) {
    const all = this.registered.get(name) ?? [];
    this.registered.set(name, all);
    return {
      addListener: (listener: Listener, filter?: Registered['filter']) => void all.push({ listener, filter }),
      removeListener: (listener: Listener) => {
        const place = all.findIndex((one) => one.listener === listener);
        if (place >= 0) all.splice(place, 1);
      },
    };
  }

  /** Listeners that want to hear of it. */
  listeners(name: string, wanted: (filter: Registered['filter'], details?: Details) => boolean): Listener[] {
    return (this.registered.get(name) ?? [])
      .filter(({ filter }) => wanted(filter))
      .map(({ listener }) => listener);
  }

  /** Whoever waits for an answer of this life hears that there will be none. */
  onEnd(heard: () => void): void {
    this.#ends.push(heard);
  }

  end(): void {
    this.ended = true;
    for (const heard of this.#ends) heard();
    this.timers.end();
  }
}
