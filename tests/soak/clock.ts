/**
 * One clock for everything in a day: servers, person, browser, pages. Twelve hours pass as fast as what happens in them
 * can be worked off. The computer may sleep: then servers and person go on, and its own timers wait.
 */
interface Timer {
  at: number;
  /** Timers of the same moment run in the order they were set. */
  order: number;
  run: () => void;
  owner: Timers;
  cancelled: boolean;
}

/** The timers of one party: a page, a life of the background, the servers. */
export class Timers {
  /** Hidden pages run timers at whole seconds or minutes only; in ms. */
  alignMs = 1;
  /** No timer runs for now. */
  frozen = false;
  readonly #clock: Clock;
  readonly #set = new Map<number, Timer>();
  #held: Timer[] = [];
  #ended = false;

  constructor(
    clock: Clock,
    /** Stops while the computer sleeps. */
    readonly sleeps: boolean,
  ) {
    this.#clock = clock;
  }

  readonly setTimeout = (run: () => void, ms = 0): number => {
    if (this.#ended) return 0;
    const timer = this.#clock.add(this, run, Math.max(0, ms));
    this.#set.set(timer.order, timer);
    return timer.order;
  };

  readonly clearTimeout = (id: number | undefined): void => {
    const timer = this.#set.get(id ?? 0);
    if (timer) timer.cancelled = true;
    this.#set.delete(id ?? 0);
  };

  /** The party is gone: nothing of it ever runs again. */
  end(): void {
    this.#ended = true;
    for (const timer of this.#set.values()) timer.cancelled = true;
    this.#set.clear();
    this.#held = [];
  }

  thaw(): void {
    this.frozen = false;
    for (const timer of this.#held) this.#clock.put(timer, this.#clock.now);
    this.#held = [];
  }

  /** The clock has come to this timer. */
  due(timer: Timer): void {
    if (timer.cancelled) return;
    if (this.frozen) {
      this.#held.push(timer);
      return;
    }
    const aligned = Math.ceil(timer.at / this.alignMs) * this.alignMs;
    if (aligned > this.#clock.now) {
      this.#clock.put(timer, aligned);
      return;
    }
    this.#set.delete(timer.order);
    timer.run();
  }
}

export class Clock {
  /** Epoch ms. */
  now: number;
  asleep = false;
  /** Everything that goes on while this computer sleeps. */
  readonly world = new Timers(this, false);
  #order = 0;
  #queue: Timer[] = [];
  #waiting: Timer[] = [];
  #sleptAt = 0;

  constructor(now: number) {
    this.now = now;
  }

  /** Resolves after so long by the world's clock. */
  readonly wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      this.world.setTimeout(resolve, ms);
    });

  sleep(): void {
    this.asleep = true;
    this.#sleptAt = this.now;
  }

  /** `standing`: timers go on where they stopped (Linux, macOS); else all that were due run now (Windows). */
  wake(standing: boolean): void {
    this.asleep = false;
    const held = this.#waiting;
    this.#waiting = [];
    if (standing) {
      const slept = this.now - this.#sleptAt;
      const machine = [...held, ...this.#queue.filter((timer) => timer.owner.sleeps)];
      this.#queue = this.#queue.filter((timer) => !timer.owner.sleeps);
      this.#queue.sort((a, b) => a.at - b.at || a.order - b.order);
      for (const timer of machine) this.put(timer, timer.at + slept);
    } else for (const timer of held) this.put(timer, this.now);
  }

  /** Lets things happen until `story` has been told to its end. */
  async tell(story: Promise<void>): Promise<void> {
    let over = false;
    const ended = story.finally(() => {
      over = true;
    });
    ended.catch(() => undefined);
    await settled();
    while (!over) {
      const timer = this.#take();
      if (timer === undefined) throw new Error('the day stands still: nothing is planned any more');
      this.now = Math.max(this.now, timer.at);
      if (this.asleep && timer.owner.sleeps) this.#waiting.push(timer);
      else {
        timer.owner.due(timer);
        await settled();
      }
    }
    await ended;
  }

  add(owner: Timers, run: () => void, ms: number): Timer {
    const timer: Timer = { at: 0, order: ++this.#order, run, owner, cancelled: false };
    this.put(timer, this.now + ms);
    return timer;
  }

  /** A binary heap: the earliest timer is on top. */
  put(timer: Timer, at: number): void {
    timer.at = at;
    const queue = this.#queue;
    let place = queue.push(timer) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!before(timer, queue[parent] as Timer)) break;
      queue[place] = queue[parent] as Timer;
      place = parent;
    }
    queue[place] = timer;
  }

  #take(): Timer | undefined {
    const queue = this.#queue;
    const top = queue[0];
    const last = queue.pop();
    if (last === undefined || last === top) return top;
    let place = 0;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= queue.length) break;
      if (child + 1 < queue.length && before(queue[child + 1] as Timer, queue[child] as Timer)) child++;
      if (!before(queue[child] as Timer, last)) break;
      queue[place] = queue[child] as Timer;
      place = child;
    }
    queue[place] = last;
    return top;
  }
}

function before(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** Every promise that could resolve has; none of ours waits for anything real. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** `Date` by this clock, for code that is given it as its global. */
export function dateOf(clock: Clock): DateConstructor {
  return class extends Date {
    constructor(...given: unknown[]) {
      super(...((given.length > 0 ? given : [clock.now]) as [number]));
    }
    static override now(): number {
      return clock.now;
    }
  } as unknown as DateConstructor;
}
