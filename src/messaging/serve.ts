/** Receives messages: checks the sender and the shape, then hands them to exactly one handler. */
import * as v from '../core/shape';
import { browser } from '../platform/browser';
import { FROM_PAGE, FROM_POPUP, type Message, type MessageName } from './contract';

/** Fields the browser itself stamped on a message; the message cannot lie about them. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  documentLifecycle?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
}

export type Handlers = { [N in MessageName]: (message: Message<N>, tab: string) => Promise<unknown> };

/** Which group of messages a sender may send, or `null` for none. */
export function roleOf(sender: Sender, ownId: string, ownOrigin: string): 'page' | 'popup' | null {
  if (sender.id !== ownId) return null;
  if (sender.url?.startsWith(ownOrigin)) return 'popup';
  // A page that says good-bye has already lost its place as the top frame in Chrome (measured 2026-11-21).
  const top = sender.frameId === 0 || sender.documentLifecycle === 'pending_deletion';
  const whatsapp = sender.url?.startsWith('https://web.whatsapp.com/') && top;
  return whatsapp && sender.tab?.id !== undefined ? 'page' : null;
}

/** The message, when this sender may send it and its shape is right; else `null`. */
export function accept(raw: unknown, role: 'page' | 'popup'): Message | null {
  const schemas: Readonly<Record<string, v.Shape<unknown>>> = role === 'page' ? FROM_PAGE : FROM_POPUP;
  const type = (raw as { type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(schemas, type)) return null;
  const parsed = v.safeParse(schemas[type] as v.Shape<object>, raw);
  return parsed.success && Object.values(parsed.output).every(isSound)
    ? ({ ...parsed.output, type } as Message)
    : null;
}

/** Times and lengths of time beyond the calendar would break whoever shows them. */
function isSound(value: unknown): boolean {
  return typeof value !== 'number' || Math.abs(value) <= 8.64e15;
}

type Listener = Parameters<typeof browser.runtime.onMessage.addListener>[0];

/** Registers the one message listener. Must run synchronously at start-up. */
export function serve(handlers: Handlers): void {
  const ownOrigin = browser.runtime.getURL('');
  // Answered by `sendResponse`: a promise is understood by Firefox, and by Chrome from 148 on.
  browser.runtime.onMessage.addListener(((
    raw: unknown,
    sender: Sender,
    respond: (answer: unknown) => void,
  ) => {
    const role = roleOf(sender, browser.runtime.id, ownOrigin);
    const message = role && accept(raw, role);
    if (!message) return undefined;
    const handle = handlers[message.type] as (message: Message, tab: string) => Promise<unknown>;
    // One that failed is answered too: whoever waits must not wait for ever.
    void handle(message, String(sender.tab?.id ?? '')).then(respond, () => respond(undefined));
    return true;
  }) as Listener);
}
