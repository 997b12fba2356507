// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Runtime, watchPage } from '../../../src/content/watch-page';
import type { Message, ToPage } from '../../../src/messaging/contract';

const SECOND = 1_000;
const CHATS = '<div id="side"></div><div id="pane-side"></div>';
const NO_SERVICE = '<div data-animate-modal-body="true"><h1>x</h1><div>x</div></div>';
const LOST =
  '<div id="side"><div><svg><title>ic-warning</title></svg><button>x</button></div><div id="pane-side"></div></div>';

/** The extension as the page sees it. */
interface Extension extends Runtime {
  /** Names of the messages it was sent, in order. */
  heard: Message[];
  tell(message: ToPage): void;
  sockets: string;
}

let extension: Extension;
let stopWatching: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-21T12:00:00Z') });
  stopWatching = [];
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    // Every test has its own watch; those of earlier tests must not hear its events.
    vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
      add(type, listener as EventListener, options);
      stopWatching.push(() => target.removeEventListener(type, listener as EventListener, true));
    });
  }
  setVisible(true);
  setOnline(true);
  setStatus(200);
  setLine(undefined);
  extension = newExtension();
});

afterEach(() => {
  for (const stop of stopWatching) stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function newExtension(): Extension {
  const listeners: ((message: ToPage) => void)[] = [];
  const made: Extension = {
    id: 'own-id',
    heard: [],
    sockets: 'unknown',
    sendMessage: async (message) => {
      made.heard.push(message as Message);
      return { sockets: made.sockets };
    },
    onMessage: { addListener: (listener) => listeners.push(listener) },
    tell: (message) => {
      for (const listener of listeners) listener(message);
    },
  };
  return made;
}

function setVisible(visible: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(!visible);
  document.dispatchEvent(new Event('visibilitychange'));
}
function setOnline(online: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
}
/** How this document came: its status, when its parts were there, and when it said so. */
function setStatus(responseStatus: number, [domComplete, loadEventEnd] = [0, 0]): void {
  const entry: Partial<PerformanceNavigationTiming> = { responseStatus, domComplete, loadEventEnd };
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry as PerformanceNavigationTiming]);
}
function setLine(type: string | undefined): void {
  Object.defineProperty(navigator, 'connection', { value: { type }, configurable: true });
}

/** What `#app` shows from now on. */
function show(html: string): void {
  document.body.innerHTML = `<div id="app">${html}</div>`;
}
const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * SECOND);
/** The computer sleeps: the clock goes on, and no timer runs. */
const sleep = (seconds: number) => vi.setSystemTime(Date.now() + seconds * SECOND);
const types = () => extension.heard.map(({ type }) => type);
const last = () => extension.heard.at(-1);
/** Counts looks from here on. */
function looks(): () => number {
  const spy = vi.spyOn(document, 'querySelector');
  return () => spy.mock.calls.filter(([selector]) => selector === '#pane-side').length;
}

describe('a healthy page', () => {
  it('says once that all is well', async () => {
    show(CHATS);
    watchPage(extension);
    await wait(3_600);
    expect(types()).toEqual(['page.good']);
  });

  it('is looked at every 15 s while it is visible, and not at all while it is hidden', async () => {
    show(CHATS);
    watchPage(extension);
    const count = looks();
    await wait(60);
    expect(count()).toBe(4);
    setVisible(false);
    await wait(3_600);
    expect(count()).toBe(5);
  });

  it('says nothing when it is hidden and comes back into view, however often and long', async () => {
    show(CHATS);
    watchPage(extension);
    for (const seconds of [5, 60, 3_600]) {
      setVisible(false);
      await wait(seconds);
      setVisible(true);
      await wait(20);
    }
    expect(types()).toEqual(['page.good']);
  });
});

