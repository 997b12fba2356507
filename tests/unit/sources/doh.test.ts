import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NameState } from '../../../src/core/evidence';
import { type AskOutcome, DEADLINE } from '../../../src/sources/ask';
import { fetchDns, fetchStaticsName, parseAnswer } from '../../../src/sources/doh';
import { always } from '../any';
import { anyText } from '../any-text';
import { answer, fakeAsk, SPENT, UNREACHABLE } from './fake-ask';

const STATES: readonly NameState[] = ['addresses', 'gone', 'filtered', 'no-data', 'stale', 'unreachable'];

const record = (type: number, data: string) => ({ name: 'web.whatsapp.com', type, TTL: 60, data });
const CHAIN = [record(5, 'mmx-ds.cdn.whatsapp.net.'), record(1, '157.240.0.60')];

/** Bodies as Cloudflare and Google write them. */
const BODIES: readonly (readonly [string, object, NameState | null])[] = [
  ['Cloudflare, an alias and an address', { Status: 0, Answer: CHAIN }, 'addresses'],
  [
    'Google, healthy: its comment is no error',
    { Status: 0, Answer: CHAIN, Comment: 'Response from 129.134.30.12.' },
    'addresses',
  ],
  ['an IPv6 address', { Status: 0, Answer: [record(28, '2a03:2880::1')] }, 'addresses'],
  [
    'Cloudflare, 2021-10-04',
    {
      Status: 2,
      Comment: ['EDE(22): No Reachable Authority at delegation whatsapp.com.', 'EDE(23): Network Error'],
    },
    'gone',
  ],
  [
    'Google, 2021-10-04',
    {
      Status: 2,
      Comment: 'Name servers did not respond [129.134.30.12].',
      extended_dns_errors: [{ info_code: 22, extra_text: 'At delegation whatsapp.com' }],
    },
    'gone',
  ],
  ['the name does not exist', { Status: 3, Authority: [record(6, 'a.ns.whatsapp.net.')] }, 'gone'],
  ['no address for the name', { Status: 0, Authority: [record(6, 'a.ns.whatsapp.net.')] }, 'no-data'],
  ['an alias that leads nowhere', { Status: 0, Answer: [record(5, 'x.whatsapp.net.')] }, 'no-data'],
  [
    'an old answer served while the owner is silent',
    { Status: 0, Answer: CHAIN, Comment: ['EDE(3): Stale Answer'] },
    'stale',
  ],
  [
    'an old answer, Google’s way',
    { Status: 0, Answer: CHAIN, extended_dns_errors: [{ info_code: 3 }] },
    'stale',
  ],
  ...[4, 15, 16, 17, 18].map((code): [string, object, NameState] => [
    `filtered by the resolver (EDE ${code})`,
    { Status: 3, extended_dns_errors: [{ info_code: code }] },
    'filtered',
  ]),
  ['filtered, Cloudflare’s way', { Status: 0, Comment: ['EDE(16): Censored'] }, 'filtered'],
  ['a block page’s address', { Status: 0, Answer: [record(1, '0.0.0.0')] }, 'filtered'],
  ['a real address beside a dead one', { Status: 0, Answer: [record(1, '0.0.0.0'), ...CHAIN] }, 'addresses'],
  ['a stale “no such name”', { Status: 0, Answer: CHAIN, extended_dns_errors: [{ info_code: 19 }] }, 'stale'],
  ['a loopback address', { Status: 0, Answer: [record(1, '127.0.0.1'), record(28, '::1')] }, 'filtered'],
  ['the resolver refuses us', { Status: 5 }, 'unreachable'],
  ['the resolver does not know how', { Status: 4 }, 'unreachable'],
  ['another shape', { status: 0, answer: [] }, null],
  ['a status in words', { Status: 'NOERROR', Answer: CHAIN }, null],
];

