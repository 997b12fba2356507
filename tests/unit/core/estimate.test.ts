import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTAGE_LENGTHS } from '../../../src/catalogue/outage-lengths';
import { estimate, type Length, OUTAGE_KINDS, survivalOf } from '../../../src/core/estimate';
import { CAUSES, VERDICTS } from '../../../src/core/verdict';

const MINUTE = 60_000;
const GLOBAL = { verdict: 'global', cause: 'whatsapp-only' } as const;

/** `60` was seen to end, `'60+'` was not. */
const lengthsOf = (kind: Length['kind'], ...lengths: (number | string)[]): Length[] =>
  lengths.map((length) => ({
    kind,
    minutes: Number.parseInt(`${length}`, 10),
    atLeast: typeof length === 'string',
  }));
const whatsapp = (...lengths: (number | string)[]) => lengthsOf('whatsapp-only', ...lengths);

/** The curve as the figures below are given: the length, and the share rounded to seven places. */
const curve = (lengths: readonly Length[]) =>
  survivalOf(lengths).map(({ minutes, share }) => [minutes, Number(share.toFixed(7))]);

describe('figures of other implementations', () => {
  // R 4.2.2, survival 3.5-3: summary(survfit(Surv(time, status) ~ x, data = aml)). The same steps with three places are in
  // the package's vignettes. Data: Miller, Survival Analysis, 1981, p. 49.
  it('R on `aml`, maintained: median 31', () => {
    const data = whatsapp(9, 13, '13', 18, 23, '28', 31, 34, '45', 48, '161');
    expect(curve(data)).toEqual([
      [9, 0.9090909],
      [13, 0.8181818],
      [18, 0.7159091],
      [23, 0.6136364],
      [31, 0.4909091],
      [34, 0.3681818],
      [48, 0.1840909],
    ]);
    expect(estimate(GLOBAL, 0, data)).toEqual({ like: 'kind', count: 11, moreMs: 31 * MINUTE });
  });

  it('R on `aml`, not maintained: median 23', () => {
    const data = whatsapp(5, 5, 8, 8, 12, '16', 23, 27, 30, 33, 43, 45);
    expect(curve(data)).toEqual([
      [5, 0.8333333],
      [8, 0.6666667],
      [12, 0.5833333],
      [23, 0.4861111],
      [27, 0.3888889],
      [30, 0.2916667],
      [33, 0.1944444],
      [43, 0.0972222],
      [45, 0],
    ]);
    expect(estimate(GLOBAL, 0, data)?.moreMs).toBe(23 * MINUTE);
  });

  // SAS and R (Kleinman, Horton), Example 7.38: both give 0.8889, 0.8333 and 0.7738 for the first steps of these nineteen.
  it('SAS and R on nineteen lengths with ties between ends and “at least”', () => {
    const data = whatsapp(1, 1, 2, '2', 3, 4, '5', 6, '7', 8, 9, '10', 12, '14', 14, 17, 20, '21');
    const steps = survivalOf([...data, { minutes: 0.5, atLeast: true }]);
    expect(steps.slice(0, 3).map(({ share }) => Number(share.toFixed(4)))).toEqual([0.8889, 0.8333, 0.7738]);
  });

  // R 4.2.2, survival 3.5-3, on this very list: survfit(Surv(minutes, !atLeast) ~ 1) of those longer than the minutes so far.
  const OURS = [
    [1, 'kind', 13, 66],
    [40, 'kind', 13, 66],
    [60, 'kind', 6, 120],
    // R gives 206.5, the middle of the stretch from 203 to 210 on which the curve is a half: half had ended within 203.
    [120, 'any', 9, 203],
  ] as const;
  it.each(OURS)('R on our list after %i min: %s, %i of them, median %i', (lasted, like, count, median) => {
    const said = estimate(GLOBAL, lasted * MINUTE, OUTAGE_LENGTHS);
    expect(said).toEqual({ like, count, moreMs: (median - lasted) * MINUTE });
  });
  it('R on our list, all kinds, longer than 60 min', () => {
    const shares = curve(OUTAGE_LENGTHS.filter(({ minutes }) => minutes > 60));
    expect(shares).toEqual([
      [66, 0.9411765],
      [75, 0.8823529],
      [120, 0.7058824],
      [156, 0.6176471],
      [180, 0.4411765],
      [203, 0.3529412],
      [210, 0.2647059],
      [431, 0.1764706],
      [540, 0.0882353],
      [840, 0],
    ]);
  });
});

