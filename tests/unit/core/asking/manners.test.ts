/** Whatever is asked, in whatever order, across whatever restarts: nobody is asked more than was promised. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterRestart } from '../../../../src/core/asking/budget';
import { mostOf, type Row, rowOf } from '../../../../src/core/asking/hosts';
import type { Purpose } from '../../../../src/core/asking/ledger';
import {
  begin,
  type Ending,
  end,
  type Manners,
  mayRead,
  NO_MANNERS,
  type Question,
} from '../../../../src/core/asking/manners';
import { always } from '../../any';
import { HOUR, MINUTE, NOW, SECOND } from '../../witnesses';

const POST = '{"limit":12}';
const ASKABLE: readonly [url: string, purpose: Purpose, method?: string][] = [
  ['https://www.gstatic.com/generate_204', 'here'],
  ['https://cloudflare-dns.com/dns-query?name=a', 'here'],
  ['https://dns.google/resolve?name=a', 'here'],
  ['https://www.facebook.com/favicon.ico', 'here'],
  ['https://metastatus.com/data/orgs.json', 'meta'],
  ['https://api.globalping.io/v1/measurements', 'world', 'POST'],
  ['https://api.globalping.io/v1/measurements/ID', 'world'],
  ['https://hn.algolia.com/api/v1/search_by_date', 'crowd'],
  ['https://api.ooni.io/api/v1/aggregation', 'country'],
  ['https://signal.org/', 'fallback'],
  ['https://web.whatsapp.com/status.json', 'whatsapp'],
];

function question(index: number, automatic: boolean): Question {
  const [url, purpose, method = 'GET'] = ASKABLE[index % ASKABLE.length] ?? ASKABLE[0] ?? ['', 'here'];
  const address = new URL(url);
  const row = rowOf(address, purpose, false) as Row;
  const body = method === 'POST' ? POST : '';
  return { row, host: address.host, purpose, automatic, method, body, upTo: mostOf(row, undefined) };
}
const byUrl = (part: string, automatic = true) =>
  question(
    ASKABLE.findIndex(([url]) => url.includes(part)),
    automatic,
  );

const WELL: Ending = { status: 200, late: false, endless: false, notBefore: null };

const anyStep = fc.record({
  index: fc.nat({ max: ASKABLE.length - 1 }),
  automatic: fc.boolean(),
  waitMs: fc.oneof(fc.constant(0), fc.constant(SECOND), fc.integer({ min: 0, max: 20 * MINUTE })),
  status: fc.constantFrom(200, 200, 200, 304, 404, 429, 500, 503, null),
  late: fc.boolean(),
  endless: fc.boolean(),
  patienceMs: fc.option(fc.integer({ min: 1, max: 3 * HOUR }), { nil: null }),
  bytes: fc.integer({ min: 0, max: 70_000 }),
  restart: fc.boolean(),
  random: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

interface Made {
  at: number;
  host: string;
  purpose: Purpose;
  requests: number;
  bytes: number;
}

/** Lives through the steps as the background does; `check` sees each request as it is let through. */
function live(steps: readonly Step[], check: (made: Made[], step: Step, manners: Manners) => void): void {
  let manners = NO_MANNERS;
  let now = NOW;
  const made: Made[] = [];
  for (const step of steps) {
    now += step.waitMs;
    if (step.restart) manners = { ...structuredClone(manners), counts: afterRestart(manners.counts) };
    const asked = question(step.index, step.automatic);
    const beginning = begin(manners, asked, now);
    if (beginning.why !== null) continue;
    const { count } = beginning;
    const one = { at: now, host: asked.host, purpose: asked.purpose, requests: count.requests, bytes: 0 };
    made.push(one);
    check(made, step, manners);
    manners = beginning.manners;
    // Read in pieces, as long as one may.
    while (count.bytes < Math.min(step.bytes, count.upTo ?? 0)) {
      count.bytes += 1_000;
      if (!mayRead(manners, asked, now)) break;
    }
    one.bytes = count.bytes;
    // One that a restart cuts short never ends.
    if (step.restart && step.random < 0.3) {
      manners = { ...structuredClone(manners), counts: afterRestart(manners.counts) };
      continue;
    }
    const notBefore = step.patienceMs === null ? null : now + step.patienceMs;
    manners = end(manners, asked, count, { ...step, notBefore }, now, step.random);
  }
}

