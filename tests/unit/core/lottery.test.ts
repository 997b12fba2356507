import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/core/evidence';
import {
  chance,
  EXPECTED_INSTALLS,
  lotteryPauseMs,
  winsToday,
  worldCouldTell,
} from '../../../src/core/lottery';
import { quiet, type Situation } from '../../../src/core/situation';
import { always } from '../any';
import { answers, documentFailed, fails, HOUR, heard, NOW, page, world } from '../witnesses';

const DAY = 24 * HOUR;
const anySecret = fc.uuid();

describe('the day’s lottery', () => {
  it('has about five hundred winners a day, however many installs there are', () => {
    expect(chance(100)).toBe(1);
    expect(chance(500)).toBe(1);
    expect(chance(1_000_000) * 1_000_000).toBeCloseTo(500);
    expect(chance()).toBe(Math.min(1, 500 / EXPECTED_INSTALLS));
  });

  it.each([1, 0.5, 0.05, 0.005])('is won by a share of %f of all installs', (share) => {
    const installs = fc.sample(anySecret, { numRuns: 20_000, seed: 7 });
    const winners = installs.filter((secret) => winsToday(secret, NOW, share)).length;
    const spread = 4 * Math.sqrt(installs.length * share * (1 - share));
    expect(Math.abs(winners - installs.length * share)).toBeLessThanOrEqual(spread);
  });

  it('is won by one install on that share of days, and two days in a row are two draws', () => {
    const [secret = ''] = fc.sample(anySecret, { numRuns: 1, seed: 7 });
    const days = Array.from({ length: 20_000 }, (_, day) => winsToday(secret, NOW + day * DAY, 0.1));
    const won = days.filter(Boolean).length;
    expect(won).toBeGreaterThan(1_800);
    expect(won).toBeLessThan(2_200);
    const twice = days.filter((win, day) => win && days[day + 1]).length;
    expect(twice).toBeGreaterThan(130);
    expect(twice).toBeLessThan(270);
  });

  it('stays as it is until midnight, UTC', () => {
    const midnight = Date.UTC(2026, 10, 21);
    always(
      fc.property(anySecret, fc.nat(DAY - 1), fc.nat(DAY - 1), (secret, one, other) => {
        expect(winsToday(secret, midnight + one)).toBe(winsToday(secret, midnight + other));
      }),
    );
  });

  it('gives the greater share every win of the smaller one', () => {
    always(
      fc.property(anySecret, (secret) => {
        if (winsToday(secret, NOW, 0.01)) expect(winsToday(secret, NOW, 0.1)).toBe(true);
      }),
    );
  });

  it('spreads the winners evenly over two minutes, none sooner than an alarm can ring', () => {
    expect(lotteryPauseMs(0)).toBe(30_000);
    expect(lotteryPauseMs(0.5)).toBe(90_000);
    expect(lotteryPauseMs(1)).toBe(150_000);
  });
});

describe('the world is worth asking', () => {
  const INCIDENT = { id: 'a', beganAt: NOW, noticedAt: NOW, tabs: {}, dismissed: false, checks: 0 };
  const unsure = (evidence: Evidence, more: Partial<Situation> = {}): Situation => ({
    ...quiet(NOW),
    incident: INCIDENT,
    verdict: { ...quiet(NOW).verdict, verdict: 'unsure' },
    evidence,
    ...more,
  });
  const unreachable = heard({ page: documentFailed('timed-out'), 'whatsapp-host': fails('timed-out') });

  it('when the first stages left it unsure and it is reach or edge that fails', () => {
    expect(worldCouldTell(unsure(unreachable), NOW)).toBe(true);
    expect(
      worldCouldTell(unsure(heard({ page: page('server-error'), 'whatsapp-host': answers(503) })), NOW),
    ).toBe(true);
  });

  it.each<[string, Situation]>([
    ['nothing is wrong', quiet(NOW)],
    ['nobody has noticed yet', unsure(unreachable, { incident: { ...INCIDENT, noticedAt: 0 } })],
    [
      'the first stages are not over',
      unsure(unreachable, { round: { startedAt: NOW, outstanding: ['dns'] } }),
    ],
    ['the answer is there', unsure(unreachable, { verdict: { ...quiet(NOW).verdict, verdict: 'global' } })],
    ['it was asked already', unsure({ ...unreachable, ...heard({ world: world(1) }) })],
    [
      'it was asked and gave nothing',
      unsure({ ...unreachable, world: { state: 'missing', why: 'refused', at: NOW } }),
    ],
    ['only the socket fails', unsure(heard({ page: page('connection-lost'), 'whatsapp-host': answers() }))],
    ['only messages fail', unsure(heard({ page: page('sends-stuck'), 'whatsapp-host': answers() }))],
  ])('but not when %s', (_, situation) => {
    expect(worldCouldTell(situation, NOW)).toBe(false);
  });
});
