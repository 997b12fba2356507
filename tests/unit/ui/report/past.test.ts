import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../../../src/core/verdict';
import { barsOf, type Past } from '../../../../src/ui/report/past';
import { HOUR, NOW } from '../../witnesses';

const DAY = 24 * HOUR;
const past = (hoursAgo: number, lastedHours: number, verdict: Past['verdict'] = 'global'): Past => ({
  at: NOW - hoursAgo * HOUR,
  lastedMs: lastedHours * HOUR,
  verdict,
});

describe('a plot of the last day', () => {
  it('has each trouble where it was, on the lane of its side', () => {
    const [bar, other] = barsOf([past(12, 6), past(3, 1, 'local')], DAY, NOW);
    expect(bar).toMatchObject({ side: 'theirs', start: 0.5, length: 0.25 });
    expect(other).toMatchObject({ side: 'yours', start: 0.875 });
  });

  it('cuts what began before it, and leaves out what was over by then', () => {
    expect(barsOf([past(30, 12)], DAY, NOW)).toMatchObject([{ start: 0, length: 0.25 }]);
    expect(barsOf([past(30, 2), past(-1, 1)], DAY, NOW)).toEqual([]);
  });

  it('shows a minute too', () => {
    const [bar] = barsOf([past(0.01, 0.01)], 30 * DAY, NOW);
    expect(bar?.length).toBeGreaterThan(0.004);
    expect((bar?.start ?? 1) + (bar?.length ?? 1)).toBeLessThanOrEqual(1.000001);
  });

  it('never draws beyond its axis', () => {
    const any = fc.record({
      at: fc.integer({ min: NOW - 90 * DAY, max: NOW + DAY }),
      lastedMs: fc.integer({ min: 0, max: 90 * DAY }),
      verdict: fc.constantFrom(...VERDICTS),
    });
    fc.assert(
      fc.property(fc.array(any), (pasts) => {
        for (const { start, length } of barsOf(pasts, DAY, NOW)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + length).toBeLessThanOrEqual(1.000001);
        }
      }),
    );
  });
});
