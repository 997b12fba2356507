/** One thread's share of the installs, some thousands at a time on one virtual clock. */
import { parentPort, workerData } from 'node:worker_threads';
import { Clock } from './clock.ts';
import { Install } from './install.ts';
import { seeded } from './random.ts';
import type { Day } from './services.ts';
import { newTally } from './tally.ts';

export interface Share {
  first: number;
  count: number;
  /** All lives, of which this is a share. Of them as many win the lottery as of any number of installs. */
  lives: number;
  seed: number;
  day: Day;
  /** How long is looked on, in ms since the outage began. */
  untilMs: number;
}

const AT_ONCE = 5_000;

async function live({ first, count, lives, seed, day, untilMs }: Share): Promise<void> {
  const tally = newTally(Math.ceil(untilMs / 1000));
  for (let done = 0; done < count; done += AT_ONCE) {
    const clock = new Clock();
    const some = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, index) => {
      const number = first + done + index;
      return new Install(clock, seeded(seed * 0x9e3779b1 + number), day, lives, tally);
    });
    for (const install of some) void install.live();
    await clock.run(untilMs);
    for (const install of some) install.close();
    parentPort?.postMessage({ done: some.length });
  }
  parentPort?.postMessage({ tally });
}

void live(workerData as Share);
