import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SYMPTOM_OF } from '../../../src/core/page-symptom';
import type { WayState } from '../../../src/core/ways';
import type { Message } from '../../../src/messaging/contract';
import { accept, type Handlers, roleOf, type Sender, serve } from '../../../src/messaging/serve';
import { browser, forget } from '../fake-browser';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

const OWN = 'own-id';
const ORIGIN = 'chrome-extension://own-id/';
const PAGE: Sender = { id: OWN, url: 'https://web.whatsapp.com/', frameId: 0, tab: { id: 7 } };
const POPUP: Sender = { id: OWN, url: `${ORIGIN}src/ui/popup/index.html` };

const WAY: WayState = { status: 'reachable', note: 'reachable', incident: null, since: null, at: 1 };

const REPORT = {
  type: 'page.report',
  trouble: 'cannot-connect',
  phase: 'notice',
  lastedMs: 20_000,
  scriptsFailed: false,
  lastGoodAt: 0,
} as const;

describe('who may speak', () => {
  it.each<[string, Sender, 'page' | 'popup']>([
    ['a WhatsApp tab’s top frame', PAGE, 'page'],
    [
      'a WhatsApp tab anywhere in its site',
      { ...PAGE, url: 'https://web.whatsapp.com/send?phone=1#x' },
      'page',
    ],
    ['the popup', POPUP, 'popup'],
    ['a page that says good-bye', { ...PAGE, frameId: 5, documentLifecycle: 'pending_deletion' }, 'page'],
    ['the popup’s page in a tab', { ...POPUP, frameId: 0, tab: { id: 9 } }, 'popup'],
  ])('%s', (_, sender, role) => {
    expect(roleOf(sender, OWN, ORIGIN)).toBe(role);
  });

  it.each<[string, Sender]>([
    ['another extension', { ...POPUP, id: 'another-id' }],
    ['another extension from WhatsApp’s page', { ...PAGE, id: 'another-id' }],
    ['nobody in particular', {}],
    ['a sender without an address', { id: OWN }],
    ['a frame inside WhatsApp’s page', { ...PAGE, frameId: 3 }],
    ['a frame whose number is not told', { ...PAGE, frameId: undefined }],
    ['a page outside any tab', { ...PAGE, tab: undefined }],
    ['a tab without a number', { ...PAGE, tab: {} }],
    ['WhatsApp without a secure connection', { ...PAGE, url: 'http://web.whatsapp.com/' }],
    ['another of WhatsApp’s hosts', { ...PAGE, url: 'https://www.whatsapp.com/' }],
    ['a host that begins like WhatsApp', { ...PAGE, url: 'https://web.whatsapp.com.evil.example/' }],
    ['a name before an @', { ...PAGE, url: 'https://web.whatsapp.com@evil.example/' }],
    ['another port', { ...PAGE, url: 'https://web.whatsapp.com:8443/' }],
    ['a page inside another’s address', { ...PAGE, url: 'https://evil.example/?https://web.whatsapp.com/' }],
    ['an extension whose id begins like ours', { id: OWN, url: 'chrome-extension://own-id-2/popup.html' }],
    ['an empty document', { ...PAGE, url: 'about:blank' }],
  ])('not %s', (_, sender) => {
    expect(roleOf(sender, OWN, ORIGIN)).toBeNull();
  });
});

describe('what a page may say', () => {
  it.each<[Message]>([
    [REPORT],
    [{ type: 'page.good' }],
    [{ type: 'page.left', lastGoodAt: 1 }],
    [{ type: 'banner.dismissed' }],
    [{ type: 'banner.details' }],
  ])('%o', (message) => {
    expect(accept(message, 'page')).toEqual(message);
    expect(accept(message, 'popup')).toBeNull();
  });

  it.each(Object.keys(SYMPTOM_OF))('a report of %s', (trouble) => {
    expect(accept({ ...REPORT, trouble }, 'page')).not.toBeNull();
  });
});

describe('what the popup may say', () => {
  it.each<[Message]>([
    [{ type: 'popup.opened' }],
    [{ type: 'check.again' }],
    [{ type: 'world.ask', byLot: false }],
    [{ type: 'phone.answer', works: false }],
    [{ type: 'ways.told', states: { telegram: WAY } }],
  ])('%o', (message) => {
    expect(accept(message, 'popup')).toEqual(message);
    // A page that was taken over cannot make us ask anybody, nor answer for the person.
    expect(accept(message, 'page')).toBeNull();
  });
});