describe('trouble', () => {
  it('is told when it is suspected and when it is noticed, and never twice', async () => {
    show(NO_SERVICE);
    watchPage(extension);
    await wait(60);
    expect(extension.heard.map((said) => 'phase' in said && said.phase)).toEqual(['suspect', 'notice']);
    expect(last()).toMatchObject({ trouble: 'no-service', lastedMs: 11_000, scriptsFailed: false });
  });

  it('that ends is told once, in a hidden tab too', async () => {
    show(NO_SERVICE);
    watchPage(extension);
    await wait(20);
    setVisible(false);
    show(CHATS);
    await wait(20);
    expect(types().slice(2)).toEqual(['page.good']);
  });

  it('does not count the time the page was hidden', async () => {
    show(NO_SERVICE);
    watchPage(extension);
    await wait(1);
    setVisible(false);
    await wait(3_600);
    setVisible(true);
    await wait(1);
    expect(types()).toEqual([]);
    await wait(2);
    expect(types()).toEqual(['page.report']);
  });

  it('does not count the time the computer slept', async () => {
    show(NO_SERVICE);
    watchPage(extension);
    await wait(1);
    sleep(3_600);
    await wait(1);
    expect(types()).toEqual(['page.left']);
    await wait(4);
    expect(last()).toMatchObject({ phase: 'suspect' });
  });

  it('of loading that moves again is taken back', async () => {
    show('<progress value="4" max="100"></progress>');
    watchPage(extension);
    await wait(70);
    show('<progress value="5" max="100"></progress>');
    await wait(4);
    expect(types()).toEqual(['page.report', 'page.good']);
  });

  it('tells of scripts that failed, when they are WhatsApp’s own', async () => {
    show('');
    document.body.innerHTML = '<div id="wa_web_initial_startup"></div>';
    watchPage(extension);
    fail('script', 'src', 'https://static.whatsapp.net/rsrc.php/v4/x.js');
    await wait(10);
    expect(last()).toMatchObject({ trouble: 'splash', scriptsFailed: true, phase: 'suspect' });
  });

  it.each([
    ['script', 'src', 'https://crashlogs.whatsapp.net/x.js'],
    ['script', 'src', 'https://dit.whatsapp.net/deidentified_telemetry'],
    ['script', 'src', 'https://evil.example/https://static.whatsapp.net/x.js'],
    ['img', 'src', 'https://static.whatsapp.net/x.png'],
  ])('takes no notice of a failed %s %s %s', async (name, attribute, url) => {
    document.body.innerHTML = '<div id="wa_web_initial_startup"></div>';
    watchPage(extension);
    fail(name, attribute, url);
    await wait(29);
    expect(types()).toEqual([]);
  });

  it.each<[string, [number, number], string[]]>([
    ['none when the person stopped the load: complete, but never loaded', [2_573, 0], []],
    ['one when it loaded and scripts failed', [658, 659], ['page.report', 'page.report']],
    ['one while it still loads', [0, 0], ['page.report', 'page.report']],
  ])('is %s', async (_, load, expected) => {
    setStatus(200, load);
    document.body.innerHTML = '<div id="wa_web_initial_startup"></div>';
    watchPage(extension);
    fail('script', 'src', 'https://static.whatsapp.net/rsrc.php/v4/x.js');
    await wait(600);
    expect(types()).toEqual(expected);
  });

  it('is noticed in chats too that came although the load was stopped', async () => {
    setStatus(200, [2_573, 0]);
    show(NO_SERVICE);
    watchPage(extension);
    await wait(20);
    expect(last()).toMatchObject({ trouble: 'no-service', phase: 'notice' });
  });

  it('of a style sheet counts too', async () => {
    document.body.innerHTML = '<div id="wa_web_initial_startup"></div>';
    watchPage(extension);
    fail('link', 'href', 'https://static.whatsapp.net/rsrc.php/v5/x.css');
    await wait(10);
    expect(last()).toMatchObject({ scriptsFailed: true });
  });
});

function fail(name: string, attribute: string, url: string): void {
  const element = document.createElement(name);
  // Not through the attribute: happy-dom would try to load it.
  Object.defineProperty(element, attribute, { value: url });
  document.body.append(element);
  element.dispatchEvent(new Event('error'));
}

