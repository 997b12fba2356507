import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handlers } from '../../../src/background/handlers';
import type { SocketsWord } from '../../../src/core/sockets';
import type { Message } from '../../../src/messaging/contract';
import { browser, forget, world } from '../fake-browser';
import { MINUTE, NOW, SECOND } from '../witnesses';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

type Report = Message<'page.report'>;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  // Nobody answers: what is asked is another matter.
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  vi.stubGlobal('navigator', { onLine: true });
  forget();
  world.tabs = [{ id: 1, url: 'https://web.whatsapp.com/' }];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The page of tab 1 reports, and hears about the sockets. */
async function report(trouble: Report['trouble'], more: Partial<Report> = {}): Promise<SocketsWord> {
  const message: Report = {
    type: 'page.report',
    trouble,
    phase: 'calm',
    lastedMs: 0,
    scriptsFailed: false,
    lastGoodAt: Date.now() - MINUTE,
    ...more,
  };
  return ((await handlers['page.report'](message, '1')) as { sockets: SocketsWord }).sockets;
}

const left = (lastGoodAt: number) => handlers['page.left']({ type: 'page.left', lastGoodAt }, '2');

describe('a socket that was steady', () => {
  const steady = { failures: 0, pendingSince: 0, begunAt: NOW - MINUTE, openedAt: NOW - MINUTE };

  it('is so for every page that asks', async () => {
    world.stored.set('sockets', steady);
    expect(await report('main-lost')).toBe('steady');
  });

  it('is so no longer when the computer slept or the line changed, and again 45 s later', async () => {
    world.stored.set('sockets', steady);
    // Both are said in one breath.
    const [, word] = await Promise.all([left(0), report('main-lost')]);
    expect(word).toBe('unknown');
    vi.setSystemTime(NOW + 44 * SECOND);
    expect(await report('main-lost')).toBe('unknown');
    vi.setSystemTime(NOW + 45 * SECOND);
    expect(await report('main-lost')).toBe('steady');
  });
});

describe('an error that offers to reload', () => {
  const suspected = async (more: Partial<Report> = {}) => {
    await report('reload-offered', { phase: 'suspect', ...more });
    await vi.advanceTimersByTimeAsync(SECOND);
    return world.stored.get('situation') !== undefined;
  };

  it('is a crash where this is the only tab', async () => {
    expect(await suspected()).toBe(true);
  });

  it('is none that anybody could tell while another tab is WhatsApp’s', async () => {
    world.tabs.push({ id: 2, url: 'https://web.whatsapp.com/' });
    expect(await suspected()).toBe(false);
  });

  it('nor when another had the chats after this one and was closed since', async () => {
    await left(Date.now() - 50 * SECOND);
    expect(await suspected()).toBe(false);
  });

  it('but is one when this page does not know any more when it had them', async () => {
    await left(Date.now() - 50 * SECOND);
    expect(await suspected({ lastGoodAt: 0 })).toBe(true);
  });

  it('and when the other had them earlier', async () => {
    await left(Date.now() - 70 * SECOND);
    expect(await suspected()).toBe(true);
  });
});

describe('a page that is healthy', () => {
  it('costs no question about its tab, and nothing on disk', async () => {
    const get = vi.spyOn(browser.tabs, 'get');
    const set = vi.spyOn(browser.storage.local, 'set');
    await handlers['page.good']({ type: 'page.good' }, '1');
    expect(get).not.toHaveBeenCalled();
    expect(set).not.toHaveBeenCalled();
  });
});