describe('what is shown of it', () => {
  it('after 10 hours too few are left to compare with', () => {
    expect(estimate(GLOBAL, 600 * MINUTE, OUTAGE_LENGTHS)).toBeNull();
  });

  it.each(OUTAGE_KINDS)('of kind %s: after a minute there is always something to compare with', (cause) => {
    const said = estimate({ verdict: 'global', cause }, MINUTE, OUTAGE_LENGTHS);
    expect(said?.count).toBeGreaterThanOrEqual(5);
    // Three of the web alone are no comparison, nor are four of messages alone.
    expect(said?.like).toBe(cause === 'web-only' || cause === 'messages-only' ? 'any' : 'kind');
  });

  it('fewer than five of the kind: all are compared, and it says so; fewer than five in all: nothing', () => {
    const web = lengthsOf('web-only', 30, 40, 50, 60);
    expect(estimate({ verdict: 'global', cause: 'web-only' }, 0, web)).toBeNull();
    const said = estimate({ verdict: 'global', cause: 'web-only' }, 0, [...web, ...whatsapp(200)]);
    expect(said).toEqual({ like: 'any', count: 5, moreMs: 50 * MINUTE });
  });

  it('five of the kind are enough, and others do not count then', () => {
    const web = lengthsOf('web-only', 30, 40, 50, 60, 70);
    const said = estimate({ verdict: 'global', cause: 'web-only' }, 0, [...web, ...whatsapp(900, 900, 900)]);
    expect(said).toEqual({ like: 'kind', count: 5, moreMs: 50 * MINUTE });
  });

  it('says so where most went on for longer than anybody wrote down', () => {
    expect(estimate(GLOBAL, 0, whatsapp(30, '60', '60', '60', '90'))).toEqual({
      like: 'kind',
      count: 5,
      moreMs: null,
    });
  });

  it('a half that was multiplied together is a half', () => {
    // 23/24 × 22/23 × … × 12/13 is 0.5000000000000001 here.
    const lengths = Array.from({ length: 24 }, (_, index) => index + 1);
    expect(survivalOf(whatsapp(...lengths))[11]?.share).toBeGreaterThan(0.5);
    expect(estimate(GLOBAL, 0, whatsapp(...lengths))?.moreMs).toBe(12 * MINUTE);
  });

  it('never for a cause on this side, between, or open', () => {
    for (const verdict of VERDICTS)
      for (const cause of CAUSES)
        if (verdict !== 'global') expect(estimate({ verdict, cause }, MINUTE, OUTAGE_LENGTHS)).toBeNull();
  });

  it('a clock that was set back is no outage of the future', () => {
    expect(estimate(GLOBAL, -MINUTE, OUTAGE_LENGTHS)).toEqual(estimate(GLOBAL, 0, OUTAGE_LENGTHS));
  });
});

describe('for any list', () => {
  const anyLength = fc.record({
    kind: fc.constantFrom(...OUTAGE_KINDS),
    minutes: fc.integer({ min: 1, max: 1_000 }),
    atLeast: fc.boolean(),
  });
  const anyList = fc.array(anyLength, { maxLength: 40 });
  const anyVerdict = fc.record({
    verdict: fc.constant('global' as const),
    cause: fc.constantFrom('' as const, ...OUTAGE_KINDS),
  });
  const anyAge = fc.integer({ min: 0, max: 1_100 * MINUTE });

  it('the curve falls, from at most one to at least nothing, and each step is later than the one before', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const steps = survivalOf(list);
        for (const [index, { minutes, share }] of steps.entries()) {
          const before = steps[index - 1] ?? { minutes: 0, share: 1 };
          expect(minutes).toBeGreaterThan(before.minutes);
          expect(share).toBeLessThan(before.share);
          expect(share).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('what is said is more than nothing, and of at least five', () => {
    fc.assert(
      fc.property(anyVerdict, anyAge, anyList, (verdict, age, list) => {
        const said = estimate(verdict, age, list);
        if (said === null) return;
        expect(said.count).toBeGreaterThanOrEqual(5);
        expect(said.count).toBeLessThanOrEqual(list.length);
        if (said.moreMs !== null) expect(said.moreMs).toBeGreaterThan(0);
      }),
    );
  });

  it('the longer it has lasted, the later half will have ended, compared with the same list', () => {
    fc.assert(
      fc.property(anyAge, anyAge, anyList, (one, other, list) => {
        const own = list.map((length) => ({ ...length, kind: 'whatsapp-only' as const }));
        const [young, old] = [Math.min(one, other), Math.max(one, other)];
        const first = estimate(GLOBAL, young, own);
        const then = estimate(GLOBAL, old, own);
        if (first === null) expect(then).toBeNull();
        if (first === null || then === null) return;
        expect(then.count).toBeLessThanOrEqual(first.count);
        const endOf = (said: typeof first, age: number) =>
          said.moreMs === null ? Infinity : age + said.moreMs;
        expect(endOf(then, old)).toBeGreaterThanOrEqual(endOf(first, young));
      }),
    );
  });

  it('with every end seen, it is the plain median of those that lasted longer', () => {
    fc.assert(
      fc.property(anyAge, anyList, (age, list) => {
        const seen = list.map(({ minutes }) => ({ kind: 'meta-wide' as const, minutes, atLeast: false }));
        const said = estimate({ verdict: 'global', cause: 'meta-wide' }, age, seen);
        const longer = seen.map(({ minutes }) => minutes * MINUTE).filter((length) => length > age);
        const median = longer.toSorted((a, b) => a - b)[Math.ceil(longer.length / 2) - 1] ?? 0;
        expect(said?.moreMs).toBe(longer.length < 5 ? undefined : median - age);
      }),
    );
  });

  it('an end that was not seen never makes it shorter', () => {
    fc.assert(
      fc.property(anyAge, anyList, fc.nat(), (age, list, pick) => {
        const own = list.map((length) => ({ ...length, kind: 'whatsapp-only' as const }));
        const open = own.map((length, index) =>
          index === pick % own.length ? { ...length, atLeast: true } : length,
        );
        const more = (lengths: typeof own) => estimate(GLOBAL, age, lengths)?.moreMs ?? Infinity;
        expect(more(open)).toBeGreaterThanOrEqual(more(own));
      }),
    );
  });
});
