import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mustWait, patience } from '../../../../src/core/asking/patience';
import { always } from '../../any';
import { anyString } from '../../any-text';
import { HOUR, MINUTE, NOW, SECOND } from '../../witnesses';

describe('a host that asks for patience', () => {
  it('is not asked before that time', () => {
    expect(mustWait(NOW + 1, NOW)).toBe(true);
    expect(mustWait(NOW, NOW)).toBe(false);
    expect(mustWait(undefined, NOW)).toBe(false);
  });

  it('does not wait for a time that only a clock set back can have made so far', () => {
    expect(mustWait(NOW + 24 * HOUR, NOW)).toBe(true);
    expect(mustWait(NOW + 24 * HOUR + 1, NOW)).toBe(false);
  });

  it.each<[string | null, number | null]>([
    ['120', NOW + 120 * SECOND],
    [' 120 ', NOW + 120 * SECOND],
    [new Date(NOW + 5 * MINUTE).toUTCString(), NOW + 5 * MINUTE],
    ['86400', NOW + 24 * HOUR],
    // More than a day is not granted.
    ['1000000000000', NOW + 24 * HOUR],
    ['Fri, 31 Dec 9999 23:59:59 GMT', NOW + 24 * HOUR],
    [null, null],
    ['', null],
    ['0', null],
    ['-1', null],
    ['soon', null],
    ['1e9', null],
    [new Date(NOW - MINUTE).toUTCString(), null],
  ])('says %j', (header, until) => {
    expect(patience(header, NOW)).toBe(until);
  });

  it('is understood or not, and never throws', () => {
    always(
      fc.property(anyString(40), (header) => {
        const until = patience(header, NOW) ?? NOW + 1;
        expect(until > NOW && until <= NOW + 24 * HOUR).toBe(true);
      }),
      300,
    );
  });
});
