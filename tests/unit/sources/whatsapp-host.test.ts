import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProbeOutcome } from '../../../src/core/evidence';
import { type AskOutcome, DEADLINE } from '../../../src/sources/ask';
import { fetchProbe, fetchStatics, parseProbe } from '../../../src/sources/whatsapp-host';
import { always } from '../any';
import { anyString } from '../any-text';
import { answer, fakeAsk, OPAQUE, UNREACHABLE } from './fake-ask';

const error = (name: string | null): AskOutcome => ({ kind: 'error', why: 'unreachable', name });
const HTML = { contentType: 'text/html; charset=utf-8' };

describe('what the probe of WhatsApp’s host means', () => {
  it.each([200, 204, 400, 403, 404, 429, 500, 503])('HTTP %i is an answer', (status) => {
    expect(parseProbe(answer('{}', { status }))).toEqual({ kind: 'answered', status, html: null });
  });

  it('keeps a web page’s fingerprint: the same page for two hosts is a sign-in network’s', () => {
    const one = parseProbe(answer('<html>Sign in</html>', HTML));
    expect(one).toMatchObject({ kind: 'answered', html: expect.any(String) });
    expect(parseProbe(answer('<html>Sign in</html>', HTML))).toEqual(one);
    expect(parseProbe(answer('<html>Other page</html>', HTML))).not.toEqual(one);
  });

  it('keeps no more of a page than that, however long it is', () => {
    always(
      fc.property(anyString(500), (text) => {
        const probe = parseProbe(answer(text, HTML));
        expect(probe.kind === 'answered' ? (probe.html?.length ?? 99) : 99).toBeLessThan(20);
      }),
      200,
    );
  });

  it('takes a server’s error page for what it is', () => {
    expect(parseProbe(answer('<html>Sorry</html>', { ...HTML, status: 500 }))).toMatchObject({ html: null });
  });

  it.each<[string, string, ProbeOutcome['kind']]>([
    ['within WhatsApp’s own houses is an answer', 'web.whatsapp.com', 'answered'],
    ['to another of Meta’s is an answer', 'www.facebook.com', 'answered'],
    ['to a foreign host is a sign-in network’s', 'login.hotel.example', 'redirected'],
    ['to a host that only looks like WhatsApp is foreign', 'web.whatsapp.com.evil.example', 'redirected'],
  ])('a redirect %s', (_, toHost, kind) => {
    expect(parseProbe({ kind: 'redirect', toHost }).kind).toBe(kind);
  });

  it('names the cause of a failure, as far as the browser tells', () => {
    expect(parseProbe(error('net::ERR_CONNECTION_RESET'))).toEqual({
      kind: 'failed',
      name: 'net::ERR_CONNECTION_RESET',
      cause: 'reset',
    });
    expect(parseProbe(error(null))).toMatchObject({ cause: 'unknown' });
    expect(parseProbe(error('net::ERR_OF_2031'))).toMatchObject({ cause: 'unknown' });
  });

  it('takes our own deadline for silence', () => {
    expect(parseProbe(error(DEADLINE))).toMatchObject({ kind: 'failed', cause: 'timed-out' });
  });

  it('accuses nobody when a change of network cut the probe short', () => {
    expect(parseProbe(error('net::ERR_NETWORK_CHANGED'))).toMatchObject({
      kind: 'failed',
      cause: 'network-changed',
    });
  });
});

describe('probing', () => {
  it('asks what WhatsApp Web itself asks, and never counts against the hour', async () => {
    const { ask, asked } = fakeAsk(() => answer('{}'));
    expect(await fetchProbe(ask)).toMatchObject({ kind: 'answered', status: 200 });
    expect(asked).toMatchObject([
      { url: 'https://web.whatsapp.com/status.json', purpose: 'whatsapp', how: 'read' },
    ]);
  });

  it.each(['no-permission', 'refused', 'spent'] as const)(
    'has not failed when we did not ask: %s',
    async (why) => {
      const { ask } = fakeAsk(() => ({ kind: 'error', why, name: null }));
      expect(await fetchProbe(ask)).toBeNull();
    },
  );

  it('gives up long before the browser would', async () => {
    const { ask, asked } = fakeAsk(() => UNREACHABLE);
    await fetchProbe(ask);
    await fetchStatics(ask);
    expect(Math.max(...asked.map((one) => one.deadlineMs))).toBeLessThanOrEqual(8_000);
  });

  it('learns of the scripts’ host only whether something answers', async () => {
    const { ask, asked } = fakeAsk(() => OPAQUE);
    expect(await fetchStatics(ask)).toBe('answered');
    expect(await fetchStatics(fakeAsk(() => UNREACHABLE).ask)).toBe('failed');
    expect(asked).toMatchObject([{ how: 'opaque' }]);
    expect(new URL(asked[0]?.url ?? '').host).toBe('static.whatsapp.net');
  });
});
