import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterRestart,
  type Count,
  counting,
  HOURLY,
  HOURLY_BYTES,
  left,
  withoutTimes,
} from '../../../../src/core/asking/budget';
import { PURPOSES, type Purpose } from '../../../../src/core/asking/ledger';
import { always } from '../../any';
import { HOUR, MINUTE, NOW } from '../../witnesses';

const count = (purpose: Purpose, at = NOW, bytes = 0): Count => ({ purpose, at, requests: 1, bytes });
const times = (many: number, purpose: Purpose, at = NOW) =>
  Array.from({ length: many }, () => count(purpose, at));

describe('the hour’s requests', () => {
  it('are 24, of which three are kept for Meta and six for the world', () => {
    expect(HOURLY).toBe(24);
    expect(left([], 'requests', 'here')).toBe(24 - 3 - 6);
    const spent = times(15, 'here');
    expect(left(spent, 'requests', 'fallback')).toBe(0);
    expect(left(spent, 'requests', 'meta')).toBe(3);
    expect(left(spent, 'requests', 'world')).toBe(6);
  });

  it('let the owner of a reserve use the common part first', () => {
    expect(left(times(5, 'meta'), 'requests', 'here')).toBe(24 - 5 - 6);
  });

  it('are whole again after exactly one hour, and when the clock was moved away', () => {
    const spent = times(24, 'meta', NOW - HOUR);
    expect(counting(spent, NOW - 1)).toHaveLength(24);
    expect(counting(spent, NOW)).toEqual([]);
    expect(counting(spent, NOW - 3 * HOUR)).toEqual([]);
  });
});

describe('the hour’s bytes', () => {
  it('are 128 kB, of which the resolvers, Meta and the world keep parts', () => {
    expect(HOURLY_BYTES).toBe(128 * 1024);
    const spent = [count('fallback', NOW, 100_000)];
    expect(left(spent, 'bytes', 'fallback')).toBeLessThan(0);
    expect(left([], 'bytes', 'fallback')).toBe((128 - 12 - 24 - 36) * 1024);
    expect(left([count('fallback', NOW, 56 * 1024)], 'bytes', 'meta')).toBe(24 * 1024);
  });

  it('keep each part whole, however far one overdrew what is common', () => {
    const overdrawn = [count('meta', NOW, 64 * 1024), count('crowd', NOW, 64 * 1024)];
    expect(left(overdrawn, 'bytes', 'here')).toBe(12 * 1024);
    expect(left(overdrawn, 'bytes', 'world')).toBe(36 * 1024);
    expect(left([...overdrawn, count('here', NOW, 11 * 1024)], 'bytes', 'here')).toBe(1024);
    expect(left(overdrawn, 'bytes', 'meta')).toBeLessThan(0);
  });

  it('count what a restart cut short as all it might have read', () => {
    const counts = [
      { ...count('meta', NOW, 10), upTo: 500 },
      { ...count('here', NOW, 900), upTo: 500 },
      count('world', NOW, 7),
    ];
    expect(afterRestart(counts).map(({ bytes }) => bytes)).toEqual([500, 900, 7]);
    expect(afterRestart(counts).every(({ upTo }) => upTo === undefined)).toBe(true);
  });
});

describe('numbers without times', () => {
  it('count no less and no shorter than before', () => {
    const anyCount = fc.record({
      purpose: fc.constantFrom(...PURPOSES),
      at: fc.integer({ min: NOW - 2 * HOUR, max: NOW }),
      requests: fc.integer({ min: 1, max: 2 }),
      bytes: fc.integer({ min: 0, max: 60_000 }),
    });
    always(
      fc.property(
        fc.array(anyCount, { maxLength: 40 }),
        fc.integer({ min: 0, max: 70 }),
        (counts, minutes) => {
          const bare = withoutTimes(counts, NOW);
          const later = NOW + minutes * MINUTE;
          for (const purpose of PURPOSES)
            for (const amount of ['requests', 'bytes'] as const)
              expect(left(counting(bare, later), amount, purpose)).toBeLessThanOrEqual(
                left(counting(counts, later), amount, purpose),
              );
        },
      ),
      200,
    );
  });

  it('tell no time, but of what is under way', () => {
    const under = { ...count('meta', NOW - MINUTE), upTo: 5 };
    const bare = withoutTimes([count('here', NOW - 7 * MINUTE), under], NOW);
    expect(bare).toEqual([count('here', NOW), under]);
    expect(bare[1]).toBe(under);
  });
});
