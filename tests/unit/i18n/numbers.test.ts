import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clock, lasting, numeral, pluralOf } from '../../../src/i18n/numbers';
import { word } from '../../../src/i18n/words';
import { languages } from '../catalogues';
import { forget, world } from '../fake-browser';
import { HOUR, MINUTE, SECOND } from '../witnesses';
import { WRITING } from './ways-of-writing';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

beforeEach(forget);

const speak = (language: string) => {
  world.language = language;
};

const form = (count: number) => pluralOf('evidence_world', count).replace('evidence_world_', '');

describe('English', () => {
  it.each([
    [0, '1 minute'],
    [89 * SECOND, '1 minute'],
    [40 * MINUTE, '40 minutes'],
    [59.4 * MINUTE, '59 minutes'],
    [59.6 * MINUTE, '1 hour'],
    [HOUR, '1 hour'],
    [65 * MINUTE, '1 hour 5 minutes'],
    [2 * HOUR + MINUTE, '2 hours 1 minute'],
    [-5 * MINUTE, '1 minute'],
  ])('a length of %i ms is “%s”', (ms, text) => {
    expect(lasting(ms)).toBe(text);
  });

  it('has one plural form for one thing and another for the rest', () => {
    expect([0, 1, 2, 12].map(form)).toEqual(['other', 'one', 'other', 'other']);
  });

  it('writes its numerals', () => {
    expect(numeral(1_234)).toBe('1,234');
  });

  it('tells the time as people do', () => {
    expect(clock(new Date(2026, 10, 21, 12, 7).getTime())).toMatch(/^12:07\sPM$/);
  });
});

describe('Bengali', () => {
  beforeEach(() => speak('bn'));

  it('writes its own numerals', () => {
    expect(numeral(12)).toBe('১২');
    expect(numeral(1_23_456)).toBe('১,২৩,৪৫৬');
  });

  it('measures time in its own numerals and words', () => {
    expect(lasting(40 * MINUTE)).toBe('৪০ মিনিট');
    expect(lasting(65 * MINUTE)).toBe('১ ঘণ্টা, ৫ মিনিট');
  });

  it('tells the time in its own numerals', () => {
    expect(clock(new Date(2026, 10, 21, 12, 7).getTime())).toContain('১২:০৭');
  });

  it('has its own plural rule: none and one alike', () => {
    expect([0, 1, 2].map(form)).toEqual(['one', 'one', 'other']);
  });

  it('leaves no Latin digit in a sentence made of its parts', () => {
    const sentence = word('evidence_world_other', numeral(11), numeral(12));
    expect(sentence).toContain('১১');
    expect(sentence).not.toMatch(/[0-9]/);
  });
});

describe.each(languages)('%s', (language) => {
  beforeEach(() => speak(language));
  const { digits } = WRITING[language] ?? {};
  const own = { arab: /^[^0-9]*[٠-٩]/, beng: /^[^0-9]*[০-৯]/, latn: /^[^٠-٩০-৯]*[0-9]/ }[digits ?? 'latn'];

  it('writes numbers, times and lengths of time in its numerals and no others', () => {
    const noon = new Date(2026, 10, 21, 12, 7).getTime();
    for (const text of [numeral(0), numeral(12), numeral(1_234), clock(noon), lasting(65 * MINUTE)])
      expect(text).toMatch(own);
    for (const minutes of [1, 2, 3, 11, 59, 60, 61, 120, 185, 6_000])
      expect(lasting(minutes * MINUTE)).not.toBe('');
  });

  it('counts: every number has its form, with both numbers in it', () => {
    for (let count = 0; count <= 120; count++) {
      const sentence = word(pluralOf('evidence_world', count), numeral(7), numeral(count));
      expect(sentence).toContain(numeral(7));
      expect(sentence).toContain(numeral(count));
    }
    expect(word(pluralOf('evidence_world', 1_000_000), '', '')).not.toBe('');
  });
});

it('Arabic and Russian use more than two forms', () => {
  speak('ar');
  expect([0, 1, 2, 3, 11, 100].map(form)).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
  speak('ru');
  expect([1, 2, 5, 21].map(form)).toEqual(['one', 'few', 'many', 'one']);
  speak('id');
  expect([0, 1, 2].map(form)).toEqual(['other', 'other', 'other']);
  speak('es');
  expect([1, 2, 1_000_000].map(form)).toEqual(['one', 'other', 'other']);
});
