import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTAGES } from '../../../../src/catalogue/outages';
import { VERDICTS } from '../../../../src/core/verdict';
import { barsOf, isSeenIn, type Past, pastsOf } from '../../../../src/ui/report/past';
import { HOUR, MINUTE, NOW } from '../../witnesses';
import { recordOf } from './records';

const DAY = 24 * HOUR;
const past = (hoursAgo: number, lastedHours: number, verdict: Past['verdict'] = 'global'): Past => ({
  id: `${hoursAgo}`,
  at: NOW - hoursAgo * HOUR,
  lastedMs: lastedHours * HOUR,
  open: false,
  verdict,
});

describe('a plot of the last day', () => {
  it('has each trouble where it was, on the lane of its side', () => {
    const [bar, other] = barsOf([past(12, 6), past(3, 1, 'local')], [], DAY, NOW);
    expect(bar).toMatchObject({ lane: 'theirs', start: 0.5, length: 0.25 });
    expect(other).toMatchObject({ lane: 'yours', start: 0.875 });
  });

  it('cuts what began before it, and leaves out what was over by then', () => {
    expect(barsOf([past(30, 12)], [], DAY, NOW)).toMatchObject([{ start: 0, length: 0.25 }]);
    expect(barsOf([past(30, 2), past(-1, 1)], [], DAY, NOW)).toEqual([]);
  });

  it('shows a minute too', () => {
    const [bar] = barsOf([past(0.01, 0.01)], [], 30 * DAY, NOW);
    expect(bar?.length).toBeGreaterThan(0.004);
    expect((bar?.start ?? 1) + (bar?.length ?? 1)).toBeLessThanOrEqual(1.000001);
  });

  it('never draws beyond its axis', () => {
    const any = fc.record({
      id: fc.uuid(),
      open: fc.boolean(),
      at: fc.integer({ min: NOW - 90 * DAY, max: NOW + DAY }),
      lastedMs: fc.integer({ min: 0, max: 90 * DAY }),
      verdict: fc.constantFrom(...VERDICTS),
    });
    fc.assert(
      fc.property(fc.array(any), (pasts) => {
        for (const { start, length } of barsOf(pasts, [], DAY, NOW)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + length).toBeLessThanOrEqual(1.000001);
        }
      }),
    );
  });
});

describe('known outages', () => {
  const [outage] = OUTAGES.filter(({ id }) => id === '2022-10-25');
  if (!outage) throw new Error('gone from the list');

  it('have a lane of their own in a plot they fall into', () => {
    const bars = barsOf([], OUTAGES, DAY, outage.at + 12 * HOUR);
    expect(bars).toMatchObject([{ lane: 'known', id: outage.id, start: 0.5 }]);
    expect(barsOf([], OUTAGES, DAY, NOW)).toEqual([]);
  });

  it('were seen here when this browser saw WhatsApp fail at the same time', () => {
    const seen = (offsetMinutes: number, minutes: number, verdict: Past['verdict'] = 'global') =>
      isSeenIn(outage, [{ ...past(0, minutes / 60, verdict), at: outage.at + offsetMinutes * MINUTE }]);
    expect(seen(30, 10)).toBe(true);
    expect(seen(-30, 60)).toBe(true);
    expect(seen(110, 60)).toBe(true);
    expect(seen(-30, 20)).toBe(false);
    expect(seen(130, 20)).toBe(false);
    expect(seen(30, 10, 'local')).toBe(false);
  });
});

describe('what is kept', () => {
  const old = recordOf('old', NOW - 5 * HOUR, 40);
  const unseen = recordOf('unseen', NOW - 3 * HOUR, 10, false);
  const incident = (beganAt: number) => ({
    incident: { id: 'running', beganAt, noticedAt: beganAt, tabs: {}, dismissed: false, checks: 0 },
    verdict: 'global' as const,
  });

  it('says of an end that nobody saw that it lasted at least so long', () => {
    expect(pastsOf([old, unseen], null, NOW)).toEqual([
      { id: 'old', at: old.beganAt, lastedMs: 40 * MINUTE, open: false, verdict: 'global' },
      { id: 'unseen', at: unseen.beganAt, lastedMs: 10 * MINUTE, open: true, verdict: 'global' },
    ]);
  });

  it('shows the trouble that lasts once, from when it first began, although it came again', () => {
    const lasting = { ...recordOf('first', NOW - HOUR, 59, false), again: 1 };
    expect(pastsOf([unseen, lasting], incident(NOW - 20 * MINUTE), NOW)).toMatchObject([
      { id: 'unseen', lastedMs: 10 * MINUTE },
      { id: 'running', at: NOW - HOUR, lastedMs: HOUR, open: true },
    ]);
  });

  it('shows a trouble of which nothing is kept, in a private window, while it lasts', () => {
    expect(pastsOf([unseen], incident(NOW - MINUTE), NOW)).toMatchObject([
      { id: 'unseen' },
      { id: 'running', lastedMs: MINUTE },
    ]);
  });
});
