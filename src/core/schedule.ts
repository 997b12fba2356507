/** When to look again while trouble lasts. Pure; randomness is passed in. */

/** Alarms cannot be shorter (Chrome 120), in ms. */
const SHORTEST_MS = 30_000;

/** Pauses between re-checks, in ms, on average; the last one repeats. */
const PAUSES_MS = [36_000, 60_000, 90_000, 150_000, 240_000, 360_000, 600_000] as const;

/** After this long without news nobody is asked any more, in ms; "Check again" still does. */
export const GIVE_UP_MS = 3 * 60 * 60_000;

/**
 * Pause before re-check number `count` (0 is the first), ±40 % so that a million installs do not meet. The first fills the gaps that
 * requests without an answer left, so it comes as soon as an alarm can.
 */
export function pauseMs(count: number, random: number): number {
  if (count === 0) return lonePauseMs(0, random);
  return Math.round(Math.max(SHORTEST_MS, meanMs(count) * (0.6 + 0.8 * random)));
}

/**
 * The same where no page of WhatsApp's is open, with full jitter: anything from the shortest alarm to twice the mean. Nobody looks,
 * and only WhatsApp's host is asked.
 */
export function lonePauseMs(count: number, random: number): number {
  return Math.round(SHORTEST_MS + 2 * (meanMs(count) - SHORTEST_MS) * random);
}

const meanMs = (count: number) => PAUSES_MS[Math.min(count, PAUSES_MS.length - 1)] ?? 600_000;

/**
 * Delay before a source is asked without a click, at most, in ms: the dearer the source, the wider many browsers are
 * spread. Meta's is hidden behind the other stages; the world is measured; crowd and country are only context
 * (`docs/adr/0009-asking.md`).
 */
export const META_JITTER_MS = 3_000;
export const WORLD_JITTER_MS = 120_000;
export const CONTEXT_JITTER_MS = 300_000;

/** Full jitter: anything from nothing to `mostMs`. */
export function jitterMs(mostMs: number, random: number): number {
  return Math.round(random * mostMs);
}
