/**
 * The only place that makes requests. No cookies, no referrer, no redirects followed where they can be refused;
 * a deadline and a byte cap on each; a budget per hour; and a list of every request for the person to see.
 */
import { type Asked, lastHour, mayAsk, mustWait, patience } from '../core/budget';
import { AGAIN_MS, type MissingReason } from '../core/evidence';
import { isGranted, needsPermission } from '../platform/permissions';
import { askedStore } from '../platform/stores';
import { type Ask, type AskOutcome, type AskRequest, DEADLINE } from '../sources/ask';
import { takeNetError, watchRedirect } from './own-requests';

/** No answer we read is anywhere near this long; a hostile one stops here. */
const MAX_BYTES = 256 * 1024;

let chain: Promise<unknown> = Promise.resolve();
/** What the browser would not store is kept here instead, so that the budget holds all the same. */
let unstored: Asked[] | null = null;

/** One step on the list, in order, across background restarts. */
function onList<T>(step: (asked: Asked[]) => { asked: Asked[]; result: T }): Promise<T> {
  const next = chain.then(async () => {
    const { asked, result } = step(unstored ?? (await askedStore.read()));
    const kept = lastHour(asked, Date.now());
    unstored = (await askedStore.write(kept)) ? null : kept;
    return result;
  });
  chain = next.catch(() => undefined);
  return next;
}

/** Answers kept for as long as nobody may be asked again; one request serves all who want it. */
const latest = new Map<string, { at: number; outcome: Promise<AskOutcome> }>();

/** Makes one request, if the hour's budget and the host allow it and the last one is old enough. Never rejects. */
export const ask: Ask = (request) => {
  // WhatsApp's own host is probed again after three seconds; a measurement's result is looked for repeatedly.
  if (request.purpose === 'whatsapp' || request.purpose === 'world') return askNow(request);
  const last = latest.get(request.url);
  if (last !== undefined && Math.abs(Date.now() - last.at) < AGAIN_MS) return last.outcome;
  const outcome = askNow(request);
  latest.set(request.url, { at: Date.now(), outcome });
  return outcome;
};

async function askNow(request: AskRequest): Promise<AskOutcome> {
  const host = new URL(request.url).host;
  // Without it the browser fails the request in a way that looks like the host's own failure.
  if (needsPermission(request.url) && !(await isGranted(request.url)))
    return { kind: 'error', why: 'no-permission', name: null };
  // Written before the request is made: one that a restart cuts short still counts.
  const entry: Asked = { purpose: request.purpose, host, at: Date.now(), ended: 'asked' };
  const refused = await onList<MissingReason | null>((asked) => {
    const why = mustWait(asked, host, entry.at)
      ? 'refused'
      : mayAsk(asked, request.purpose, entry.at)
        ? null
        : 'spent';
    return { asked: why === null ? [...asked, entry] : asked, result: why };
  });
  if (refused !== null) return { kind: 'error', why: refused, name: null };
  const { outcome, notBefore } = await send(request);
  await onList((asked) => {
    const mine = asked.findIndex((one) => one.at === entry.at && one.host === host && one.ended === 'asked');
    const ended = { ...entry, ended: endOf(outcome), ...(notBefore === null ? {} : { notBefore }) };
    return { asked: mine < 0 ? asked : asked.with(mine, ended), result: null };
  });
  return outcome;
}

interface Sent {
  outcome: AskOutcome;
  notBefore: number | null;
}

async function send(request: AskRequest): Promise<Sent> {
  const sent = (outcome: AskOutcome, notBefore: number | null = null): Sent => ({ outcome, notBefore });
  const cancel = new AbortController();
  const timer = setTimeout(() => cancel.abort(), request.deadlineMs);
  const startedAt = Date.now();
  const redirect = watchRedirect(request.url);
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
    if (response.type === 'opaque') return sent({ kind: 'opaque' });
    if (response.type === 'opaqueredirect')
      return sent({ kind: 'redirect', toHost: await redirect.target() });
    const text = await readCapped(response);
    const notBefore = patience(response.headers.get('retry-after'), Date.now());
    if (text === null) return sent({ kind: 'error', why: 'unreadable', name: null });
    const dateAt = Date.parse(response.headers.get('date') ?? '');
    const answer: AskOutcome = {
      kind: 'answer',
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      dateAt: Number.isNaN(dateAt) ? null : dateAt,
      text,
    };
    return sent(answer, notBefore);
  } catch {
    const name = cancel.signal.aborted ? DEADLINE : await takeNetError(request.url, startedAt);
    return sent({ kind: 'error', why: 'unreachable', name });
  } finally {
    redirect.stop();
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
