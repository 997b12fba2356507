import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetaValue } from '../../../src/core/evidence';
import type { AskOutcome } from '../../../src/sources/ask';
import { fetchMeta, toParsed } from '../../../src/sources/meta-status';
import { parseFeed, parseOrgs, parseOutages } from '../../../src/sources/meta-word';
import { always } from '../any';
import { anyText } from '../any-text';
import { HOUR, MINUTE, NOW } from '../witnesses';
import { answer, fakeAsk, SPENT, UNREACHABLE } from './fake-ask';

const iso = (at: number) => new Date(at).toISOString().replace('.000Z', '+00:00');

interface Service {
  id: number;
  name: string;
  status: string;
  time?: string | null;
}

const service = (name: string, status: string, time: string | null = iso(NOW - HOUR)): Service => ({
  id: 4,
  name,
  status,
  time,
});
const org = (id: string, name: string, ...services: Service[]) => ({
  id,
  name,
  services,
  rss_file_paths: [`outage-events-feed-${id}.rss`],
});
const whatsapp = (...services: Service[]) =>
  org('whatsapp-business-api', 'WhatsApp Business Platform', ...services);
const ADS = org('ads-manager', 'Ads Manager', service('Ads Delivery', 'High disruptions'));
const FINE = org('messenger', 'Messenger Platform', service('Messenger Platform', 'No known issues'));

/** Meta's word in orgs.json, read at `NOW`. */
function read(...orgs: object[]): MetaValue {
  const parsed = parseOrgs(JSON.stringify(orgs), NOW);
  if (parsed === null) throw new Error('unreadable');
  return parsed.value;
}

describe('Meta’s word on WhatsApp', () => {
  it.each<[string, MetaValue['level']]>([
    ['High disruptions', 'high'],
    ['Medium disruptions', 'medium'],
    ['Low disruptions', 'low'],
    ['Resolved', 'resolved'],
    ['No known issues', 'nothing'],
    [' High disruptions ', 'high'],
    ['high disruptions', 'unknown-word'],
    ['Major outage', 'unknown-word'],
    ['', 'unknown-word'],
  ])('“%s” is %s', (status, level) => {
    expect(read(FINE, whatsapp(service('Cloud API', status)))).toMatchObject({ level });
  });

  it('is the worst of its services, by name, since when and for how long', () => {
    const value = read(
      whatsapp(
        service('Flows', 'No known issues'),
        service('Cloud API', 'High disruptions', iso(NOW - 30 * MINUTE)),
        service('Embedded Signup', 'Low disruptions'),
      ),
    );
    expect(value).toMatchObject({
      level: 'high',
      service: 'Cloud API',
      sinceAt: NOW - 30 * MINUTE,
      ageMs: 30 * MINUTE,
    });
  });

  it('is the outage that counts, not an older one that no longer does', () => {
    const old = service('On-Premises', 'High disruptions', iso(NOW - 20 * HOUR));
    const fresh = service('Cloud API', 'Medium disruptions', iso(NOW - 10 * MINUTE));
    for (const value of [read(whatsapp(old, fresh)), read(whatsapp(fresh, old))]) {
      expect(['high', 'medium']).toContain(value.level);
      expect(value.ageMs).toBe(10 * MINUTE);
    }
  });

  it('is about WhatsApp’s organisation only', () => {
    expect(read(ADS, FINE, whatsapp(service('Cloud API', 'No known issues')))).toMatchObject({
      level: 'nothing',
      service: null,
    });
  });

  it('is found by name when Meta changes the organisation’s id', () => {
    const renamed = org('waba', 'WhatsApp Business Platform', service('Cloud API', 'High disruptions'));
    expect(read(ADS, renamed)).toMatchObject({ level: 'high' });
  });

  it('is nothing when no service is listed', () => {
    expect(read(whatsapp())).toMatchObject({ level: 'nothing', ageMs: null });
  });
});

