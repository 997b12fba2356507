/**
 * The only place that makes requests. No cookies, no referrer, no redirects followed where they can be refused;
 * a deadline and a byte cap on each; a budget per hour; and a list of every request for the person to see.
 */
import { type Asked, mayAsk } from '../core/budget';
import { AGAIN_MS } from '../core/plan';
import { askedStore, recentAsked } from '../platform/stores';
import { type Ask, type AskOutcome, type AskRequest, DEADLINE } from '../sources/ask';
import { listenForRedirect, takeNetError } from './own-requests';

/** No answer we read is anywhere near this long; a hostile one stops here. */
const MAX_BYTES = 256 * 1024;

let ledger: Promise<unknown> = Promise.resolve();

/** One entry into the list, in order, across background restarts. */
function note<T>(step: (asked: Asked[]) => { asked: Asked[]; result: T }): Promise<T> {
  const next = ledger.then(async () => {
    const { asked, result } = step(await askedStore.read());
    await askedStore.write(recentAsked(asked, Date.now()));
    return result;
  });
  ledger = next.catch(() => undefined);
  return next;
}

/** Answers kept for as long as nobody may be asked again; one request serves all who want it. */
const kept = new Map<string, { at: number; outcome: Promise<AskOutcome> }>();

/** Makes one request, if the hour's budget allows and the last one is old enough. Never rejects. */
export const ask: Ask = (request) => {
  // WhatsApp's own host is probed again after three seconds; a measurement's result is looked for repeatedly.
  if (request.purpose === 'whatsapp' || request.purpose === 'world') return askNow(request);
  const last = kept.get(request.url);
  if (last !== undefined && Date.now() - last.at < AGAIN_MS) return last.outcome;
  const outcome = askNow(request);
  kept.set(request.url, { at: Date.now(), outcome });
  return outcome;
};

async function askNow(request: AskRequest): Promise<AskOutcome> {
  const host = new URL(request.url).host;
  const at = Date.now();
  const allowed = await note((asked) => {
    const result = mayAsk(asked, request.purpose, at);
    // Written before the request is made: one that a restart cuts short still counts.
    const entry = { purpose: request.purpose, host, at, ended: 'asked' };
    return { asked: result ? [...asked, entry] : asked, result };
  });
  if (!allowed) return { kind: 'error', why: 'spent', name: null };
  const outcome = await send(request);
  await note((asked) => ({
    asked: asked.map((one) => (one.at === at && one.host === host ? { ...one, ended: endOf(outcome) } : one)),
    result: null,
  }));
  return outcome;
}

async function send(request: AskRequest): Promise<AskOutcome> {
  const cancel = new AbortController();
  const timer = setTimeout(() => cancel.abort(), request.deadlineMs);
  const startedAt = Date.now();
  const redirectedTo = listenForRedirect(request.url);
  try {
    const response = await fetch(request.url, {
      method: request.method ?? 'GET',
      headers: { ...request.headers },
      body: request.body ?? null,
      mode: request.how === 'opaque' ? 'no-cors' : 'cors',
      // `no-cors` refuses `manual`: it always follows (measured in both browsers, 2026-11-21).
      redirect: request.how === 'opaque' ? 'follow' : 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: cancel.signal,
    });
    if (response.type === 'opaque') return { kind: 'opaque' };
    if (response.type === 'opaqueredirect') return { kind: 'redirect', toHost: redirectedTo() };
    const text = await readCapped(response);
    if (text === null) return { kind: 'error', why: 'unreadable', name: null };
    const dateAt = Date.parse(response.headers.get('date') ?? '');
    return {
      kind: 'answer',
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      dateAt: Number.isNaN(dateAt) ? null : dateAt,
      text,
    };
  } catch {
    const name = cancel.signal.aborted ? DEADLINE : await takeNetError(request.url, startedAt);
    return { kind: 'error', why: 'unreachable', name };
  } finally {
    redirectedTo();
    clearTimeout(timer);
    cancel.abort();
  }
}

/** The body as text, or `null` past the cap: reading stops there, however much more would come. */
async function readCapped(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) return null;
    text += decoder.decode(value, { stream: true });
  }
}

function endOf(outcome: AskOutcome): string {
  switch (outcome.kind) {
    case 'answer':
      return String(outcome.status);
    case 'error':
      return outcome.name ?? outcome.why;
    default:
      return outcome.kind;
  }
}