describe('one resolver’s answer', () => {
  it.each(BODIES)('%s', (_, body, state) => {
    expect(parseAnswer(JSON.stringify(body))).toBe(state);
  });

  it.each(['', '<!DOCTYPE html><html>', '[]', 'null', '"Status"', '{"Status":0'])('%j is none', (text) => {
    expect(parseAnswer(text)).toBeNull();
  });

  it('is one of the known states for any text, and never throws', () => {
    const sample = {
      Status: 2,
      Answer: CHAIN,
      Comment: ['EDE(22): x'],
      extended_dns_errors: [{ info_code: 3 }],
    };
    always(
      fc.property(anyText(sample), (text) => {
        expect([...STATES, null]).toContain(parseAnswer(text));
      }),
    );
  });

  it('survives nesting a hundred thousand deep', () => {
    expect(parseAnswer('['.repeat(100_000) + ']'.repeat(100_000))).toBeNull();
    expect(parseAnswer(`{"Status":0,"Comment":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toBe(
      'no-data',
    );
  });
});

const GOOD = answer({ Status: 0, Answer: CHAIN });
const GONE = answer({ Status: 2 });

/** Asks with resolvers that answer by name. */
async function asking(byName: (name: string, host: string) => AskOutcome) {
  const { ask, asked } = fakeAsk((url) => byName(url.searchParams.get('name') ?? '', url.host));
  const parsed = await fetchDns(ask);
  return { parsed, asked };
}

describe('asking the resolvers', () => {
  it('takes two requests while both find WhatsApp', async () => {
    const { parsed, asked } = await asking(() => GOOD);
    expect(parsed).toEqual({
      ok: true,
      value: { whatsapp: ['addresses', 'addresses'], control: null, meta: null, statics: null },
    });
    expect(asked.map((one) => new URL(one.url).host)).toEqual(['cloudflare-dns.com', 'dns.google']);
  });

  it('still has the other’s word when one does not answer', async () => {
    const { parsed } = await asking((_, host) => (host === 'dns.google' ? UNREACHABLE : GOOD));
    expect(parsed).toMatchObject({ ok: true, value: { whatsapp: ['addresses', 'unreachable'] } });
  });

  it('believes no body but that of an answer in order', async () => {
    const { parsed } = await asking(() => answer({ Status: 2 }, { status: 502 }));
    expect(parsed).toEqual({ ok: false, why: 'refused' });
  });

  it('tells nobody where the person is', async () => {
    const { asked } = await asking(() => GONE);
    for (const { url } of asked.filter((one) => one.url.includes('dns.google')))
      expect(new URL(url).searchParams.get('edns_client_subnet')).toBe('0.0.0.0/0');
    for (const { body } of asked) expect(body).toBeUndefined();
  });

  it('asks one of them for a control name and Facebook’s, only when both lost WhatsApp', async () => {
    const { parsed, asked } = await asking((name) => (name === 'example.com' ? GOOD : GONE));
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        whatsapp: ['gone', 'gone'],
        control: ['addresses', 'unreachable'],
        meta: ['gone', 'unreachable'],
        statics: null,
      },
    });
    expect(asked).toHaveLength(4);
  });

  it('finds Meta’s other names healthy when only WhatsApp’s is lost', async () => {
    const { parsed } = await asking((name) => (name === 'web.whatsapp.com' ? GONE : GOOD));
    expect(parsed).toMatchObject({ value: { meta: ['addresses', 'unreachable'] } });
  });

  it('makes no more of one odd resolver than that', async () => {
    const { parsed, asked } = await asking((_, host) => (host === 'dns.google' ? GONE : GOOD));
    expect(parsed).toMatchObject({ value: { whatsapp: ['addresses', 'gone'], control: null } });
    expect(asked).toHaveLength(2);
  });

  const SILENCE: AskOutcome = { kind: 'error', why: 'unreachable', name: DEADLINE };
  const NO_TEXT = answer({ Status: 0, Answer: CHAIN.filter(({ type }) => type !== 1) });

  it('puts a question again that nobody answered in time, three times in all', async () => {
    const { ask, asked } = fakeAsk((_, before) => (before < 2 ? SILENCE : GOOD));
    expect(await fetchDns(ask)).toMatchObject({ value: { whatsapp: ['addresses', 'addresses'] } });
    expect(asked).toHaveLength(6);
    const dead = fakeAsk(() => SILENCE);
    expect(await fetchDns(dead.ask)).toEqual({ ok: false, why: 'unreachable' });
    expect(dead.asked).toHaveLength(6);
  });

  it('has a second patience with the one that was not heard when the other lost the name', async () => {
    const { ask } = fakeAsk((url, before) =>
      url.host === 'dns.google' && before < 4
        ? SILENCE
        : url.searchParams.get('name') === 'example.com'
          ? GOOD
          : GONE,
    );
    expect(await fetchDns(ask)).toMatchObject({
      value: { whatsapp: ['gone', 'gone'], control: ['addresses', 'unreachable'] },
    });
  });

  it('goes on where it stopped: a name it has from the cache is not looked up again', async () => {
    const { ask, asked } = fakeAsk((url, before) => {
      if (url.searchParams.get('name') === 'example.com') return GOOD;
      if (url.searchParams.get('type') !== 'TXT') return GOOD;
      return url.host === 'dns.google' && before < 5 ? SILENCE : GONE;
    });
    const parsed = await fetchDns(ask, { failsHere: Promise.resolve(true) });
    expect(parsed).toMatchObject({ value: { whatsapp: ['stale', 'stale'] } });
    const lookUps = asked.filter(({ url }) => url.includes('web.whatsapp.com') && !url.includes('TXT'));
    expect(lookUps).toHaveLength(2);
  });

  it('has the control name from the other when one asks for patience', async () => {
    const { parsed } = await asking((name, host) => {
      if (name !== 'example.com') return GONE;
      return host === 'cloudflare-dns.com' ? answer('', { status: 429 }) : GOOD;
    });
    expect(parsed).toMatchObject({ value: { control: ['unreachable', 'addresses'] } });
  });

  it.each<[string, AskOutcome, readonly string[] | null]>([
    ['is stale when the name’s own servers give nothing', GONE, ['stale', 'stale']],
    ['stands when they are there, though they have no such record', NO_TEXT, ['addresses', 'addresses']],
    [
      'stands when the resolver takes no such question',
      answer('', { status: 400 }),
      ['addresses', 'addresses'],
    ],
    ['proves nothing when the resolver is too busy to ask', answer('', { status: 429 }), null],
    ['proves nothing when the resolver stays silent', SILENCE, null],
  ])('an address that a cache has, where the host fails here, %s', async (_, fresh, states) => {
    const { ask } = fakeAsk((url) => (url.searchParams.get('type') === 'TXT' ? fresh : GOOD));
    const parsed = await fetchDns(ask, { failsHere: Promise.resolve(true) });
    expect(parsed.ok ? parsed.value.whatsapp : null).toEqual(states);
  });

  it('asks nobody about caches while the host answers here', async () => {
    const { ask, asked } = fakeAsk(() => GOOD);
    await fetchDns(ask, { failsHere: Promise.resolve(false) });
    expect(asked).toHaveLength(2);
  });

  it('fills only the gaps of a young reading, and asks again of an older one', async () => {
    const before = { whatsapp: ['gone', 'unreachable'], control: null, meta: null, statics: null } as const;
    const gaps = fakeAsk((url) => (url.searchParams.get('name') === 'example.com' ? GOOD : GONE));
    expect(await fetchDns(gaps.ask, { before, gapsOnly: true })).toMatchObject({
      value: { whatsapp: ['gone', 'gone'], control: ['addresses', 'unreachable'] },
    });
    const whatsapp = gaps.asked.filter(({ url }) => url.includes('web.whatsapp.com'));
    expect(whatsapp.map(({ url }) => new URL(url).host)).toEqual(['dns.google']);
    const old = fakeAsk(() => GOOD);
    expect(await fetchDns(old.ask, { before })).toMatchObject({
      value: { whatsapp: ['addresses', 'addresses'] },
    });
  });

  it('asks for the scripts’ host by itself, in two requests', async () => {
    const { ask, asked } = fakeAsk(() => GOOD);
    expect(await fetchStaticsName(ask)).toEqual(['addresses', 'addresses']);
    expect(asked.map((one) => new URL(one.url).searchParams.get('name'))).toEqual(
      Array(2).fill('static.whatsapp.net'),
    );
  });

  it('is missing when neither resolver gives an answer', async () => {
    expect((await asking(() => UNREACHABLE)).parsed).toEqual({ ok: false, why: 'unreachable' });
  });

  it('tells "asked often enough" from "did not answer": the one is our choice, the other a sign', async () => {
    expect((await asking(() => SPENT)).parsed).toEqual({ ok: false, why: 'spent' });
  });

  it('is no sign of a dead line when the resolvers answered something else than data', async () => {
    const page = answer('<!DOCTYPE html>', { contentType: 'text/html' });
    for (const outcome of [page, answer('', { status: 429 }), answer({ Status: 5 })]) {
      const { parsed } = await asking(() => outcome);
      expect(parsed.ok ? parsed.value.whatsapp : parsed.why).not.toEqual('unreachable');
    }
  });
});