describe('how old an outage is', () => {
  const aged = (time: string | null, dateAt: number | null = NOW, now = NOW) => {
    const text = JSON.stringify([whatsapp(service('Cloud API', 'High disruptions', time))]);
    const parsed = toParsed(answer(text, { dateAt }), now);
    return parsed.ok ? parsed.value.ageMs : undefined;
  };

  it('is measured by the answer’s own clock, however wrong this computer’s is', () => {
    expect(aged(iso(NOW - HOUR), NOW, NOW + 400 * 24 * HOUR)).toBe(HOUR);
    expect(aged(iso(NOW - HOUR), NOW, 0)).toBe(HOUR);
  });

  it('allows for clocks a few minutes apart', () => {
    expect(aged(iso(NOW + 4 * MINUTE))).toBe(0);
  });

  it.each([
    ['lies in the future', iso(NOW + HOUR)],
    ['has no zone', '2026-11-21T15:00:00'],
    ['is no time', 'yesterday'],
    ['is empty', ''],
    ['is missing', null],
    ['is of the year 1', '0001-01-01T00:00:00Z'],
    ['is of the year 9999', '9999-12-31T23:59:59Z'],
  ])('is unknown when its time %s', (_, time) => {
    expect(aged(time)).toBeNull();
  });

  it('understands zones', () => {
    expect(aged('2026-11-21T12:00:00-03:00')).toBe(HOUR);
    expect(aged('2026-11-21T15:00:00Z')).toBe(HOUR);
  });
});

describe('Meta’s other products', () => {
  const others = (...orgs: object[]) =>
    read(whatsapp(service('Cloud API', 'High disruptions')), ...orgs).others;

  it('are named when they fail too', () => {
    const messenger = org('messenger', 'Messenger', service('Messenger Platform', 'Medium disruptions'));
    const login = org('facebook-login', 'Facebook Login', service('Login', 'High disruptions'));
    expect(others(messenger, login, FINE)).toEqual(['Messenger', 'Facebook Login']);
    const half = org(
      'messenger',
      'Messenger',
      service('A', 'No known issues'),
      service('B', 'High disruptions'),
    );
    expect(others(half)).toEqual(['Messenger']);
  });

  it.each(['ads-manager', 'marketing-api', 'fb-ig-shops', 'catalog', 'ig-boost', 'workplace', 'graph-api'])(
    'do not include %s: ads, shops and business tools widen nothing',
    (id) => {
      expect(others(org(id, id, service('Delivery', 'High disruptions')))).toEqual([]);
    },
  );

  it('do not count for a small or past trouble', () => {
    const low = org('messenger', 'Messenger', service('Platform', 'Low disruptions'));
    const past = org('messenger', 'Messenger', service('Platform', 'Resolved'));
    expect(others(low, past)).toEqual([]);
  });
});

