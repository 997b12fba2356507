import { describe, expect, it } from 'vitest';
import { known } from '../../../src/core/evidence';
import { quiet, type Situation } from '../../../src/core/situation';
import { withCountry, withCrowd } from '../../../src/core/told';
import { MINUTE, NOW } from '../witnesses';

const TROUBLE: Situation = {
  ...quiet(NOW),
  incident: { id: 'a', beganAt: NOW, noticedAt: NOW, tabs: {}, dismissed: false, checks: 0 },
};
const PLACES = [{ country: 'IN', city: 'Mumbai', reachable: false }];
const measured = { country: 'IN', network: null, places: PLACES };
const told = { country: 'IN', cutOff: false, tests: { odd: 3, all: 40 } };

describe('the country’s two halves', () => {
  it.each([
    ['the measurement first', [measured, told]],
    ['what others tell first', [told, measured]],
  ])('make one reading: %s', (_, halves) => {
    const after = halves.reduce((situation, half) => withCountry(situation, half, NOW), TROUBLE);
    expect(known(after.evidence, 'country', NOW)).toEqual({ ...measured, ...told });
  });

  it('are about one country: another one begins anew', () => {
    const after = withCountry(withCountry(TROUBLE, measured, NOW), { ...told, country: 'BR' }, NOW);
    expect(known(after.evidence, 'country', NOW)).toMatchObject({ country: 'BR', places: [] });
  });

  it('do not bring back what is too old to count', () => {
    const later = NOW + 30 * MINUTE;
    const after = withCountry(withCountry(TROUBLE, measured, NOW), told, later);
    expect(known(after.evidence, 'country', later)).toMatchObject({ places: [], tests: told.tests });
  });

  it('take nothing from each other when one heard nobody', () => {
    const silent = { country: 'IN', cutOff: null, tests: null };
    expect(
      known(withCountry(withCountry(TROUBLE, measured, NOW), silent, NOW).evidence, 'country', NOW),
    ).toMatchObject({ places: PLACES });
    const unmeasured = withCountry(withCountry(TROUBLE, told, NOW), { country: 'IN' }, NOW);
    expect(known(unmeasured.evidence, 'country', NOW)).toMatchObject(told);
  });

  it('are no reading when nobody was heard at all', () => {
    const after = withCountry(TROUBLE, { country: 'IN', cutOff: null, tests: null }, NOW);
    expect(after.evidence.country).toMatchObject({ state: 'missing', why: 'unreachable' });
  });
});

describe('the crowd', () => {
  it('is a reading as soon as one place was heard, also of nobody', () => {
    for (const value of [
      { stories: 0, accounts: null },
      { stories: null, accounts: 7 },
    ])
      expect(known(withCrowd(TROUBLE, value, NOW).evidence, 'crowd', NOW)).toEqual(value);
  });

  it('is none when neither was', () => {
    expect(withCrowd(TROUBLE, { stories: null, accounts: null }, NOW).evidence.crowd).toMatchObject({
      state: 'missing',
    });
  });

  it('is not kept once the trouble is over', () => {
    expect(withCrowd(quiet(NOW), { stories: 1, accounts: 1 }, NOW)).toEqual(quiet(NOW));
  });
});
