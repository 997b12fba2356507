/** Rounds of evidence: who is left alone, and what becomes of a round whose trouble ends. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { known } from '../../../src/core/evidence';
import { withoutTab, withTrouble } from '../../../src/core/incident';
import { browser, forget, world } from '../fake-browser';
import { MINUTE, NOW, SECOND } from '../witnesses';

vi.mock('../../../src/platform/browser', () => ({ browser }));

const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
let investigate: typeof import('../../../src/background/investigate').investigate;
let askTheWorld: typeof import('../../../src/background/world').askTheWorld;
let situation: typeof import('../../../src/background/situation');

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('navigator', { onLine: true });
  forget();
  fetched.mockReset().mockImplementation(async () => new Response('{}'));
  vi.resetModules();
  ({ investigate } = await import('../../../src/background/investigate'));
  ({ askTheWorld } = await import('../../../src/background/world'));
  situation = await import('../../../src/background/situation');
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const begin = (id = 'incident') =>
  situation.change((state, now) =>
    withTrouble(state, '1', { symptom: 'cannot-connect', phase: 'notice', at: now }, id, now),
  );
const chatsAreBack = () => situation.change((state, now) => withoutTab(state, '1', now));
const hosts = () => [...new Set(fetched.mock.calls.map(([url]) => new URL(url).host))].toSorted();

async function whole(round: Promise<unknown>): Promise<void> {
  await vi.advanceTimersByTimeAsync(MINUTE);
  await round;
}

describe('sources the person wants left alone', () => {
  beforeEach(() => {
    world.local.set('settings', {
      leave: { dns: 'never', 'meta-family': 'never', 'meta-status': 'on-click' },
    });
  });

  it('are not asked by themselves, said to be so, and keep nobody waiting', async () => {
    await begin();
    await whole(investigate('trouble'));
    expect(hosts()).toEqual(['cp.cloudflare.com', 'web.whatsapp.com', 'www.gstatic.com']);
    const { evidence, round } = await situation.current();
    expect(evidence.dns).toMatchObject({ state: 'missing', why: 'not-asked' });
    expect(evidence['meta-status']).toMatchObject({ state: 'missing', why: 'not-asked' });
    expect(round).toBeNull();
  });

  it('are asked on a click, unless "never"', async () => {
    await begin();
    await whole(investigate('by-hand'));
    expect(hosts()).toEqual(['cp.cloudflare.com', 'metastatus.com', 'web.whatsapp.com', 'www.gstatic.com']);
  });

  it('are left alone although a re-check met a change and asks everybody', async () => {
    await begin();
    await whole(investigate('trouble'));
    fetched.mockClear().mockResolvedValue({ type: 'opaqueredirect' } as Response);
    await whole(investigate('recheck'));
    expect(hosts()).not.toContain('dns.google');
    expect(hosts()).not.toContain('metastatus.com');
    expect(hosts()).toContain('www.gstatic.com');
  });

  it('may be the world, whatever is pressed', async () => {
    world.local.set('settings', { leave: { world: 'never' } });
    await begin();
    await whole(askTheWorld(false));
    expect(fetched).not.toHaveBeenCalled();
    expect((await situation.current()).evidence.world).toMatchObject({ state: 'missing', why: 'not-asked' });
  });
});

describe('WhatsApp’s host', () => {
  const host = async () => known((await situation.current()).evidence, 'whatsapp-host', Date.now());
  const answer = (status: number) => fetched.mockImplementation(async () => new Response('{}', { status }));

  it('has recovered when it answers after an error of its own, not when the error is told again', async () => {
    answer(503);
    await begin();
    await whole(investigate('trouble'));
    await whole(investigate('recheck'));
    expect(await host()).toMatchObject({ probe: { kind: 'answered', status: 503 }, recovered: false });
    answer(200);
    await whole(investigate('recheck'));
    expect(await host()).toMatchObject({ probe: { kind: 'answered', status: 200 }, recovered: true });
    await whole(investigate('recheck'));
    expect(await host()).toMatchObject({ recovered: true });
    answer(503);
    await whole(investigate('recheck'));
    expect(await host()).toMatchObject({ recovered: false });
  });
});

describe('a trouble that ends in the middle of its round', () => {
  it('ends every request under way, and no other is made for it', async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    fetched.mockImplementation(
      (_, init) =>
        new Promise<never>((_, reject) => {
          signals.push(init.signal);
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    );
    await begin();
    const round = investigate('trouble');
    await vi.advanceTimersByTimeAsync(SECOND);
    const made = signals.length;
    expect(made).toBeGreaterThanOrEqual(4);
    await chatsAreBack();
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(signals.every((signal) => signal?.aborted)).toBe(true);
    await whole(round);
    expect(signals).toHaveLength(made);
    expect((await situation.current()).evidence).toEqual({});
  });

  it('says nothing about the trouble that began next', async () => {
    fetched.mockImplementation((_, init) => {
      const late = new Promise<Response>((resolve) =>
        setTimeout(() => resolve(new Response('{}')), 4 * SECOND),
      );
      return Promise.race([
        late,
        new Promise<never>((_, reject) =>
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
        ),
      ]);
    });
    await begin();
    const round = investigate('trouble');
    await vi.advanceTimersByTimeAsync(SECOND);
    await chatsAreBack();
    await begin('next');
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    await round;
    expect(Object.keys((await situation.current()).evidence)).toEqual(['page']);
    await whole(investigate('trouble'));
    expect((await situation.current()).evidence['whatsapp-host']).toMatchObject({ state: 'known' });
  });
});
