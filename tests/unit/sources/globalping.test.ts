import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fetchWorld,
  measurementRequest,
  ONE_LOOK_MS,
  parseCreated,
  parseMeasurement,
} from '../../../src/sources/globalping';
import { always } from '../any';
import { anyText } from '../any-text';
import { answer, fakeAsk, SPENT, UNREACHABLE } from './fake-ask';

const PROBE = {
  continent: 'EU',
  country: 'DE',
  city: 'Frankfurt',
  asn: 3320,
  latitude: 50.11,
  longitude: 8.68,
  tags: ['eyeball-network'],
};
const TLS = { authorized: true, protocol: 'TLSv1.3', expiresAt: '2027-01-01T00:00:00.000Z' };

const finished = (statusCode: number | null, tls: object | null = TLS) => ({
  status: 'finished',
  statusCode,
  tls,
  headers: {},
});
const failed = (failureSource: string | undefined, rawOutput = 'Request timeout.') => ({
  status: 'failed',
  ...(failureSource === undefined ? {} : { failureSource }),
  statusCode: null,
  tls: null,
  rawOutput,
});
const measurement = (results: object[], status = 'finished') => ({
  id: '2SYNTH0001',
  type: 'http',
  status,
  results: results.map((result) => ({ probe: PROBE, result })),
});
const read = (...results: object[]) => parseMeasurement(JSON.stringify(measurement(results)))?.value.places;

describe('one place of the world', () => {
  it.each([200, 301, 400, 403, 404, 429])('reaches WhatsApp when it gets HTTP %i', (status) => {
    expect(read(finished(status))).toEqual([
      { continent: 'EU', country: 'DE', city: 'Frankfurt', latitude: 50, longitude: 9, reachable: true },
    ]);
  });

  it.each([500, 502, 503])('does not reach it when its server answers %i', (status) => {
    expect(read(finished(status))).toMatchObject([{ reachable: false }]);
  });

  it.each(['target', 'resolver'])('does not reach it when the %s gives no answer', (source) => {
    expect(read(failed(source))).toMatchObject([{ reachable: false }]);
  });

  it.each([
    ['the probe’s own trouble', failed('internal')],
    ['a failure nobody explains', failed(undefined)],
    ['a probe that went offline', { status: 'offline' }],
    ['a probe still at it', { status: 'in-progress' }],
    ['an end without a status', finished(null)],
    ['a word of next year', { status: 'postponed' }],
  ])('is no evidence after %s', (_, result) => {
    expect(read(result)).toEqual([]);
  });

  it('that meets a certificate no browser would take has not reached it', () => {
    // The probes look past it (`rejectUnauthorized: false`, globalping-probe's undici.ts); people's browsers do not.
    const expired = { ...TLS, authorized: false, error: 'CERT_HAS_EXPIRED' };
    expect(read(finished(200, expired))).not.toMatchObject([{ reachable: true }]);
  });

  it.each([
    ['queryA ENOTFOUND web.whatsapp.com', 'name-not-resolved'],
    ['queryA ETIMEOUT web.whatsapp.com', 'name-not-resolved'],
    ['Request timeout.', 'timed-out'],
    ['connect ETIMEDOUT 157.240.0.60:443', 'timed-out'],
    ['connect ECONNREFUSED 157.240.0.60:443', 'refused'],
    ['read ECONNRESET', 'reset'],
    ['other side closed', 'unknown'],
    ['', 'unknown'],
  ])('says why in one word: “%s” is %s', (words, why) => {
    expect(read(failed('target', words))).toMatchObject([{ reachable: false, why }]);
  });

  it('says why its resolver, a certificate and the server fail, and nothing when none does', () => {
    expect(read(failed('resolver', ''))).toMatchObject([{ why: 'name-not-resolved' }]);
    expect(read(finished(200, { authorized: false }))).toMatchObject([
      { reachable: false, why: 'certificate' },
    ]);
    expect(read(finished(503))).toMatchObject([{ why: 'server-error' }]);
    expect(read(finished(200))?.[0]).not.toHaveProperty('why');
  });

  it.each([
    ['no coordinates', { latitude: null, longitude: undefined }],
    ['half of them', { latitude: 1, longitude: null }],
  ])('counts with %s, and then stands on no map', (_, odd) => {
    const text = JSON.stringify({
      ...measurement([]),
      results: [{ probe: { ...PROBE, ...odd }, result: finished(200) }],
    });
    const [place] = parseMeasurement(text)?.value.places ?? [];
    expect(place).toMatchObject({ reachable: true });
    expect(place).not.toHaveProperty('latitude');
    expect(place).not.toHaveProperty('longitude');
  });

  it('is named in few and plain characters', () => {
    const hostile = {
      probe: { ...PROBE, country: 'DEUTSCHLAND', city: `<b>${'x'.repeat(500)}</b>\u202e` },
      result: finished(200),
    };
    const [place] =
      parseMeasurement(JSON.stringify({ ...measurement([]), results: [hostile] }))?.value.places ?? [];
    expect(place?.country.length).toBeLessThanOrEqual(2);
    expect(place?.city.length).toBeLessThanOrEqual(60);
    expect(place?.city).not.toMatch(/[<\u202e]/);
  });
});

