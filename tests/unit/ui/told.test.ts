/** Sentences about the world, the crowd and a country, in English. */
import { describe, expect, it, vi } from 'vitest';
import type { CountryValue, Values } from '../../../src/core/evidence';
import { heard, NOW, world } from '../witnesses';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

const { told } = await import('../../../src/ui/components/told');
const says = (values: Partial<Values>) => {
  const [source] = Object.keys(values) as (keyof Values)[];
  return told(heard(values), source ?? 'page', NOW);
};

describe('what is told of the world', () => {
  it('is how many places fail, by what they tried', () => {
    expect(says({ world: world(11) })).toBe('11 of 12 places cannot reach it.');
    expect(says({ world: { ...world(1, 1), type: 'http' } })).toBe('1 of 1 place cannot reach it.');
    expect(says({ world: { ...world(11), type: 'dns' } })).toBe('11 of 12 places cannot find its address.');
  });
});

describe('what is told of the crowd', () => {
  it.each([
    [{ stories: null, accounts: 31 }, 'In the last 15 minutes, 31 people on Mastodon wrote about it.'],
    [{ stories: 1, accounts: 0 }, 'Hacker News has 1 new story about it.'],
    [
      { stories: 2, accounts: 1 },
      'In the last 15 minutes, 1 person on Mastodon wrote about it. Hacker News has 2 new stories about it.',
    ],
    [{ stories: 0, accounts: null }, 'Hardly anybody writes about it. That says nothing.'],
  ])('%j: “%s”', (crowd, sentence) => {
    expect(says({ crowd })).toBe(sentence);
  });
});

describe('what is told of a country', () => {
  const country = (more: Partial<CountryValue>) =>
    says({ country: { country: 'IN', network: null, places: [], cutOff: null, tests: null, ...more } });

  it('is what was heard of it, and no more', () => {
    expect(country({ places: world(3, 4).places })).toBe('India: 3 of 4 places cannot reach it.');
    expect(country({ cutOff: true, tests: { odd: 4, all: 40 } })).toBe(
      'India: Much of its internet is cut off now, says IODA. In 4 of 40 tests since yesterday OONI found something odd.',
    );
    expect(country({ cutOff: false, tests: { odd: 0, all: 0 }, places: world(0, 4).places })).toBe(
      'India: 0 of 4 places cannot reach it.',
    );
  });
});
