/**
 * What `webRequest` sees of WhatsApp's own requests → troubles of tabs. It needs no permission prompt of its own,
 * and sees the network errors that no content script can: none runs on the browser's error page.
 */

import { isPassing, meaningOf } from '../core/net-error';
import type { TabTrouble } from '../core/situation';
import { type Handshake, onHandshake, socketsWord } from '../core/sockets';
import { browser } from '../platform/browser';
import { pendingStore, socketsStore } from '../platform/stores';
import { isMetas } from '../sources/metas';
import { hostOf, noteNetError } from './own-requests';

/** The part of a `webRequest` event that both browsers agree on. */
interface Details {
  requestId: string;
  url: string;
  type: string;
  tabId: number;
  error?: string;
  statusCode?: number;
  redirectUrl?: string;
  documentLifecycle?: string;
  /** In a private window; Firefox's alone. */
  incognito?: boolean;
  /** Who asked: Chrome's name, and Firefox's. */
  initiator?: string;
  originUrl?: string;
  timeStamp: number;
}

/** One event of `webRequest`, as far as both browsers agree. */
interface RequestEvent {
  addListener(listener: (details: Details) => undefined, filter: object): void;
}

export interface Watcher {
  /** The tab's document failed, hangs, or was answered by a foreign host. */
  onTrouble(tab: string, trouble: TabTrouble): void;
  /** WebSocket handshakes fail again and again, or nobody answers them. */
  onSocketsFailing(): void;
}

/** A document or a handshake unanswered for this long is suspicious, in ms; Chrome itself waits 240 s for a document. */
const UNANSWERED_MS = 10_000;

const WHATSAPP = 'https://web.whatsapp.com/*';
const SOCKETS = 'wss://web.whatsapp.com/*';
const STATUS = 'https://web.whatsapp.com/status.json';
const META = 'https://metastatus.com/*';

/** Registers every listener. Must run synchronously at start-up. */
export function watchRequests(watcher: Watcher): void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const wait = (tab: string, ms: number) => {
    clearTimeout(timers.get(tab));
    timers.set(
      tab,
      setTimeout(() => {
        ended(tab);
        watcher.onTrouble(tab, { symptom: 'document-unanswered', phase: 'notice', at: Date.now() });
      }, ms),
    );
  };
  let writing: Promise<unknown> = Promise.resolve();
  /** One change of the stored waits after the other: two tabs may load at once. */
  const note = (step: (pending: Record<string, number>) => Record<string, number>) => {
    writing = writing.then(async () => pendingStore.write(step(await pendingStore.read())));
  };
  const begun = (tab: string) => {
    wait(tab, UNANSWERED_MS);
    note((pending) => ({ ...pending, [tab]: Date.now() }));
  };
  const ended = (tab: string) => {
    clearTimeout(timers.get(tab));
    timers.delete(tab);
    note(({ [tab]: _ended, ...rest }) => rest);
  };
  // Requests that an earlier life of the background was waiting for.
  void pendingStore.read().then((pending) => {
    for (const [tab, at] of Object.entries(pending)) {
      if (!timers.has(tab)) wait(tab, Math.max(0, at + UNANSWERED_MS - Date.now()));
    }
  });

  const documents = { urls: [WHATSAPP], types: ['main_frame'] };
  /** What Chrome loads ahead of a click is nobody's page yet. */
  const on = (event: RequestEvent, heard: (tab: string, details: Details) => void) =>
    event.addListener((details) => {
      if (details.documentLifecycle !== 'prerender') heard(`${details.tabId}`, details);
    }, documents);
  on(browser.webRequest.onBeforeRequest, begun);
  on(browser.webRequest.onBeforeRedirect, (tab, { redirectUrl = '' }) => {
    // Answered: a page from its own worker's cache ends like this in Firefox (status 0, the same address, and then
    // nothing; measured 2026-11-21), and a redirect within WhatsApp begins anew.
    ended(tab);
    const host = hostOf(redirectUrl);
    if (host === null || isMetas(host)) return;
    watcher.onTrouble(tab, { symptom: 'document-redirected', phase: 'notice', at: Date.now() });
  });
  // Its headers are here; how long its body takes is another matter.
  on(browser.webRequest.onResponseStarted, (tab, { statusCode = 0 }) => {
    ended(tab);
    // A document that arrives proves little: only the page itself can say that chats are back.
    if (statusCode < 500) return;
    watcher.onTrouble(tab, { symptom: 'server-error', status: statusCode, phase: 'notice', at: Date.now() });
  });
  on(browser.webRequest.onErrorOccurred, (tab, { error = '' }) => {
    ended(tab);
    const cause = meaningOf(error);
    if (isPassing(cause)) return;
    watcher.onTrouble(tab, {
      symptom: 'document-failed',
      error: { name: error, cause },
      phase: 'notice',
      at: Date.now(),
    });
  });

  const sockets = { urls: [SOCKETS], types: ['websocket' as const] };
  let chain: Promise<unknown> = Promise.resolve();
  const tellOfFailing = async () => {
    if (socketsWord(await socketsStore.read(), Date.now()) === 'failing') watcher.onSocketsFailing();
  };
  const handshake = (url: string, what: Handshake) => {
    chain = chain.then(async () => {
      const before = await socketsStore.read();
      await socketsStore.write(onHandshake(before, url, what, Date.now()));
      if (what === 'failed') await tellOfFailing();
      // A handshake that hangs ends in no event.
      if (what === 'begun') setTimeout(tellOfFailing, UNANSWERED_MS + 100);
    });
  };
  browser.webRequest.onBeforeRequest.addListener((details) => {
    handshake(details.url, 'begun');
    return undefined;
  }, sockets);
  // Chrome completes an accepted handshake and errs on a refused one; Firefox completes both with their status.
  browser.webRequest.onCompleted.addListener((raw) => {
    handshake(raw.url, (raw as Details).statusCode === 101 ? 'opened' : 'failed');
  }, sockets);
  browser.webRequest.onErrorOccurred.addListener((raw) => {
    const cause = meaningOf((raw as Details).error ?? '');
    if (!isPassing(cause)) handshake(raw.url, 'failed');
  }, sockets);

  // Our own requests. They never fail while all is well, so this never wakes the background then.
  const own = { urls: [STATUS, META], types: ['xmlhttprequest' as const] };
  const origin = new URL(browser.runtime.getURL('')).origin;
  browser.webRequest.onErrorOccurred.addListener((raw) => {
    const { url, error = '', initiator, originUrl } = raw as Details;
    // The page asks the same address: its failures are not ours.
    if ((initiator ?? originUrl ?? '').startsWith(origin)) noteNetError(url, error);
  }, own);
}