describe('a measurement', () => {
  it('is done when its probes are', () => {
    const one = [finished(200)];
    expect(parseMeasurement(JSON.stringify(measurement(one, 'in-progress')))?.done).toBe(false);
    expect(parseMeasurement(JSON.stringify(measurement(one)))?.done).toBe(true);
  });

  it.each([
    ['the error of its limits', '{"error":{"type":"rate_limit_exceeded","message":"…"}}'],
    ['no data', '<html>'],
    ['another shape', '{"status":"finished","results":{}}'],
    ['an empty text', ''],
  ])('is none in %s', (_, text) => {
    expect(parseMeasurement(text)).toBeNull();
  });

  it('never throws, and keeps a bounded number of places', () => {
    const sample = measurement([finished(200), failed('target'), failed('internal')]);
    always(
      fc.property(anyText(sample), (text) => {
        expect(parseMeasurement(text)?.value.places.length ?? 0).toBeLessThanOrEqual(100);
      }),
    );
    expect(read(...Array(3_000).fill(finished(200)))?.length).toBeLessThanOrEqual(100);
  });
});

describe('the question to the world', () => {
  const question = JSON.parse(measurementRequest());

  it('is about WhatsApp Web, over HTTPS, from a dozen places', () => {
    expect(question).toMatchObject({
      type: 'http',
      target: 'web.whatsapp.com',
      measurementOptions: { protocol: 'HTTPS', port: 443, request: { method: 'HEAD', path: '/' } },
    });
  });

  it('goes to two places on each continent, so that none weighs more than a sixth', () => {
    expect(question.locations.map(({ continent }: { continent: string }) => continent)).toEqual(
      'AF AS EU NA OC SA'.split(' '),
    );
    expect(question.locations.every((one: object) => Object.keys(one).join() === 'continent,limit')).toBe(
      true,
    );
    // The API takes a limit for all, or one for each.
    expect(question).not.toHaveProperty('limit');
  });

  it('has no place of the person’s in it, and is the same for everybody', () => {
    expect(measurementRequest()).not.toMatch(/country|asn|city/);
    expect(measurementRequest()).toBe(measurementRequest());
  });

  it('is about the name where the name is what fails', () => {
    expect(JSON.parse(measurementRequest('dns'))).toMatchObject({
      type: 'dns',
      target: 'web.whatsapp.com',
      measurementOptions: { query: { type: 'A' } },
    });
  });

  it('goes to one country, and one network in it, only by choice', () => {
    const where = [
      { country: 'IN', limit: 4 },
      { country: 'IN', asn: 55836, limit: 2 },
    ];
    expect(JSON.parse(measurementRequest('http', where)).locations).toEqual(where);
  });
});

