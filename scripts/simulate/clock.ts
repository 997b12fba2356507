/** One virtual clock for many installs: sleeping parties wake in order, and all that follows from it happens before time goes on. */

interface Sleeper {
  at: number;
  wake: () => void;
}

export class Clock {
  now = 0;
  /** A binary heap, the earliest first. */
  readonly #heap: Sleeper[] = [];

  readonly sleep = (ms: number): Promise<void> =>
    new Promise((wake) => this.#push({ at: this.now + Math.max(0, ms), wake }));

  /** Runs until everybody sleeps for ever, or until `end`. */
  async run(end: number): Promise<void> {
    // Whoever has begun before is heard first.
    await turn();
    for (let next = this.#heap[0]; next !== undefined && next.at <= end; next = this.#heap[0]) {
      // What happens within the same ten milliseconds may happen in one turn of the engine.
      const until = next.at + 10;
      for (; next !== undefined && next.at <= Math.min(until, end); next = this.#heap[0]) {
        this.now = Math.max(this.now, next.at);
        this.#pop().wake();
      }
      await turn();
    }
    this.now = end;
  }

  #push(sleeper: Sleeper): void {
    const heap = this.#heap;
    let index = heap.push(sleeper) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if ((heap[parent] as Sleeper).at <= sleeper.at) break;
      heap[index] = heap[parent] as Sleeper;
      index = parent;
    }
    heap[index] = sleeper;
  }

  #pop(): Sleeper {
    const heap = this.#heap;
    const first = heap[0] as Sleeper;
    const last = heap.pop() as Sleeper;
    if (heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && (heap[child + 1] as Sleeper).at < (heap[child] as Sleeper).at) child++;
      if ((heap[child] as Sleeper).at >= last.at) break;
      heap[index] = heap[child] as Sleeper;
      index = child;
    }
    heap[index] = last;
    return first;
  }
}

/** Everything that promises made possible has happened when this resolves. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
