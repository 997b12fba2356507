/** Ratios of pairs, and how sure they are. Seeded: the same figures give the same interval. */

/** An estimate and its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

const RESAMPLES = 10_000;
const SEED = 20_261_121;

/** `with / without`, as the geometric mean over pairs, with its bootstrap interval over pairs. */
export function ratioOf(pairs: readonly (readonly [withIt: number, without: number])[]): Estimate {
  const { value, low, high } = meanOf(pairs.map(([withIt, without]) => Math.log(withIt / without)));
  return { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high) };
}

/** `with − without`, as the mean over pairs, with its bootstrap interval over pairs. */
export function differenceOf(pairs: readonly (readonly [withIt: number, without: number])[]): Estimate {
  return meanOf(pairs.map(([withIt, without]) => withIt - without));
}

function meanOf(values: readonly number[]): Estimate {
  const random = seeded(SEED);
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN)),
  ).sort((a, b) => a - b);
  const at = (share: number): number => means[Math.round(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { value: mean(values), low: at(0.025), high: at(0.975) };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mulberry32: small, seeded, and good enough to draw pairs with. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
