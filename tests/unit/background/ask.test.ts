import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Asked, Purpose } from '../../../src/core/asking/ledger';
import type { Ask, AskOutcome, AskRequest } from '../../../src/sources/ask';
import { browser, forget, world } from '../fake-browser';
import { HOUR, MINUTE, NOW, SECOND } from '../witnesses';

vi.mock('../../../src/platform/browser', () => ({ browser }));

const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
let ask: Ask;
let askFor: typeof import('../../../src/background/ask').askFor;
let eraseLedger: () => Promise<void>;
let ownRequests: typeof import('../../../src/background/own-requests');

/** A fresh life of the background: nothing is kept but what is stored. */
async function restart(): Promise<void> {
  vi.resetModules();
  ({ ask, askFor, eraseLedger } = await import('../../../src/background/ask'));
  ownRequests = await import('../../../src/background/own-requests');
}

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal('fetch', fetched);
  forget();
  fetched.mockReset().mockImplementation(async () => new Response('{}'));
  await restart();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const META = 'https://metastatus.com/data/orgs.json';
const PROBE = 'https://web.whatsapp.com/status.json';

/** What each host of the table is asked for. */
const PURPOSE_OF: Readonly<Record<string, Purpose>> = {
  'metastatus.com': 'meta',
  'web.whatsapp.com': 'whatsapp',
  'api.globalping.io': 'world',
};

function request(url: string, more: Partial<AskRequest> = {}): AskRequest {
  const purpose = PURPOSE_OF[new URL(url).host] ?? 'here';
  return { url, purpose, how: 'read', deadlineMs: 5_000, ...more };
}

/** The outcome, with as much time as it takes. */
async function outcomeOf(promise: Promise<AskOutcome>): Promise<AskOutcome> {
  await vi.advanceTimersByTimeAsync(30 * SECOND);
  return promise;
}

/** Where to ask for each purpose, with room for many different questions. */
const WHERE: { readonly [P in Purpose]?: readonly string[] } = {
  here: ['https://dns.google/resolve?name=', 'https://cloudflare-dns.com/dns-query?name='],
  meta: ['https://metastatus.com/data/'],
  world: ['https://api.globalping.io/v1/measurements/'],
  whatsapp: ['https://web.whatsapp.com/'],
  fallback: ['https://signal.org/', 'https://discord.com/', 'https://app.slack.com/', 'https://app.zoom.us/'],
};

/** Asks `count` different questions and tells how many were put. */
async function put(count: number, purpose: Purpose, path = ''): Promise<number> {
  const before = fetched.mock.calls.length;
  const where = WHERE[purpose] ?? [];
  for (let index = 0; index < count; index++)
    await ask(request(`${where[index % where.length]}${path}${index}`, { purpose }));
  return fetched.mock.calls.length - before;
}

const listed = () => (world.stored.get('asked') ?? []) as Asked[];

/** Never answers, until it is given up. */
const hangs = (init: RequestInit) =>
  new Promise<never>((_, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

describe('a request', () => {
  it('carries nothing of the person’s and follows no redirect', async () => {
    await ask(request(META));
    expect(fetched).toHaveBeenCalledExactlyOnceWith(
      META,
      expect.objectContaining({
        method: 'GET',
        mode: 'cors',
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        body: null,
      }),
    );
  });

  it('that may not be read is made without cookies too', async () => {
    fetched.mockResolvedValue({ type: 'opaque' } as Response);
    expect(await ask(request('https://www.gstatic.com/generate_204', { how: 'opaque' }))).toEqual({
      kind: 'opaque',
    });
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ mode: 'no-cors', credentials: 'omit' });
  });

  it('gives the answer with its own date', async () => {
    const headers = { 'content-type': 'application/json', date: 'Sat, 21 Nov 2026 15:59:30 GMT' };
    fetched.mockResolvedValue(new Response('[]', { status: 503, headers }));
    expect(await ask(request(META))).toEqual({
      kind: 'answer',
      status: 503,
      contentType: 'application/json',
      dateAt: NOW - 30 * SECOND,
      text: '[]',
    });
  });

  it.each([['soon'], ['']])('has no date when the answer says %j', async (date) => {
    fetched.mockResolvedValue(new Response('[]', { headers: { date } }));
    expect(await ask(request(META))).toMatchObject({ dateAt: null });
  });

  it('puts together letters that come in pieces', async () => {
    const bytes = new TextEncoder().encode('মেটা');
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    fetched.mockResolvedValue(new Response(body));
    expect(await ask(request(META))).toMatchObject({ text: 'মেটা' });
  });

  it('survives bytes that are no text', async () => {
    fetched.mockResolvedValue(new Response(new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0xc3])));
    expect(await ask(request(META))).toMatchObject({ kind: 'answer', text: expect.any(String) });
  });
});

