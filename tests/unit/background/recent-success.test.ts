/** A reload that fails, and the old page's good-bye, come in either order: better times are never forgotten between them. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TabTrouble } from '../../../src/core/situation';
import { browser, forget } from '../fake-browser';
import { MINUTE, NOW } from '../witnesses';

vi.mock('../../../src/platform/browser', () => ({
  browser: {
    ...browser,
    alarms: { get: async () => ({}), create: () => undefined, clear: async () => true },
    tabs: { get: async () => ({}) },
  },
}));
vi.mock('../../../src/background/banner', () => ({ forgetBanner: () => {} }));

const TROUBLE: TabTrouble = { symptom: 'document-failed', phase: 'notice', at: NOW };

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal('navigator', { onLine: false });
  vi.stubGlobal(
    'fetch',
    vi.fn(() => new Promise(() => {})),
  );
  forget();
  vi.resetModules();
});

afterEach(() => {
  vi.useRealTimers();
});

it.each([0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 40])('good-bye %d steps after the failure', async (steps) => {
  const { handlers, onTrouble } = await import('../../../src/background/handlers');
  const { current } = await import('../../../src/background/situation');
  void onTrouble('1', TROUBLE);
  for (let step = 0; step < steps; step++) await null;
  await handlers['page.left']({ type: 'page.left', lastGoodAt: NOW - MINUTE }, '1');
  await vi.advanceTimersByTimeAsync(100);
  expect((await current()).evidence['recent-success']).toMatchObject({ value: { lastGoodAt: NOW - MINUTE } });
});
