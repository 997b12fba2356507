/** Tabs that were open, or on their way, before us. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser, forget, world } from '../fake-browser';
import { NOW, SECOND } from '../witnesses';

interface Injection {
  target: { tabId: number };
  files?: string[];
  func?: () => boolean;
}
/** Pages that our script runs in. */
let watched = new Set<number>();
const injected = vi.fn(async ({ target: { tabId }, func }: Injection) => {
  if (func) return [{ result: watched.has(tabId) }];
  watched.add(tabId);
  return [];
});
const content_scripts = [{ js: ['sentinel.js'] }];

vi.mock('../../../src/platform/browser', () => ({
  browser: {
    ...browser,
    runtime: { ...browser.runtime, getManifest: () => ({ content_scripts }) },
    scripting: { executeScript: injected },
  },
}));

const tab = (id: number) => ({ id, url: 'https://web.whatsapp.com/' });
/** Tabs that were given the script. */
const told = () => injected.mock.calls.flatMap(([{ target, files }]) => (files ? [target.tabId] : []));

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
  injected.mockClear();
  watched = new Set();
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

it('a page that was still on its way then is found a little later, and one that is watched left in peace', async () => {
  world.tabs = [tab(1)];
  await live();
  expect(told()).toEqual([1]);
  // The second was loaded meanwhile, and the browser has run the script in it.
  watched.add(2);
  world.tabs = [tab(1), tab(2), tab(7)];
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  expect(told()).toEqual([1, 7]);
});

it('a tab that refuses does not keep it from the others', async () => {
  injected.mockRejectedValueOnce(new Error('Frame with ID 0 was removed.'));
  world.tabs = [tab(1), tab(2)];
  await live();
  expect(told()).toEqual([1, 2]);
});