describe('a failed request', () => {
  it('is named as the browser named it, even when that comes late', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    const outcome = ask(request(PROBE, { purpose: 'whatsapp' }));
    await vi.advanceTimersByTimeAsync(100);
    ownRequests.noteNetError(PROBE, 'net::ERR_CONNECTION_RESET');
    expect(await outcomeOf(outcome)).toEqual({
      kind: 'error',
      why: 'unreachable',
      name: 'net::ERR_CONNECTION_RESET',
    });
  });

  it('is not given the name of an earlier failure', async () => {
    ownRequests.noteNetError(PROBE, 'net::ERR_CONNECTION_RESET');
    await vi.advanceTimersByTimeAsync(3 * SECOND);
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await outcomeOf(ask(request(PROBE, { purpose: 'whatsapp' })))).toMatchObject({ name: null });
  });

  it('has no name where the browser tells none', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await ask(request('https://dns.google/resolve'))).toMatchObject({
      why: 'unreachable',
      name: null,
    });
  });

  it('never rejects, whatever is thrown', async () => {
    fetched.mockImplementation(() => {
      throw new Error('no network service');
    });
    expect(await outcomeOf(ask(request(META)))).toMatchObject({ kind: 'error', why: 'unreachable' });
  });
});

describe('a redirect', () => {
  /** The browser shows the headers, then refuses to follow. */
  const redirects = (location: string | undefined) =>
    fetched.mockImplementation(async () => {
      const responseHeaders = location === undefined ? [] : [{ name: 'Location', value: location }];
      for (const listener of browser.webRequest.onHeadersReceived.listeners)
        listener({ statusCode: 302, responseHeaders } as never);
      return { type: 'opaqueredirect' } as Response;
    });

  it.each([
    ['https://login.hotel.example/welcome?id=1', 'login.hotel.example'],
    ['/somewhere/else', 'web.whatsapp.com'],
    ['https://', null],
    [undefined, null],
  ])('to %j is refused, and told with the host %j', async (location, toHost) => {
    redirects(location);
    const outcome = await outcomeOf(ask(request(PROBE, { purpose: 'whatsapp' })));
    expect(outcome).toEqual({ kind: 'redirect', toHost });
  });

  it('is understood by the oldest browser the manifest allows: Chrome 123 has no `URL.parse` (126 has)', async () => {
    const Old = class extends URL {};
    Object.defineProperty(Old, 'parse', { value: undefined });
    vi.stubGlobal('URL', Old);
    redirects('https://login.hotel.example/');
    const outcome = await outcomeOf(ask(request(PROBE, { purpose: 'whatsapp' })).catch(() => null as never));
    expect(outcome).toEqual({ kind: 'redirect', toHost: 'login.hotel.example' });
  });

  it('is listened for only while a request is under way', async () => {
    redirects('https://login.hotel.example/');
    await outcomeOf(ask(request(PROBE, { purpose: 'whatsapp' })));
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    await outcomeOf(ask(request(PROBE, { purpose: 'whatsapp' })));
    expect(browser.webRequest.onHeadersReceived.listeners).toHaveLength(0);
  });
});