const manySteps = fc.array(anyStep, { minLength: 20, maxLength: 80 });

describe('whatever is asked and however often the background restarts', () => {
  it('an hour has at most 24 requests and 128 kB to others than WhatsApp', () => {
    always(
      fc.property(manySteps, (steps) =>
        live(steps, (made) => {
          const now = made.at(-1)?.at ?? 0;
          const hour = made.filter((one) => one.purpose !== 'whatsapp' && now - one.at < HOUR);
          const sum = (of: 'requests' | 'bytes') => hour.reduce((total, one) => total + one[of], 0);
          expect(sum('requests')).toBeLessThanOrEqual(24);
          // The last piece read of each answer may be one too many.
          expect(sum('bytes')).toBeLessThanOrEqual(128 * 1024 + 24 * 1_000);
        }),
      ),
      150,
    );
  });

  it('no host is asked before the time it named', () => {
    always(
      fc.property(manySteps, (steps) => {
        live(steps, (made, _, manners) => {
          const last = made.at(-1);
          const notBefore = last && manners.hosts[last.host]?.notBefore;
          expect(notBefore ?? 0).toBeLessThanOrEqual(last?.at ?? 0);
        });
      }),
      300,
    );
  });

  it('WhatsApp’s own hosts and the controls never have a breaker', () => {
    always(
      fc.property(manySteps, (steps) => {
        live(steps, (_, __, { hosts }) => {
          expect(hosts['web.whatsapp.com']?.breaker).toBeUndefined();
          expect(hosts['www.gstatic.com']?.breaker).toBeUndefined();
        });
      }),
      100,
    );
  });
});

describe('a source’s bucket', () => {
  /** How many of these in a row are let through at `now`. */
  function letThrough(asked: Question, manners: Manners, now: number): [number, Manners] {
    let state = manners;
    for (let many = 0; ; many++) {
      const beginning = begin(state, asked, now);
      if (beginning.why !== null) return [many, state];
      state = end(beginning.manners, asked, beginning.count, WELL, now, 0);
    }
  }

  it('lets Meta be asked four times by itself, then every three minutes', () => {
    const [first, after] = letThrough(byUrl('metastatus'), NO_MANNERS, NOW);
    expect(first).toBe(4);
    expect(letThrough(byUrl('metastatus'), after, NOW + 3 * MINUTE - 1)[0]).toBe(0);
    expect(letThrough(byUrl('metastatus'), after, NOW + 3 * MINUTE)[0]).toBe(1);
    expect(letThrough(byUrl('metastatus'), after, NOW + 24 * HOUR)[0]).toBe(4);
  });

  it('never keeps a person from checking again before the hour’s budget does', () => {
    const [many, after] = letThrough(byUrl('metastatus', false), NO_MANNERS, NOW);
    expect(many).toBe(24 - 6);
    expect(begin(after, byUrl('metastatus', false), NOW + HOUR - 1).why).toBe('spent');
    expect(begin(after, byUrl('metastatus', false), NOW + HOUR).why).toBeNull();
  });

  it('has 24 places an hour for the world, counted from the question itself', () => {
    const [many, after] = letThrough(
      { ...byUrl('globalping', false), method: 'POST', body: POST },
      NO_MANNERS,
      NOW,
    );
    expect(many).toBe(2);
    // Looks at a result cost nothing there.
    expect(begin(after, { ...byUrl('globalping', false), method: 'GET' }, NOW).why).toBeNull();
  });

  it('is full when nobody has taken any, and after the clock was set back', () => {
    const [, after] = letThrough(byUrl('ooni'), NO_MANNERS, NOW);
    expect(begin(after, byUrl('ooni'), NOW).why).toBe('spent');
    expect(begin(after, byUrl('ooni'), NOW - 24 * HOUR).why).toBeNull();
  });
});