describe('what is no word of Meta’s', () => {
  it.each([
    ['a web page', '<!DOCTYPE html><html><title>Meta Status</title></html>'],
    ['nothing', ''],
    ['another service’s shape', '{"status":{"indicator":"none"}}'],
    ['the old page’s shape', '{"current":{"health":1}}'],
    ['an empty list', '[]'],
    ['a list without WhatsApp', JSON.stringify([ADS])],
    ['services of another shape', JSON.stringify([{ id: 'whatsapp-business-api', name: 'W', services: {} }])],
    [
      'a status that is no word',
      JSON.stringify([whatsapp({ ...service('Cloud API', ''), status: 3 as never })]),
    ],
  ])('%s is unreadable, never "all is well"', (_, text) => {
    expect(parseOrgs(text, NOW)).toBeNull();
    expect(toParsed(answer(text), NOW)).toEqual({ ok: false, why: 'unreadable' });
  });

  it('cannot reach beyond itself by its keys', () => {
    parseOrgs('[{"__proto__":{"polluted":1},"id":"whatsapp-business-api","name":"W","services":[]}]', NOW);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('never throws, and what is kept of it stays small', () => {
    const sample = [FINE, ADS, whatsapp(service('Cloud API', 'High disruptions'))];
    always(
      fc.property(anyText(sample), (text) => {
        expect(JSON.stringify(parseOrgs(text, NOW)).length).toBeLessThan(4_096);
      }),
    );
  });

  it('stays small even when a whole answer is made to be kept', () => {
    const one = org('messenger', 'M'.repeat(60), service('P', 'High disruptions'));
    const hostile = [whatsapp(service('S'.repeat(5_000), 'High disruptions')), ...Array(1_200).fill(one)];
    expect(JSON.stringify(read(...hostile)).length).toBeLessThan(4_096);
  });
});

describe('Meta’s sentence', () => {
  const outage = (status: string, ...posts: [string, number][]) => ({
    id: 'x',
    service_id: 4,
    status,
    time: iso(NOW - HOUR),
    posts: posts.map(([description, at]) => ({ status, description, time: iso(at) })),
  });
  const said = (text: string) => parseOutages(text, NOW)?.statement ?? null;
  const statement = (...outages: object[]) => said(JSON.stringify(outages));

  it('is what Meta wrote about the outage, as plain text', () => {
    const text = 'We are aware of <b>major disruptions</b>\nimpacting the ability to send messages.';
    expect(statement(outage('High disruptions', [text, NOW]))).toBe(
      'We are aware of major disruptions impacting the ability to send messages.',
    );
  });

  it('is the latest one, whichever way the list runs', () => {
    const early: [string, number] = ['We are looking into it.', NOW - HOUR];
    const late: [string, number] = ['A fix is under way.', NOW - MINUTE];
    expect(statement(outage('High disruptions', early, late))).toBe('A fix is under way.');
    expect(statement(outage('High disruptions', late, early))).toBe('A fix is under way.');
  });

  it('is not about an outage that is over', () => {
    expect(statement(outage('Resolved', ['Normalized.', NOW]))).toBeNull();
  });

  it('is none when nothing is written', () => {
    expect(statement()).toBeNull();
    expect(statement(outage('High disruptions'))).toBeNull();
    expect(said('<html>')).toBeNull();
  });

  it('never throws and stays short', () => {
    const sample = [outage('High disruptions', ['We are aware of <b>it</b>.', NOW])];
    always(
      fc.property(anyText(sample), (text) => {
        expect(said(text)?.length ?? 0).toBeLessThanOrEqual(400);
      }),
    );
    expect(statement(outage('High disruptions', ['x'.repeat(9_000), NOW]))).toHaveLength(400);
  });
});

describe('asking Meta', () => {
  const HTML = { contentType: 'text/html; charset=utf-8' };
  const quiet = JSON.stringify([whatsapp(service('Cloud API', 'No known issues'))]);
  const loud = JSON.stringify([whatsapp(service('Cloud API', 'High disruptions'))]);

  it('takes one request while it reports nothing', async () => {
    const { ask, asked } = fakeAsk(() => answer(quiet, { dateAt: NOW }));
    expect(await fetchMeta(ask, () => NOW)).toMatchObject({ ok: true, value: { level: 'nothing' } });
    expect(asked).toMatchObject([{ url: 'https://metastatus.com/data/orgs.json', purpose: 'meta' }]);
  });

  it('asks for its sentence only when it reports an outage', async () => {
    const posts = [{ description: 'We are aware.', time: iso(NOW) }];
    const { ask, asked } = fakeAsk((url) =>
      answer(url.pathname.includes('outages') ? [{ status: 'High disruptions', posts }] : loud, {
        dateAt: NOW,
      }),
    );
    expect(await fetchMeta(ask, () => NOW)).toMatchObject({
      ok: true,
      value: { statement: 'We are aware.' },
    });
    expect(asked).toHaveLength(2);
  });

  it('still has its word when the sentence does not come', async () => {
    const { ask } = fakeAsk((url) =>
      url.pathname.includes('outages') ? UNREACHABLE : answer(loud, { dateAt: NOW }),
    );
    expect(await fetchMeta(ask, () => NOW)).toMatchObject({ value: { level: 'high', statement: null } });
  });

  it('gives up within its deadline of eight seconds', async () => {
    const { ask, asked } = fakeAsk(() => answer(loud));
    await fetchMeta(ask, () => NOW);
    expect(Math.max(...asked.map((one) => one.deadlineMs))).toBeLessThanOrEqual(8_000);
  });

  it('keeps Meta’s own page about WhatsApp as the place to read on', async () => {
    const { ask } = fakeAsk(() => answer(quiet));
    expect(await fetchMeta(ask, () => NOW)).toMatchObject({
      value: { link: 'https://metastatus.com/whatsapp-business-api' },
    });
  });

  it.each([
    ['no answer', UNREACHABLE, 'unreachable'],
    ['our own budget', SPENT, 'spent'],
    ['HTTP 429', answer('', { status: 429 }), 'refused'],
    ['HTTP 503', answer('', { status: 503 }), 'unreadable'],
    ['HTTP 404', answer('', { status: 404 }), 'unreadable'],
    ['data of another shape', answer('{}'), 'unreadable'],
  ] as const)('says why nothing is known: %s', (_, outcome, why) => {
    expect(toParsed(outcome, NOW)).toEqual({ ok: false, why });
  });

  it('keeps a web page’s fingerprint and claims nothing by it', () => {
    const parsed = toParsed(answer('<html>Sign in</html>', HTML), NOW);
    expect(parsed).toMatchObject({
      ok: true,
      value: { level: 'unknown-word', html: expect.any(String), ageMs: null, others: [], foreign: false },
    });
    expect(toParsed(answer('<html>Sorry</html>', { ...HTML, status: 500 }), NOW)).toMatchObject({
      ok: false,
    });
  });

  it('knows a foreign house that answers in its place, by the redirect, and claims nothing by it', () => {
    expect(toParsed({ kind: 'redirect', toHost: 'login.hotel.example' }, NOW)).toMatchObject({
      ok: true,
      value: { level: 'unknown-word', html: null, foreign: true },
    });
  });

  it.each([null, 'metastatus.com', 'www.facebook.com'])(
    'takes a redirect to %j for no sign of anything',
    (toHost) => {
      expect(toParsed({ kind: 'redirect', toHost }, NOW)).toEqual({ ok: false, why: 'unreadable' });
    },
  );

  it('reads its own data as its own', () => {
    expect(read(whatsapp(service('Cloud API', 'High disruptions')))).toMatchObject({
      foreign: false,
      html: null,
    });
  });
});

describe('Meta’s second path', () => {
  const HTML = '<!DOCTYPE html><html><title>Meta Status</title></html>';
  const page = (text = HTML) => answer(text, { contentType: 'text/html; charset=utf-8' });
  const high = [
    {
      id: 'x',
      service_id: 4,
      status: 'High disruptions',
      time: iso(NOW - HOUR),
      posts: [{ status: 'High disruptions', description: 'We are aware.', time: iso(NOW - HOUR) }],
    },
  ];
  const FEED = `<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>
<title>WhatsApp Business Platform Status</title><link>https://metastatus.com/whatsapp-business-api</link>
<lastBuildDate>Fri, 15 Aug 2025 18:51:55 GMT</lastBuildDate>
<item><title>[Medium disruptions]: Cloud API</title><pubDate>${new Date(NOW - HOUR).toUTCString()}</pubDate>
<description><![CDATA[<p>We&amp;re looking into it.</p>]]></description></item></channel></rss>`;

  /** Asks where the three places answer like this. */
  async function asking(places: { orgs: AskOutcome; outages?: AskOutcome; feed?: AskOutcome }) {
    const { ask, asked } = fakeAsk(({ pathname }) => {
      if (pathname.endsWith('orgs.json')) return places.orgs;
      return (pathname.endsWith('.rss') ? places.feed : places.outages) ?? page();
    });
    const parsed = await fetchMeta(ask, () => NOW);
    return { parsed, paths: asked.map(({ url }) => new URL(url).pathname), asked };
  }

  it.each([
    ['a web page where it was', page()],
    ['nothing at its address', answer('', { status: 404 })],
    ['a shape of next year', answer({ orgs: [] })],
    ['WhatsApp no longer in it', answer([ADS, FINE])],
    ['an error of the server', answer('', { status: 500 })],
  ])('reads the open outages where the list has %s', async (_, orgs) => {
    const { parsed, paths } = await asking({ orgs, outages: answer(high, { dateAt: NOW }) });
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        level: 'high',
        ageMs: HOUR,
        statement: 'We are aware.',
        link: 'https://metastatus.com/whatsapp-business-api',
        html: null,
      },
    });
    expect(paths).toEqual(['/data/orgs.json', '/data/outages/whatsapp-business-api.json']);
  });

  it('reads the feed where the outages cannot be read either, and stops after three requests', async () => {
    const { parsed, paths, asked } = await asking({
      orgs: answer('{}'),
      outages: answer('', { status: 404 }),
      feed: answer(FEED, { dateAt: NOW }),
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: { level: 'medium', service: 'Cloud API', ageMs: HOUR, statement: 'We&amp;re looking into it.' },
    });
    expect(paths[2]).toBe('/outage-events-feed-whatsapp-business-api.rss');
    expect(asked).toHaveLength(3);
    expect(asked.every(({ purpose }) => purpose === 'meta')).toBe(true);
  });

  it.each(['text/plain', 'text/html'])(
    'reads the feed where both lists are gone in the same %s',
    async (contentType) => {
      const gone = answer('Not found', { status: 404, contentType });
      const { parsed, paths } = await asking({ orgs: gone, outages: gone, feed: answer(FEED) });
      expect(parsed).toMatchObject({ ok: true, value: { level: 'medium' } });
      expect(paths).toHaveLength(3);
    },
  );

  it('follows a product that was renamed to its own outages and its own feed', async () => {
    const renamed = {
      ...org('waba', 'WhatsApp Business', service('Cloud API', 'High disruptions')),
      rss_file_paths: ['outage-events-feed-wa.rss'],
    };
    const { parsed, paths } = await asking({ orgs: answer([renamed]), feed: answer(FEED) });
    expect(paths).toEqual(['/data/orgs.json', '/data/outages/waba.json', '/outage-events-feed-wa.rss']);
    // The list's own word stands; the feed only adds the sentence.
    expect(parsed).toMatchObject({
      value: {
        level: 'high',
        statement: expect.stringContaining('looking'),
        link: 'https://metastatus.com/waba',
      },
    });
  });

  it.each([
    ['an address of somebody else’s', ['https://evil.example/x.rss']],
    ['a way out of the site', ['../../x.rss']],
    ['no list', 7],
    ['nothing', []],
  ])('asks for the usual feed where the list names %s', async (_, paths) => {
    const odd = { ...whatsapp(service('Cloud API', 'High disruptions')), rss_file_paths: paths };
    const { paths: asked } = await asking({ orgs: answer([odd]), feed: answer(FEED) });
    expect(asked[2]).toBe('/outage-events-feed-whatsapp-business-api.rss');
  });

  it('never builds an address from an id that is none', async () => {
    const odd = org('../x', 'WhatsApp', service('Cloud API', 'High disruptions'));
    const { paths } = await asking({ orgs: answer([odd]), outages: answer(high) });
    expect(paths[1]).toBe('/data/outages/whatsapp-business-api.json');
  });

  it('stops where one page answers for everything, and keeps its fingerprint', async () => {
    const { parsed, paths } = await asking({ orgs: page(), outages: page(), feed: page() });
    expect(parsed).toMatchObject({ ok: true, value: { level: 'unknown-word', html: expect.any(String) } });
    expect(paths).toHaveLength(2);
  });

  it.each([
    ['nobody is there', UNREACHABLE],
    ['our own budget is spent', SPENT],
    ['it asks for patience', answer('', { status: 429 })],
    ['a foreign house answers', { kind: 'redirect', toHost: 'login.hotel.example' } as const],
  ])('is not tried when %s', async (_, orgs) => {
    expect((await asking({ orgs, outages: answer(high) })).paths).toHaveLength(1);
  });

  it('goes no further when the second place does not answer', async () => {
    const { parsed, paths } = await asking({ orgs: answer('{}'), outages: UNREACHABLE, feed: answer(FEED) });
    expect(parsed).toEqual({ ok: false, why: 'unreadable' });
    expect(paths).toHaveLength(2);
  });

  it('is no sign of health when nothing is open', async () => {
    const { parsed } = await asking({ orgs: answer('{}'), outages: answer([]) });
    expect(parsed).toMatchObject({ ok: true, value: { level: 'nothing', ageMs: null, statement: null } });
  });

  it.each<[string, MetaValue['level']]>([
    ['[High disruptions]: Cloud API', 'high'],
    ['[Low disruptions]: Cloud API', 'low'],
    ['[Resolved]: Cloud API', 'resolved'],
    ['[Resolved] High disruptions', 'resolved'],
    ['[Major outage]: Cloud API', 'unknown-word'],
    ['High disruptions: Cloud API', 'unknown-word'],
    ['Resolved: Major outage', 'unknown-word'],
    ['', 'unknown-word'],
  ])('takes the feed’s “%s” for %s', (title, level) => {
    const text = FEED.replace('[Medium disruptions]: Cloud API', title);
    expect(parseFeed(text, NOW)?.level).toBe(level);
  });

  it('has no age for what the feed dates badly, and the sentence of nothing that is over', () => {
    expect(parseFeed(FEED.replace(/<pubDate>.*<\/pubDate>/, ''), NOW)).toMatchObject({
      level: 'medium',
      ageMs: null,
    });
    expect(parseFeed(FEED.replace('[Medium disruptions]', '[Resolved]'), NOW)?.statement).toBeNull();
  });

  it('never throws over outages or a feed, and what is kept stays small', () => {
    always(
      fc.property(anyText(high), (text) => {
        expect(JSON.stringify(parseOutages(text, NOW)).length).toBeLessThan(4_096);
        expect(JSON.stringify(parseFeed(text, NOW)).length).toBeLessThan(4_096);
      }),
    );
  });
});