describe('the deadline', () => {
  it('ends a request that nobody answers', async () => {
    fetched.mockImplementation((_, init) => hangs(init));
    const ended = vi.fn();
    void ask(request(META, { deadlineMs: 8_000 })).then(ended);
    await vi.advanceTimersByTimeAsync(7_999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledExactlyOnceWith({ kind: 'error', why: 'unreachable', name: 'deadline' });
  });

  it('ends an answer that comes drop by drop', async () => {
    fetched.mockImplementation(async (_, init) => {
      const drip = new ReadableStream<Uint8Array>({
        start: (controller) => {
          const timer = setInterval(() => controller.enqueue(new Uint8Array([0x20])), SECOND);
          init.signal?.addEventListener('abort', () => {
            clearInterval(timer);
            controller.error(init.signal?.reason);
          });
        },
      });
      return new Response(drip);
    });
    expect(await outcomeOf(ask(request(META)))).toEqual({
      kind: 'error',
      why: 'unreachable',
      name: 'deadline',
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer behind when the answer comes in time', async () => {
    await ask(request(META));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the byte cap', () => {
  const CAP = 256 * 1024;

  it('lets an answer of 256 KB of WhatsApp’s own through', async () => {
    fetched.mockResolvedValue(new Response('x'.repeat(CAP)));
    expect(await ask(request(PROBE))).toMatchObject({ kind: 'answer', text: 'x'.repeat(CAP) });
  });

  it('refuses one byte more', async () => {
    fetched.mockResolvedValue(new Response('x'.repeat(CAP + 1)));
    expect(await ask(request(PROBE))).toEqual({ kind: 'error', why: 'unreadable', name: null });
  });

  it('stops reading an answer without end, and hangs up', async () => {
    let drawn = 0;
    let signal: AbortSignal | null | undefined;
    fetched.mockImplementation(async (_, init) => {
      signal = init.signal;
      const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
        drawn += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      };
      return new Response(new ReadableStream({ pull }));
    });
    expect(await ask(request(PROBE))).toMatchObject({ why: 'unreadable' });
    expect(drawn).toBeLessThanOrEqual(7);
    expect(signal?.aborted).toBe(true);
  });
});

describe('one question at a time', () => {
  it('serves all who ask it at once', async () => {
    fetched.mockImplementation(async () => new Response('the answer'));
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => ask(request(META))));
    expect(fetched).toHaveBeenCalledOnce();
    expect(outcomes).toEqual(Array(100).fill(expect.objectContaining({ text: 'the answer' })));
  });

  it('is not asked again for ten seconds, failed or not', async () => {
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await outcomeOf(ask(request('https://dns.google/resolve')));
    fetched.mockClear();
    await ask(request(META));
    await vi.advanceTimersByTimeAsync(10 * SECOND - 1);
    await ask(request(META));
    expect(fetched).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    await ask(request(META));
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('is not asked again before its host said we may', async () => {
    const headers = { 'retry-after': '120' };
    fetched.mockImplementation(async () => new Response('', { status: 429, headers }));
    await ask(request(META));
    await vi.advanceTimersByTimeAsync(11 * SECOND);
    await ask(request(META));
    expect(fetched).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(120 * SECOND);
    await ask(request(META));
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('is asked again after the clock was set back', async () => {
    await ask(request(META));
    vi.setSystemTime(NOW - 24 * HOUR);
    await ask(request(META));
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it.each([[PROBE], ['https://api.globalping.io/v1/measurements/LAB1']])(
    'does not hold for %s, which is looked at repeatedly',
    async (url) => {
      await ask(request(url));
      await ask(request(url));
      expect(fetched).toHaveBeenCalledTimes(2);
    },
  );
});

describe('the budget', () => {
  it('is kept, with the reserves of Meta and the world', async () => {
    expect(await put(40, 'here')).toBe(15);
    expect(await put(40, 'fallback')).toBe(0);
    expect(await put(40, 'meta')).toBe(3);
    expect(await put(40, 'world')).toBe(6);
    expect(await put(40, 'whatsapp')).toBe(40);
  });

  it('says that it is spent, and that is no answer of the host’s', async () => {
    await put(40, 'here');
    const more = request('https://dns.google/resolve?name=more');
    expect(await ask(more)).toEqual({ kind: 'error', why: 'spent', name: null });
  });

  it('holds when everything is asked at once', async () => {
    const questions = Array.from({ length: 30 }, (_, index) =>
      request(`https://dns.google/resolve?name=${index}`),
    );
    await Promise.all(questions.map((one) => ask(one)));
    expect(fetched).toHaveBeenCalledTimes(15);
  });

  it('holds across the background’s restarts', async () => {
    expect(await put(10, 'here')).toBe(10);
    await restart();
    expect(await put(10, 'here', '/later')).toBe(5);
  });

  it('counts a request that a restart cut short', async () => {
    fetched.mockImplementation((_, init) => hangs(init));
    void ask(request(META));
    await vi.advanceTimersByTimeAsync(0);
    expect(listed()).toMatchObject([{ host: 'metastatus.com', ended: 'asked' }]);
  });

  it('is not forgotten however often WhatsApp’s own host is probed', async () => {
    expect(await put(40, 'here')).toBe(15);
    await put(150, 'whatsapp');
    expect(await put(40, 'here', '/later')).toBe(0);
  });

  it('holds even when the browser stores nothing', async () => {
    world.storing = false;
    expect(await put(40, 'here')).toBeLessThanOrEqual(24);
  });

  it('starts anew when what is stored is no list of ours', async () => {
    world.stored.set('asked', [{ purpose: 'spy', host: 7 }]);
    expect(await put(1, 'here')).toBe(1);
    expect(listed()).toHaveLength(1);
  });

  it('is whole again after an hour', async () => {
    expect(await put(40, 'here')).toBe(15);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(await put(40, 'here', '/later')).toBe(15);
  });
});

describe('an answer', () => {
  it('serves others for its time, also after a restart', async () => {
    fetched.mockImplementation(async () => new Response('the answer'));
    await ask(request(META));
    await restart();
    expect(await ask(request(META))).toMatchObject({ kind: 'answer', text: 'the answer' });
    expect(fetched).toHaveBeenCalledOnce();
  });

  it('is asked about only whether it has changed, and told as it was when it has not', async () => {
    const headers = { etag: '"tag"', 'last-modified': 'Sat, 21 Nov 2026 15:00:00 GMT' };
    fetched.mockImplementationOnce(async () => new Response('[1]', { headers }));
    const date = 'Sat, 21 Nov 2026 16:05:00 GMT';
    fetched.mockImplementation(async () => new Response(null, { status: 304, headers: { date } }));
    for (const life of [1, 2]) {
      await ask(request(META));
      await vi.advanceTimersByTimeAsync(11 * SECOND);
      if (life === 1) await restart();
    }
    const answer = await ask(request(META));
    expect(fetched).toHaveBeenCalledTimes(3);
    for (const [, init] of fetched.mock.calls.slice(1))
      expect(init.headers).toEqual({
        'if-none-match': '"tag"',
        'if-modified-since': 'Sat, 21 Nov 2026 15:00:00 GMT',
      });
    expect(answer).toEqual({
      kind: 'answer',
      status: 200,
      contentType: 'text/plain;charset=UTF-8',
      dateAt: Date.parse(date),
      text: '[1]',
    });
  });

  it('that says "not changed" and was never asked is no answer of ours', async () => {
    fetched.mockImplementation(async () => new Response(null, { status: 304 }));
    expect(await ask(request(META))).toMatchObject({ kind: 'answer', status: 304, text: '' });
  });

  it('of a host without our permission is asked for whole: the question would cost one more request', async () => {
    world.granted = (origin) => origin === 'https://metastatus.com/*';
    fetched.mockImplementation(async () => new Response('{}', { headers: { etag: '"tag"' } }));
    const resolver = request('https://dns.google/resolve?name=a');
    await ask(resolver);
    await vi.advanceTimersByTimeAsync(11 * SECOND);
    await ask(resolver);
    expect(fetched.mock.calls[1]?.[1].headers).toEqual({});
  });

  it('that is longer than wanted is no answer, unless its beginning will do', async () => {
    fetched.mockImplementation(async () => new Response('x'.repeat(1_000)));
    const url = 'https://signal.org/status';
    const wanted = { purpose: 'fallback', maxBytes: 300 } as const;
    expect(await ask(request(url, wanted))).toMatchObject({ kind: 'error', why: 'unreadable' });
    expect(await ask(request(`${url}2`, { ...wanted, beginningWillDo: true }))).toMatchObject({
      text: 'x'.repeat(300),
      cut: true,
    });
    expect(await ask(request(`${url}3`, { purpose: 'fallback', maxBytes: 1_000 }))).not.toHaveProperty('cut');
  });
});

describe('the bytes of an hour', () => {
  const heavy = (index: number) => request(`https://signal.org/${index}`, { purpose: 'fallback' });
  const total = () => listed().reduce((sum, one) => sum + (one.bytes ?? 0), 0);

  it('end what is read, and leave the parts of Meta, the world and the resolvers', async () => {
    fetched.mockImplementation(async () => new Response('x'.repeat(30_000)));
    for (let index = 0; index < 8; index++) await ask(heavy(index));
    expect(await ask(heavy(99))).toMatchObject({ why: 'spent' });
    expect(total()).toBeLessThanOrEqual(128 * 1024 - (12 + 24 + 36) * 1024 + 30_000);
    fetched.mockImplementation(async () => new Response('x'.repeat(1_000)));
    expect(await ask(request(META))).toMatchObject({ kind: 'answer' });
    expect(await ask(request('https://dns.google/resolve?name=a'))).toMatchObject({ kind: 'answer' });
  });

  it('count what is read at the same time', async () => {
    const chunk = new Uint8Array(4 * 1024);
    fetched.mockImplementation(async () => {
      const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => controller.enqueue(chunk);
      return new Response(new ReadableStream({ pull }));
    });
    const hosts = ['signal.org', 'discord.com', 'app.slack.com', 'app.zoom.us', 'www.apple.com'];
    const asking = hosts.map((host) => ask(request(`https://${host}/`, { purpose: 'fallback' })));
    await Promise.all(asking);
    expect(total()).toBeLessThanOrEqual((128 - 12 - 24 - 36 + 4 * hosts.length) * 1024);
  });

  it('are not used up by what a browser hands over at once, however little of it was wanted', async () => {
    // Firefox gave 786,432 bytes of an endless answer in one piece (153.8esr, 2026-11-29).
    fetched.mockImplementation(async () => new Response('x'.repeat(786_432)));
    expect(await ask(request(META))).toMatchObject({ why: 'unreadable' });
    fetched.mockImplementation(async () => new Response('x'));
    expect(await ask(request('https://dns.google/resolve?name=a'))).toMatchObject({ kind: 'answer' });
    expect(await ask(heavy(1))).toMatchObject({ kind: 'answer' });
    await vi.advanceTimersByTimeAsync(11 * SECOND);
    // It talks without end: it is left alone, instead of being heard to the end of everybody's share.
    expect(await askFor({ automatic: true })(request(META))).toMatchObject({ why: 'refused' });
  });

  it('count an answer that a restart cut short as long as it might have become', async () => {
    fetched.mockImplementation((_, init) => hangs(init));
    void ask(heavy(1));
    void ask(heavy(2));
    await vi.advanceTimersByTimeAsync(0);
    await restart();
    fetched.mockImplementation(async () => new Response('x'));
    expect(await ask(heavy(3))).toMatchObject({ why: 'spent' });
  });
});

describe('who is not in the table', () => {
  it.each([
    ['https://example.com/', 'here'],
    ['https://metastatus.com.evil.example/', 'meta'],
    ['https://metastatus.com:8443/', 'meta'],
    ['https://me@metastatus.com/', 'meta'],
    ['http://metastatus.com/', 'meta'],
    ['https://www.gstatic.com/other', 'here'],
    ['https://dns.google/', 'here'],
    ['https://metastatus.com/', 'whatsapp'],
    ['https://web.whatsapp.com/', 'here'],
    ['https://', 'here'],
    ['nonsense', 'here'],
  ] as const)('%s for %s is not asked', async (url, purpose) => {
    const question = { url, purpose, how: 'read', deadlineMs: 1_000 } as const;
    expect(await ask(question)).toEqual({ kind: 'error', why: 'not-asked', name: null });
    expect(fetched).not.toHaveBeenCalled();
    expect(listed()).toEqual([]);
  });

  it('is asked when it is a status page whose origin the person gave us', async () => {
    const page = request('https://status.company.example/api/v2/summary.json', { purpose: 'fallback' });
    world.granted = () => false;
    expect(await ask(page)).toMatchObject({ why: 'not-asked' });
    world.granted = (origin) => origin === 'https://status.company.example/*';
    expect(await ask(page)).toMatchObject({ kind: 'answer' });
  });

  it.each(['127.0.0.1', '192.168.0.1', '[::1]', 'localhost', 'router.local', 'intranet', 'a.example:8080'])(
    'stays out at %s, whatever was given',
    async (host) => {
      expect(await ask(request(`https://${host}/`, { purpose: 'fallback' }))).toMatchObject({
        why: 'not-asked',
      });
    },
  );
});

describe('a trouble that is over', () => {
  it('ends the request under way, and lets nobody make another', async () => {
    let given: AbortSignal | null | undefined;
    fetched.mockImplementation((_, init) => {
      given = init.signal;
      return hangs(init);
    });
    const stop = new AbortController();
    const about = askFor({ automatic: true, signal: stop.signal });
    const outcome = about(request(META));
    await vi.advanceTimersByTimeAsync(100);
    stop.abort();
    expect(await outcome).toEqual({ kind: 'error', why: 'not-asked', name: 'stopped' });
    expect(given?.aborted).toBe(true);
    expect(listed()).toMatchObject([{ ended: 'stopped' }]);
    expect(await about(request(META))).toMatchObject({ why: 'not-asked' });
    expect(fetched).toHaveBeenCalledOnce();
  });

  it('leaves nothing to whoever asks the same next', async () => {
    fetched.mockImplementationOnce((_, init) => hangs(init));
    const stop = new AbortController();
    void askFor({ automatic: true, signal: stop.signal })(request(META));
    await vi.advanceTimersByTimeAsync(100);
    stop.abort();
    expect(await ask(request(META))).toMatchObject({ kind: 'answer' });
  });
});

describe('a host in trouble of its own', () => {
  const automatically = (url: string) => askFor({ automatic: true })(request(url));

  it('is left alone after "too much", by itself; a person may still look', async () => {
    fetched.mockImplementation(async () => new Response('', { status: 503 }));
    await automatically(META);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    await restart();
    expect(await automatically(META)).toMatchObject({ why: 'refused' });
    expect(await ask(request(META))).toMatchObject({ status: 503 });
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('is not blamed for a line that is dead', async () => {
    fetched.mockImplementation((_, init) => hangs(init));
    for (let round = 0; round < 5; round++) {
      const both = ['https://dns.google/resolve?name=a', META].map(automatically);
      await vi.advanceTimersByTimeAsync(3 * MINUTE);
      await Promise.all(both);
    }
    expect(fetched).toHaveBeenCalledTimes(10);
  });

  it('is blamed when it alone never answers', async () => {
    fetched.mockImplementation(async (url, init) => (url === META ? hangs(init) : new Response('{}')));
    for (let round = 0; round < 7; round++) {
      const both = ['https://dns.google/resolve?name=a', META].map(automatically);
      await vi.advanceTimersByTimeAsync(6 * MINUTE);
      await Promise.all(both);
    }
    expect(fetched.mock.calls.filter(([url]) => url === META)).toHaveLength(6);
  });
});

describe('erasing the list', () => {
  it('leaves no entry and no time of any, and no way round the budget', async () => {
    await put(15, 'here');
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    await eraseLedger();
    expect(listed()).toEqual([]);
    expect(world.stored.get('kept')).toEqual({});
    expect(await put(5, 'here', '/later')).toBe(0);
    await restart();
    // Counted from now on: it can only take longer.
    await vi.advanceTimersByTimeAsync(40 * MINUTE);
    expect(await put(5, 'here', '/later')).toBe(0);
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    expect(await put(5, 'here', '/later')).toBe(5);
  });

  it('loses nobody’s request for patience', async () => {
    fetched.mockImplementation(
      async () => new Response('', { status: 429, headers: { 'retry-after': '3600' } }),
    );
    await ask(request(META));
    await eraseLedger();
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(await ask(request(META))).toMatchObject({ why: 'refused' });
  });
});

describe('a permission that was taken back', () => {
  it('is said to be the reason, and nobody is asked', async () => {
    world.granted = (origin) => origin !== 'https://metastatus.com/*';
    expect(await ask(request(META, { purpose: 'meta' }))).toEqual({
      kind: 'error',
      why: 'no-permission',
      name: null,
    });
    expect(fetched).not.toHaveBeenCalled();
    expect(listed()).toEqual([]);
  });

  it('is no matter for hosts that need none', async () => {
    world.granted = () => false;
    expect(await ask(request('https://dns.google/resolve'))).toMatchObject({ kind: 'answer' });
  });
});

describe('the list of what was asked', () => {
  it('tells whom, what for, when, and how it ended', async () => {
    fetched.mockResolvedValueOnce(new Response('[]', { status: 200 }));
    await ask(request(META, { purpose: 'meta' }));
    await vi.advanceTimersByTimeAsync(MINUTE);
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await outcomeOf(ask(request('https://dns.google/resolve')));
    fetched.mockResolvedValueOnce({ type: 'opaque' } as Response);
    await ask(request('https://signal.org/favicon.ico', { purpose: 'fallback', how: 'opaque' }));
    expect(listed().map(({ purpose, host, ended }) => [purpose, host, ended])).toEqual([
      ['meta', 'metastatus.com', '200'],
      ['here', 'dns.google', 'unreachable'],
      ['fallback', 'signal.org', 'opaque'],
    ]);
    expect(listed()[0]?.at).toBe(NOW);
  });

  it('keeps apart two requests made to one host at the same moment', async () => {
    fetched.mockImplementation(async (url) => new Response('', { status: url.endsWith('a') ? 200 : 404 }));
    await Promise.all(['a', 'b'].map((name) => ask(request(`https://dns.google/resolve?name=${name}`))));
    expect(
      listed()
        .map((one) => one.ended)
        .toSorted(),
    ).toEqual(['200', '404']);
  });

  it('has no address but the host: never a path, never a question', async () => {
    await ask(request('https://cloudflare-dns.com/dns-query?name=web.whatsapp.com'));
    expect(JSON.stringify(listed())).not.toContain('dns-query');
  });

  it('goes back one hour and no further', async () => {
    await put(3, 'here');
    await vi.advanceTimersByTimeAsync(HOUR);
    await put(1, 'meta');
    expect(listed().map((one) => one.purpose)).toEqual(['meta']);
  });
});
