import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTEXT_JITTER_MS,
  GIVE_UP_MS,
  jitterMs,
  lonePauseMs,
  META_JITTER_MS,
  pauseMs,
  WORLD_JITTER_MS,
} from '../../../src/core/schedule';
import { always } from '../any';
import { HOUR, MINUTE, SECOND } from '../witnesses';

const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe('pause before the next re-check', () => {
  it('grows from under a minute to ten, and stays there', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 6, 7, 500].map((count) => pauseMs(count, 0.5));
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses[0]).toBeLessThan(MINUTE);
    expect(pauses.slice(-3)).toEqual([10 * MINUTE, 10 * MINUTE, 10 * MINUTE]);
  });

  it('is spread by 40 % either way, so that a million installs do not meet', () => {
    expect(pauseMs(9, 0)).toBe(10 * MINUTE * 0.6);
    expect(pauseMs(9, 0.999_999_999)).toBeCloseTo(10 * MINUTE * 1.4, 0);
  });

  it('is anything from the shortest alarm to twice the mean where no page is open', () => {
    for (const count of [1, 3, 9]) {
      expect(lonePauseMs(count, 0)).toBe(30 * SECOND);
      expect(lonePauseMs(count, 0.5)).toBe(pauseMs(count, 0.5));
      expect(lonePauseMs(count, 1)).toBe(2 * pauseMs(count, 0.5) - 30 * SECOND);
    }
  });

  it('gives up after three hours', () => {
    expect(GIVE_UP_MS).toBe(3 * HOUR);
  });

  it('is never under 30 s, the shortest alarm there is', () => {
    expect(pauseMs(0, 0)).toBe(30 * SECOND);
    always(
      fc.property(fc.integer({ min: -5, max: 1_000_000 }), random, (count, chance) => {
        expect(pauseMs(count, chance)).toBeGreaterThanOrEqual(30 * SECOND);
        expect(pauseMs(count, chance)).toBeLessThanOrEqual(14 * MINUTE);
      }),
    );
  });
});

describe('delay before a source is asked by itself', () => {
  it.each([
    ['Meta', META_JITTER_MS, 3 * SECOND],
    ['the world', WORLD_JITTER_MS, 2 * MINUTE],
    ['crowd and country', CONTEXT_JITTER_MS, 5 * MINUTE],
  ] as const)('is for %s anything up to its most', (_, source, most) => {
    expect(jitterMs(source, 0)).toBe(0);
    expect(jitterMs(source, 0.5)).toBe(most / 2);
    always(
      fc.property(random, (chance) => {
        expect(jitterMs(source, chance)).toBeLessThanOrEqual(most);
      }),
    );
  });
});