describe('a connection banner', () => {
  it('is asked about every five seconds until the sockets are known to fail', async () => {
    show(LOST);
    watchPage(extension);
    await wait(14);
    expect(extension.heard.map((said) => 'phase' in said && said.phase)).toEqual(['calm', 'calm', 'calm']);
    extension.sockets = 'failing';
    await wait(2);
    expect(last()).toMatchObject({ phase: 'suspect' });
  });

  it('over a socket that is up is no trouble, for however long', async () => {
    extension.sockets = 'steady';
    show(LOST);
    watchPage(extension);
    await wait(3_600);
    expect(extension.heard.some((said) => 'phase' in said && said.phase !== 'calm')).toBe(false);
  });

  it('is looked for at once when the background says that sockets fail; its word is good for a minute', async () => {
    show(CHATS);
    watchPage(extension);
    await wait(1);
    const count = looks();
    extension.tell({ type: 'page.look', sockets: 'failing', tell: false });
    expect(count()).toBe(1);
    await wait(60);
    expect(count()).toBeGreaterThanOrEqual(60);
    const before = count();
    await wait(60);
    expect(count() - before).toBeLessThanOrEqual(6);
  });

  it('makes the page say once more that all is well, when it is asked to', async () => {
    show(CHATS);
    watchPage(extension);
    extension.tell({ type: 'page.look', sockets: 'unknown', tell: true });
    extension.tell({ type: 'page.look', sockets: 'unknown', tell: false });
    await wait(0);
    expect(types()).toEqual(['page.good', 'page.good']);
  });
});

describe('messages that do not leave', () => {
  const STUCK = `${CHATS}<div id="main"><div data-id="x"><span data-icon="msg-time"></span></div></div>`;

  it('are told after their time', async () => {
    show(STUCK);
    watchPage(extension);
    await wait(89);
    expect(types()).toEqual([]);
    await wait(61);
    expect(last()).toMatchObject({ trouble: 'sends-stuck', phase: 'notice' });
  });

  it.each<[string, () => void]>([
    ['this device was offline', () => window.dispatchEvent(new Event('online'))],
    ['the line changed', () => setLine('cellular')],
    ['the computer slept', () => sleep(3_600)],
  ])('begin their time anew when %s', async (_, happens) => {
    show(STUCK);
    watchPage(extension);
    await wait(80);
    happens();
    await wait(89);
    expect(types().filter((type) => type === 'page.report')).toEqual([]);
  });

  it('are nothing while this device is offline', async () => {
    show(STUCK);
    setOnline(false);
    watchPage(extension);
    await wait(600);
    expect(types()).toEqual(['page.good']);
  });
});

describe('the page’s better times', () => {
  it('go with a trouble, and with the page', async () => {
    show(CHATS);
    watchPage(extension);
    await wait(15);
    const goodAt = Date.now();
    show(NO_SERVICE);
    await wait(20);
    expect(last()).toMatchObject({ type: 'page.report', lastGoodAt: goodAt });
    window.dispatchEvent(new Event('pagehide'));
    expect(last()).toEqual({ type: 'page.left', lastGoodAt: goodAt });
  });

  it.each<[string, () => void]>([
    ['the line was lost', () => window.dispatchEvent(new Event('offline'))],
    ['the line came back', () => window.dispatchEvent(new Event('online'))],
    ['another line is used', () => setLine('wifi')],
    ['the computer slept', () => sleep(60)],
  ])('are void when %s', async (_, happens) => {
    show(CHATS);
    watchPage(extension);
    await wait(16);
    happens();
    await wait(14.5);
    expect(extension.heard).toContainEqual({ type: 'page.left', lastGoodAt: 0 });
  });

  it.each([
    ['no sleep', 8, false],
    ['sleep', 12, true],
  ])('a look that comes late is %s when it comes %d s late', async (_, lateS, slept) => {
    show(CHATS);
    watchPage(extension);
    await wait(16);
    sleep(lateS);
    await wait(14.5);
    expect(types().includes('page.left')).toBe(slept);
  });

  it('are not told by a page that had none', () => {
    show(NO_SERVICE);
    watchPage(extension);
    window.dispatchEvent(new Event('pagehide'));
    expect(types()).toEqual([]);
  });
});

