/** Tabs that were open, or on their way, before us. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser, forget, world } from '../fake-browser';
import { NOW, SECOND } from '../witnesses';

const injected = vi.fn<(what: { target: { tabId: number }; files: string[] }) => Promise<void>>();
const content_scripts = [{ js: ['sentinel.js'] }];

vi.mock('../../../src/platform/browser', () => ({
  browser: {
    ...browser,
    runtime: { ...browser.runtime, getManifest: () => ({ content_scripts }) },
    scripting: { executeScript: injected },
  },
}));

const tab = (id: number) => ({ id, url: 'https://web.whatsapp.com/' });
const told = () => injected.mock.calls.map(([{ target }]) => target.tabId);

/** One life of the background. */
async function live(): Promise<void> {
  vi.resetModules();
  const { watchFirst } = await import('../../../src/background/open-tabs');
  void watchFirst();
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  forget();
  injected.mockReset().mockResolvedValue();
});

afterEach(() => {
  vi.useRealTimers();
});

it('the script is run in every WhatsApp tab when the extension begins to run, and only then', async () => {
  world.tabs = [tab(1), tab(2)];
  await live();
  expect(told()).toEqual([1, 2]);
  expect(injected).toHaveBeenCalledWith({
    target: { tabId: 1 },
    files: ['sentinel.js'],
    injectImmediately: true,
  });
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  injected.mockClear();
  await live();
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  expect(told()).toEqual([]);
});

it('a page that was still on its way then is found a little later', async () => {
  await live();
  expect(told()).toEqual([]);
  world.tabs = [tab(7)];
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  expect(told()).toEqual([7]);
});

it('a tab that refuses does not keep it from the others', async () => {
  injected.mockRejectedValueOnce(new Error('Frame with ID 0 was removed.'));
  world.tabs = [tab(1), tab(2)];
  await live();
  expect(told()).toEqual([1, 2]);
});