describe('a place that looked the name up', () => {
  const A = { name: 'x.', type: 'A', ttl: 60, class: 'IN', value: '157.240.0.60' };
  const CNAME = { ...A, type: 'CNAME', value: 'mmx-ds.cdn.whatsapp.net.' };
  const named = (statusCode: number | null, answers: object[] | null = []) => ({
    status: 'finished',
    statusCode,
    answers,
    rawOutput: '',
    resolver: 'private',
  });
  const look = (result: object) =>
    parseMeasurement(JSON.stringify(measurement([result])), 'dns')?.value.places.map(
      ({ reachable, why }) => why ?? reachable,
    );

  it.each([
    ['an address, by an alias', named(0, [CNAME, A]), [true]],
    ['no such name', named(3), ['name-not-resolved']],
    ['SERVFAIL', named(2), ['name-not-resolved']],
    ['a block page’s address', named(0, [{ ...A, value: '0.0.0.0' }]), ['name-not-resolved']],
    ['no address of this kind', named(0, [CNAME]), []],
    ['a resolver that refuses', named(5), []],
    ['no answers at all', named(0, null), []],
    ['no code', named(null), []],
    ['a resolver that is silent', failed('resolver', 'timeout'), ['name-not-resolved']],
    ['its own trouble', failed('internal'), []],
  ])('and got %s', (_, result, told) => {
    expect(look(result)).toEqual(told);
  });

  it('says so in what it measured', () => {
    expect(parseMeasurement(JSON.stringify(measurement([named(0, [A])])), 'dns')?.value.type).toBe('dns');
  });

  it('never throws', () => {
    always(
      fc.property(anyText(measurement([named(0, [CNAME, A]), failed('resolver')])), (text) => {
        expect(parseMeasurement(text, 'dns')?.value.places.length ?? 0).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('the name of a measurement', () => {
  it('is taken when it can only be a name', () => {
    expect(parseCreated('{"id":"PY5fMsREMmIq45VR","probesCount":1}')).toBe('PY5fMsREMmIq45VR');
  });

  it.each(['../limits', 'a/b', 'a?b', '', 'x'.repeat(65), 'é', 'a\nb'])(
    '%j is refused: it becomes part of an address',
    (id) => {
      expect(parseCreated(JSON.stringify({ id }))).toBeNull();
    },
  );

  it('is none in anything else, and never throws', () => {
    always(
      fc.property(anyText({ id: 'PY5fMsREMmIq45VR', probesCount: 1 }), (text) => {
        const id = parseCreated(text);
        expect(id === null || /^[\w-]{1,64}$/.test(id)).toBe(true);
      }),
    );
  });
});

describe('asking the world', () => {
  const CREATED = answer({ id: 'abc', probesCount: 12 }, { status: 202 });
  const busy = (...results: object[]) => answer(measurement(results, 'in-progress'));
  const done = answer(measurement([finished(200), failed('target')]));

  /** Answers the creation, then each look for the result in turn; the last one stays. */
  async function asking(created: typeof CREATED, ...looks: (typeof CREATED)[]) {
    const pauses: number[] = [];
    const { ask, asked } = fakeAsk((_, before, { method }) =>
      method === 'POST' ? created : (looks[Math.min(before, looks.length - 1)] ?? UNREACHABLE),
    );
    const parsed = await fetchWorld(ask, async (ms) => void pauses.push(ms));
    return { parsed, asked, pauses };
  }

  it('creates one measurement and looks for its result until it is done', async () => {
    const { parsed, asked, pauses } = await asking(CREATED, busy(), busy(finished(200)), done);
    expect(parsed).toMatchObject({
      ok: true,
      value: { places: [{ reachable: true }, { reachable: false }] },
    });
    expect(asked.map(({ method = 'GET', url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'POST /v1/measurements',
      ...Array(3).fill('GET /v1/measurements/abc'),
    ]);
    expect(pauses).toHaveLength(3);
  });

  it('makes at most five requests, each for the world, never faster than its limit of two a second', async () => {
    const { asked, pauses } = await asking(CREATED, busy());
    expect(asked).toHaveLength(5);
    expect(asked.every((one) => one.purpose === 'world')).toBe(true);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(500);
    // The probes themselves may take ten seconds.
    expect(pauses.reduce((all, ms) => all + ms, 0)).toBeGreaterThan(10_000);
  });

  it('looks once where nobody waits, after the probes’ own limit', async () => {
    const { ask, asked } = fakeAsk((_, __, { method }) => (method === 'POST' ? CREATED : done));
    const pauses: number[] = [];
    const sleep = async (ms: number) => void pauses.push(ms);
    expect(await fetchWorld(ask, sleep, 'http', undefined, ONE_LOOK_MS)).toMatchObject({ ok: true });
    expect(asked).toHaveLength(2);
    expect(pauses).toEqual([expect.toSatisfy((ms) => ms > 10_000)]);
  });

  it('takes what is there when some probes never end', async () => {
    const { parsed } = await asking(CREATED, busy(finished(200), finished(503)));
    expect(parsed).toMatchObject({
      ok: true,
      value: { places: [{ reachable: true }, { reachable: false }] },
    });
  });

  it('believes no look but an answer in order', async () => {
    const { parsed } = await asking(CREATED, answer(measurement([finished(200)]), { status: 500 }));
    expect(parsed).toMatchObject({ ok: false });
  });

  it('is missing when no probe said anything', async () => {
    expect((await asking(CREATED, busy())).parsed).toEqual({ ok: false, why: 'unreachable' });
    expect((await asking(CREATED, answer('', { status: 429 }))).parsed).toMatchObject({ ok: false });
  });

  it.each([
    ['its limit is used up', answer('{"error":{}}', { status: 429 }), 'refused'],
    ['it has no probes', answer('{"error":{}}', { status: 422 }), 'unreadable'],
    ['it answers something else', answer('<html>', { status: 202 }), 'unreadable'],
    ['nothing was created', answer({ id: 'abc' }, { status: 200 }), 'unreadable'],
    ['it does not answer', UNREACHABLE, 'unreachable'],
    ['our own budget is used up', SPENT, 'spent'],
  ] as const)('gives up at once when %s', async (_, created, why) => {
    const { parsed, asked } = await asking(created);
    expect(parsed).toEqual({ ok: false, why });
    expect(asked).toHaveLength(1);
  });
});
