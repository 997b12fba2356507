/** Readings of the crowd and the country, made of parts; one of which nothing was heard is no reading. */
import { type CountryValue, type CrowdValue, type EpochMs, known, type Values } from './evidence';
import { withReading } from './incident';
import type { Situation } from './situation';

/** One half: what was measured there (`network`, `places`), or what IODA and OONI tell (`cutOff`, `tests`). */
type Half = Pick<CountryValue, 'country'> & Partial<CountryValue>;

/** One half arrived, and keeps the other: our measurement and what others tell come apart. */
export function withCountry(situation: Situation, half: Half, now: EpochMs): Situation {
  const before = known(situation.evidence, 'country', now);
  const other = before?.country === half.country ? before : null;
  const value = { network: null, places: [], cutOff: null, tests: null, ...other, ...half };
  return heard(
    situation,
    'country',
    value,
    value.places.length > 0 || value.cutOff !== null || value.tests,
    now,
  );
}

/** What people say was looked up. */
export function withCrowd(situation: Situation, value: CrowdValue, now: EpochMs): Situation {
  return heard(situation, 'crowd', value, value.stories !== null || value.accounts !== null, now);
}

function heard<S extends 'crowd' | 'country'>(
  situation: Situation,
  source: S,
  value: Values[S],
  anything: unknown,
  at: EpochMs,
): Situation {
  const reading = anything
    ? ({ state: 'known', value, at } as const)
    : ({ state: 'missing', why: 'unreachable', at } as const);
  return withReading<S>(situation, source, reading, at);
}
