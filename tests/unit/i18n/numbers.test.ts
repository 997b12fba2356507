import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clock, lasting, numeral, pluralOf } from '../../../src/i18n/numbers';
import { word } from '../../../src/i18n/words';
import { forget, world } from '../fake-browser';
import { HOUR, MINUTE, SECOND } from '../witnesses';

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
