import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reloadTabs } from '../../../src/background/reload';
import { browser, forget, world } from '../fake-browser';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

const reload = vi.fn(async (_tab: number) => {});
/** What the page answers when it is asked about a draft; it throws on the browser's own error page. */
let page: () => unknown = () => false;

beforeEach(() => {
  forget();
  reload.mockClear();
  world.local.set('settings', { reload: true });
  Object.assign(browser.tabs, { reload });
  Object.assign(browser, { scripting: { executeScript: async () => [{ result: page() }] } });
});

afterEach(() => {
  page = () => false;
});

describe('a failed tab', () => {
  it('is left alone unless the person chose otherwise', async () => {
    world.local.clear();
    await reloadTabs(['1']);
    expect(reload).not.toHaveBeenCalled();
  });

  it('is loaded again when its page has no draft, or lets nobody in', async () => {
    await reloadTabs(['1', 'hand']);
    page = () => {
      throw new Error('Cannot access contents of the page');
    };
    await reloadTabs(['2']);
    expect(reload.mock.calls).toEqual([[1], [2]]);
  });

  it('is never loaded again over a message that was not sent, nor where nobody could tell', async () => {
    page = () => true;
    await reloadTabs(['1']);
    page = () => undefined;
    await reloadTabs(['1']);
    expect(reload).not.toHaveBeenCalled();
  });
});
