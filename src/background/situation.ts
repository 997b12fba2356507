/**
 * The one writer of the situation. Every change reads the stored state, applies one pure step and stores it
 * before the next begins, so the background may be stopped at any moment and nothing is half done.
 */
import type { Situation } from '../core/situation';
import { situationStore } from '../platform/stores';
import { follow } from './record';

let chain: Promise<unknown> = Promise.resolve();

/** Where a change is shown; set once by `main`. */
let show: (situation: Situation) => Promise<void> = async () => {};
export function showChangesWith(surface: typeof show): void {
  show = surface;
}

/** Shows what is stored once more: how it is said has changed. */
export function showAgain(): void {
  void current().then(surface);
}

let showing: Promise<unknown> = Promise.resolve();
let newest: Situation | null = null;

/** Surfaces follow the state and never hold it up; of several changes only the newest is shown. */
function surface(situation: Situation): void {
  newest = situation;
  showing = showing.then(() => (newest === situation ? show(situation).catch(() => undefined) : undefined));
}

/** What an earlier life of the background stored and may not have written down. */
let followed = false;

/** What the browser would not store. */
let unstored: Situation | null = null;

let waiters: ((situation: Situation) => boolean)[] = [];

/** Resolves when the state fits `wanted`, or after `atMostMs`. */
export async function until(wanted: (situation: Situation) => boolean, atMostMs: number): Promise<void> {
  if (wanted(await current())) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, atMostMs);
    waiters.push((situation) => {
      if (!wanted(situation)) return false;
      clearTimeout(timer);
      resolve();
      return true;
    });
  });
}

/** Runs one step after all earlier ones; resolves with the new state, after it was stored. */
export function change(step: (situation: Situation, now: number) => Situation): Promise<Situation> {
  const next = chain.then(async () => {
    const before = unstored ?? (await situationStore.read());
    if (!followed) await follow(before);
    followed = true;
    const after = step(before, Date.now());
    if (after !== before) {
      unstored = (await situationStore.write(after)) ? null : after;
      await follow(after);
      surface(after);
      waiters = waiters.filter((waiter) => !waiter(after));
    }
    return after;
  });
  chain = next.catch(() => undefined);
  return next;
}

/** The state after all changes under way. */
export function current(): Promise<Situation> {
  return change((situation) => situation);
}