describe('a host’s breaker', () => {
  const meta = byUrl('metastatus');
  function ended(
    manners: Manners,
    ending: Partial<Ending>,
    now: number,
    asked = meta,
    random = 0.5,
  ): Manners {
    const beginning = begin(manners, asked, now);
    if (beginning.why !== null) throw new Error(beginning.why);
    return end(beginning.manners, asked, beginning.count, { ...WELL, ...ending }, now, random);
  }
  const openMs = (manners: Manners, now: number) =>
    (manners.hosts['metastatus.com']?.breaker?.until ?? 0) - now;

  it('opens at once for "too much", for a quarter of an hour', () => {
    const open = ended(NO_MANNERS, { status: 503 }, NOW);
    expect(openMs(open, NOW)).toBe(15 * MINUTE);
    expect(begin(open, meta, NOW + 15 * MINUTE - 1).why).toBe('refused');
  });

  it('opens after three failures in a row, and forgets them when one is well', () => {
    let state = ended(ended(NO_MANNERS, { status: 500 }, NOW), { status: 502 }, NOW);
    expect(begin(state, meta, NOW).why).toBeNull();
    state = ended(state, { status: 200 }, NOW);
    state = ended(state, { status: 500 }, NOW + HOUR);
    expect(begin(state, meta, NOW + HOUR).why).toBeNull();
  });

  it('lets one through when it is half open, and that one decides', () => {
    const open = ended(NO_MANNERS, { status: 503 }, NOW);
    const later = NOW + 15 * MINUTE;
    const trial = begin(open, meta, later);
    if (trial.why !== null) throw new Error(trial.why);
    expect(begin(trial.manners, meta, later + SECOND).why).toBe('refused');
    // A restart may have swallowed it: then another is.
    expect(begin(trial.manners, meta, later + 30 * SECOND).why).toBeNull();
    const well = end(trial.manners, meta, trial.count, WELL, later, 0.5);
    expect(begin(well, meta, later).why).toBeNull();
    const worse = end(trial.manners, meta, trial.count, { ...WELL, status: 500 }, later, 0.5);
    expect(openMs(worse, later)).toBe(30 * MINUTE);
  });

  it('doubles to two hours and no further, with a quarter of jitter', () => {
    let state = NO_MANNERS;
    let now = NOW;
    const lengths: number[] = [];
    for (let round = 0; round < 6; round++) {
      state = ended(state, { status: 503 }, now);
      lengths.push(openMs(state, now) / MINUTE);
      now += openMs(state, now);
    }
    expect(lengths).toEqual([15, 30, 60, 120, 120, 120]);
    expect(openMs(ended(NO_MANNERS, { status: 503 }, NOW, meta, 0), NOW)).toBe(11.25 * MINUTE);
    expect(openMs(ended(NO_MANNERS, { status: 503 }, NOW, meta, 0.999_999), NOW)).toBeCloseTo(
      18.75 * MINUTE,
      -2,
    );
  });

  it('heeds the host’s own word instead, when it said how long', () => {
    const patient = ended(NO_MANNERS, { status: 503, notBefore: NOW + 20 * SECOND }, NOW);
    expect(begin(patient, meta, NOW + 20 * SECOND - 1).why).toBe('refused');
    expect(begin(patient, meta, NOW + 20 * SECOND).why).toBeNull();
  });

  it('keeps even a person away for a minute after 429 without a word', () => {
    const byHand = byUrl('metastatus', false);
    const tired = ended(NO_MANNERS, { status: 429 }, NOW, byHand);
    expect(begin(tired, byHand, NOW + MINUTE - 1).why).toBe('refused');
    expect(begin(tired, byHand, NOW + MINUTE).why).toBeNull();
    expect(begin(tired, meta, NOW + MINUTE).why).toBe('refused');
  });

  it('does not count what tells nothing of the host', () => {
    let state = NO_MANNERS;
    for (let round = 0; round < 9; round++) state = ended(state, { status: null }, NOW + round * HOUR);
    expect(begin(state, meta, NOW + 9 * HOUR).why).toBeNull();
    for (let round = 0; round < 3; round++)
      state = ended(state, { status: null, late: true }, NOW + (9 + round) * HOUR);
    expect(begin(state, meta, NOW + 11 * HOUR + SECOND).why).toBe('refused');
  });

  it('stays no longer than two hours after the clock was set back', () => {
    const open = ended(NO_MANNERS, { status: 503 }, NOW);
    expect(begin(open, meta, NOW - 24 * HOUR).why).toBeNull();
  });
});
