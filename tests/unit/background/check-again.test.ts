/** "Check again" asks everybody, whatever else is under way; opening the popup asks nobody who is being asked. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { handlers as Handlers } from '../../../src/background/handlers';
import { withTrouble } from '../../../src/core/incident';
import { browser, forget, world } from '../fake-browser';
import { fails, MINUTE, NOW, SECOND } from '../witnesses';

vi.mock('../../../src/platform/browser', () => ({ browser }));

const STEPS = ['www.gstatic.com', 'web.whatsapp.com', 'cloudflare-dns.com', 'dns.google', 'metastatus.com'];

const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
let handlers: typeof Handlers;
let situation: typeof import('../../../src/background/situation');

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('navigator', { onLine: true });
  forget();
  world.tabs = [{ id: 1, url: 'https://web.whatsapp.com/' }];
  // All is well again, and everybody takes a moment to say so.
  fetched.mockReset().mockImplementation(async (url) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return url.includes('globalping') ? new Response('{"id":"a1"}', { status: 202 }) : new Response('{}');
  });
  vi.resetModules();
  ({ handlers } = await import('../../../src/background/handlers'));
  situation = await import('../../../src/background/situation');
  const trouble = { symptom: 'document-failed', phase: 'notice', at: NOW } as const;
  await situation.change((state, now) => withTrouble(state, '1', trouble, 'incident', now));
  await situation.change((state) => ({
    ...state,
    evidence: {
      ...state.evidence,
      'whatsapp-host': { state: 'known', value: fails('reset'), at: NOW - MINUTE },
    },
  }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const hosts = () => new Set(fetched.mock.calls.map(([url]) => new URL(url).host));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('asks everybody, though the round before it finds that the trouble is over', async () => {
  void handlers['check.again']({ type: 'check.again' }, '');
  await pass(10);
  void handlers['check.again']({ type: 'check.again' }, '');
  await pass(MINUTE);
  expect([...hosts()]).toEqual(expect.arrayContaining(STEPS));
  expect((await situation.current()).round).toBeNull();

  fetched.mockClear();
  const again = handlers['check.again']({ type: 'check.again' }, '');
  await pass(MINUTE);
  await again;
  expect([...hosts()]).toEqual(expect.arrayContaining(STEPS));
});

it('a popup that is opened while the world is asked begins no round', async () => {
  void handlers['world.ask']({ type: 'world.ask', byLot: false }, '');
  await pass(10);
  void handlers['popup.opened']({ type: 'popup.opened' }, '');
  await pass(SECOND);
  expect([...hosts()]).toEqual(['api.globalping.io']);
});

it('the world is not looked for any more once the trouble is over', async () => {
  void handlers['world.ask']({ type: 'world.ask', byLot: false }, '');
  await pass(SECOND);
  await handlers['page.good']({ type: 'page.good' }, '1');
  await pass(3 * SECOND);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect((await situation.current()).round).toBeNull();
});
