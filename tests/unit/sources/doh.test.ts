import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NameState } from '../../../src/core/evidence';
import type { AskOutcome } from '../../../src/sources/ask';
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
    expect(parsed).toEqual({ ok: false, why: 'unreadable' });
  });

  it('tells nobody where the person is', async () => {
    const { asked } = await asking(() => GONE);
    for (const { url } of asked.filter((one) => one.url.includes('dns.google')))
      expect(new URL(url).searchParams.get('edns_client_subnet')).toBe('0.0.0.0/0');
    for (const { body } of asked) expect(body).toBeUndefined();
  });

  it('asks for a control name and Meta’s others only when both lost WhatsApp; six requests at most', async () => {
    const { parsed, asked } = await asking((name) => (name === 'example.com' ? GOOD : GONE));
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        whatsapp: ['gone', 'gone'],
        control: ['addresses', 'addresses'],
        meta: ['gone', 'gone'],
        statics: null,
      },
    });
    expect(asked).toHaveLength(6);
  });

  it('finds Meta’s other names healthy when only WhatsApp’s is lost', async () => {
    const { parsed } = await asking((name) => (name === 'web.whatsapp.com' ? GONE : GOOD));
    expect(parsed).toMatchObject({ value: { meta: ['addresses', 'addresses'] } });
  });

  it('makes no more of one odd resolver than that', async () => {
    const { parsed, asked } = await asking((_, host) => (host === 'dns.google' ? GONE : GOOD));
    expect(parsed).toMatchObject({ value: { whatsapp: ['addresses', 'gone'], control: null } });
    expect(asked).toHaveLength(2);
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