describe('an error that offers to reload', () => {
  const RELOAD = '<div data-animate-modal-body="true"><div>x</div><div><button>x</button></div></div>';

  it('is told when it takes the place of chats before our eyes, also when the tab was hidden meanwhile', async () => {
    show(CHATS);
    watchPage(extension);
    await wait(16);
    show(RELOAD);
    await wait(15);
    setVisible(false);
    await wait(60);
    setVisible(true);
    await wait(60);
    expect(last()).toMatchObject({ trouble: 'reload-offered', phase: 'notice' });
  });

  it.each<[string, () => Promise<void>]>([
    ['it comes before any chats', async () => show(RELOAD)],
    [
      'it came while the tab was hidden: it may be a tab that gave way to another',
      async () => {
        show(CHATS);
        await wait(20);
        setVisible(false);
        show(RELOAD);
        await wait(60);
        setVisible(true);
      },
    ],
  ])('is not when %s', async (_, happens) => {
    watchPage(extension);
    await happens();
    await wait(600);
    expect(types().filter((type) => type === 'page.report')).toEqual([]);
  });
});

describe('the life of the watch', () => {
  it('a document that came with a server error is left to the background', async () => {
    setStatus(500);
    show(NO_SERVICE);
    watchPage(extension);
    await wait(60);
    expect(types()).toEqual([]);
    setStatus(499);
    watchPage(extension);
    await wait(60);
    expect(types()).toEqual(['page.report', 'page.report']);
  });

  it('ends with the extension: no word, no look, no banner left behind', async () => {
    show(NO_SERVICE);
    watchPage(extension);
    await wait(20);
    const before = types().length;
    document.documentElement.append(document.createElement('not-just-me-banner'));
    delete extension.id;
    await wait(3);
    expect(document.querySelector('not-just-me-banner')).toBeNull();
    const count = looks();
    // A successor's banner is none of its business.
    document.documentElement.append(document.createElement('not-just-me-banner'));
    setVisible(false);
    setVisible(true);
    extension.tell({ type: 'page.look', sockets: 'failing', tell: true });
    await wait(3_600);
    expect([types().length, count()]).toEqual([before, 0]);
    expect(document.querySelector('not-just-me-banner')).not.toBeNull();
  });

  it('a message nobody takes is no end, unless the extension has gone: it is said again at the next look', async () => {
    show(NO_SERVICE);
    let asked = 0;
    const heard: unknown[] = [];
    extension.sendMessage = async () => {
      asked++;
      throw new Error('Could not establish connection');
    };
    watchPage(extension);
    await wait(12);
    expect(asked).toBeGreaterThan(2);
    extension.sendMessage = async (message) => {
      heard.push(message);
    };
    await wait(6);
    expect(heard).toMatchObject([{ type: 'page.report', trouble: 'no-service', phase: 'notice' }]);
  });

  it('takes away the banner of an earlier version', () => {
    show(CHATS);
    document.documentElement.append(document.createElement('not-just-me-banner'));
    watchPage(extension);
    expect(document.querySelector('not-just-me-banner')).toBeNull();
  });

  it('out of the back/forward cache, it says once more how the page is', async () => {
    show(CHATS);
    watchPage(extension);
    const event = new Event('pageshow');
    Object.defineProperty(event, 'persisted', { value: true });
    window.dispatchEvent(event);
    window.dispatchEvent(new Event('pageshow'));
    await wait(0);
    expect(types()).toEqual(['page.good', 'page.good']);
  });

  it('says its trouble once more too: the background drops that of a tab which is elsewhere', async () => {
    show(NO_SERVICE);
    watchPage(extension);
    await wait(30);
    const before = types();
    expect(before.at(-1)).toBe('page.report');
    const event = new Event('pageshow');
    Object.defineProperty(event, 'persisted', { value: true });
    window.dispatchEvent(event);
    await wait(0);
    expect(types()).toEqual([...before, 'page.report']);
  });
});