describe('what is dropped', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'page.good'],
    ['a list', [{ type: 'page.good' }]],
    ['an unknown verb', { type: 'storage.clear' }],
    ['no verb', { works: true }],
    ['a verb that is no word', { type: 7 }],
    ['a verb of every object', { type: 'constructor' }],
    ['a verb of every object', { type: '__proto__' }],
    ['a verb of every object', { type: 'toString' }],
    ['a trouble we do not know', { ...REPORT, trouble: 'everything-is-down' }],
    ['a screen that is no trouble', { ...REPORT, trouble: 'main' }],
    ['a phase we do not know', { ...REPORT, phase: 'panic' }],
    ['a length that is no number', { ...REPORT, lastedMs: '20000' }],
    ['a length that is not a number', { ...REPORT, lastedMs: Number.NaN }],
    [
      'a length without end: no time could be shown for it',
      { ...REPORT, lastedMs: Number.POSITIVE_INFINITY },
    ],
    ['a time beyond all calendars', { ...REPORT, lastGoodAt: 1e300 }],
    ['a report with a part missing', { type: 'page.report', trouble: 'cannot-connect' }],
    ['an end without its time', { type: 'page.left' }],
  ])('%s', (_, raw) => {
    expect(accept(raw, 'page')).toBeNull();
  });

  it.each<[string, unknown]>([
    ['an answer that is no answer', { type: 'phone.answer', works: 'yes' }],
    ['an answer without the answer', { type: 'phone.answer' }],
    ['ways that are none', { type: 'ways.told', states: 7 }],
    ['a way in no state', { type: 'ways.told', states: { telegram: {} } }],
    ['a state we do not know', { type: 'ways.told', states: { telegram: { ...WAY, status: 'gone' } } }],
    ['a time that is none', { type: 'ways.told', states: { telegram: { ...WAY, at: 'now' } } }],
  ])('%s', (_, raw) => {
    expect(accept(raw, 'popup')).toBeNull();
  });

  it('is everything a message brings along unasked', () => {
    expect(accept({ ...REPORT, tab: '1', verdict: 'global' }, 'page')).toEqual(REPORT);
  });
});

describe('the one listener', () => {
  const heard = vi.fn(async (..._: unknown[]) => 'done');
  const handlers = new Proxy({}, { get: () => heard }) as Handlers;
  type Listener = (raw: unknown, sender: Sender, respond: (answer: unknown) => void) => true | undefined;
  /** What is answered; `undefined` at once where nobody takes the message. */
  const deliver = (raw: unknown, sender: Sender): Promise<unknown> | undefined => {
    const [listener] = browser.runtime.onMessage.listeners as Listener[];
    let respond: (answer: unknown) => void = () => undefined;
    const answer = new Promise((resolve) => {
      respond = resolve;
    });
    return listener?.(raw, sender, respond) ? answer : undefined;
  };

  beforeEach(() => {
    forget();
    heard.mockClear();
    serve(handlers);
  });

  it('is there as soon as the background starts', () => {
    expect(browser.runtime.onMessage.listeners).toHaveLength(1);
  });

  it('hands a message to its handler, with the tab the browser stamped on it', async () => {
    expect(await deliver(REPORT, PAGE)).toBe('done');
    expect(heard).toHaveBeenCalledExactlyOnceWith(REPORT, '7');
    await deliver({ type: 'check.again' }, POPUP);
    expect(heard).toHaveBeenLastCalledWith({ type: 'check.again' }, '');
  });

  it('answers also when its handler fails: whoever asked must not wait for ever', async () => {
    heard.mockRejectedValueOnce(new Error('no storage'));
    expect(await deliver(REPORT, PAGE)).toBeUndefined();
  });

  it('leaves everything else alone, without a word', () => {
    expect(deliver(REPORT, { ...PAGE, id: 'another-id' })).toBeUndefined();
    expect(deliver({ type: 'check.again' }, PAGE)).toBeUndefined();
    expect(deliver({ type: 'storage.clear' }, POPUP)).toBeUndefined();
    expect(heard).not.toHaveBeenCalled();
  });
});
