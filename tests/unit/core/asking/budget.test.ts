import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Asked,
  HOUR_MS,
  HOURLY,
  lastHour,
  mayAsk,
  mustWait,
  PURPOSES,
  type Purpose,
  patience,
} from '../../../../src/core/asking/budget';
import { always } from '../../any';
import { anyString } from '../../any-text';
import { HOUR, MINUTE, NOW, SECOND } from '../../witnesses';

const entry = (purpose: Purpose, at = NOW): Asked => ({ purpose, host: 'host.example', at, ended: '200' });
const times = (count: number, purpose: Purpose, at = NOW) =>
  Array.from({ length: count }, () => entry(purpose, at));

/** How many more requests for `purpose` would be allowed at once. */
function left(asked: readonly Asked[], purpose: Purpose, now: number): number {
  const list = [...asked];
  while (list.length < 200 && mayAsk(list, purpose, now)) list.push(entry(purpose, now));
  return list.length - asked.length;
}

describe('the hour’s budget', () => {
  it('is 24 requests to others than WhatsApp', () => {
    expect(HOURLY).toBe(24);
    const spent = [...times(16, 'here'), ...times(3, 'meta'), ...times(5, 'world')];
    for (const purpose of ['here', 'meta', 'world', 'fallback'] as const)
      expect(mayAsk(spent, purpose, NOW), purpose).toBe(false);
    expect(mayAsk(spent.slice(1), 'here', NOW)).toBe(true);
  });

  it('keeps three for Meta and five for the world, whatever else is asked', () => {
    const spent = times(left([], 'here', NOW), 'here');
    expect(spent).toHaveLength(24 - 3 - 5);
    expect(mayAsk(spent, 'fallback', NOW)).toBe(false);
    expect(left(spent, 'meta', NOW)).toBe(3);
    expect(left(spent, 'world', NOW)).toBe(5);
  });

  it('lets the owner of a reserve use the common part first', () => {
    const meta = times(5, 'meta');
    expect(left(meta, 'here', NOW)).toBe(24 - 5 - 5);
  });

  it('never counts or refuses WhatsApp’s own host: this browser talks to it anyway', () => {
    expect(mayAsk(times(500, 'here'), 'whatsapp', NOW)).toBe(true);
    expect(mayAsk(times(500, 'whatsapp'), 'here', NOW)).toBe(true);
  });

  it('forgets after exactly one hour', () => {
    const spent = times(24, 'meta', NOW - HOUR_MS);
    expect(mayAsk(spent, 'meta', NOW - 1)).toBe(false);
    expect(mayAsk(spent, 'meta', NOW)).toBe(true);
  });

  const wishes = fc.array(
    fc.record({
      purpose: fc.constantFrom(...PURPOSES),
      waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 * MINUTE })),
    }),
    { minLength: 30, maxLength: 120 },
  );

  /** Everything that was allowed, in order. */
  function play(list: { purpose: Purpose; waitMs: number }[], check: (asked: Asked[], now: number) => void) {
    const asked: Asked[] = [];
    let now = NOW;
    for (const { purpose, waitMs } of list) {
      now += waitMs;
      if (mayAsk(asked, purpose, now)) asked.push(entry(purpose, now));
      check(asked, now);
    }
  }

  it('never allows more than 24 in any hour, whatever the sequence', () => {
    always(
      fc.property(wishes, (list) => {
        play(list, (asked, now) => {
          const hour = asked.filter((one) => one.purpose !== 'whatsapp' && now - one.at < HOUR_MS);
          expect(hour.length).toBeLessThanOrEqual(24);
        });
      }),
      300,
    );
  });

  it('always leaves Meta’s and the world’s reserves, whatever the sequence', () => {
    always(
      fc.property(wishes, (list) => {
        let last: { asked: Asked[]; now: number } = { asked: [], now: NOW };
        play(list, (asked, now) => {
          last = { asked, now };
        });
        const used = (purpose: Purpose) =>
          last.asked.filter((one) => one.purpose === purpose && last.now - one.at < HOUR_MS).length;
        expect(left(last.asked, 'meta', last.now)).toBeGreaterThanOrEqual(3 - used('meta'));
        expect(left(last.asked, 'world', last.now)).toBeGreaterThanOrEqual(5 - used('world'));
      }),
      300,
    );
  });
});

describe('the list of the last hour', () => {
  it('never loses a request that counts to ones that do not', () => {
    const counted = times(24, 'here');
    const kept = lastHour([...counted, ...times(500, 'whatsapp')], NOW);
    expect(kept.length).toBeLessThanOrEqual(120);
    expect(kept.filter((one) => one.purpose === 'here')).toEqual(counted);
  });

  it('keeps the latest of WhatsApp’s own', () => {
    const probes = Array.from({ length: 200 }, (_, index) => entry('whatsapp', NOW - 200 + index));
    expect(lastHour(probes, NOW)).toEqual(probes.slice(-120));
  });

  it('forgets what is older, and what the clock moved away from', () => {
    expect(lastHour(times(3, 'here', NOW - HOUR), NOW)).toEqual([]);
    expect(lastHour(times(3, 'here', NOW + 2 * HOUR), NOW)).toEqual([]);
  });
});

describe('a host that asks for patience', () => {
  const waiting = [{ ...entry('meta', NOW - 2 * HOUR), notBefore: NOW + MINUTE }];

  it('is not asked before that time, nor forgotten until then', () => {
    expect(mustWait(lastHour(waiting, NOW), 'host.example', NOW)).toBe(true);
    expect(mustWait([...times(3, 'meta'), ...waiting, ...times(3, 'meta')], 'host.example', NOW)).toBe(true);
    expect(mustWait(waiting, 'host.example', NOW + MINUTE)).toBe(false);
  });

  it('keeps nobody else waiting', () => {
    expect(mustWait(waiting, 'other.example', NOW)).toBe(false);
    expect(mustWait(times(3, 'meta'), 'host.example', NOW)).toBe(false);
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
