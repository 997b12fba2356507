/**
 * The only place that makes requests, and only to whom the table names (`core/asking/hosts.ts`). No cookies, no referrer,
 * no redirects followed where they can be refused; a deadline and a byte cap on each. What we remember of whom we asked is
 * read once per life of the background and stored after every step; how it is decided is pure (`core/asking/manners.ts`).
 */
import { afterRestart, type Count, withoutTimes } from '../core/asking/budget';
import { mostOf, rowOf } from '../core/asking/hosts';
import { conditions, isYoung, type Kept, validator, withKept } from '../core/asking/kept';
import { type Asked, lastHour } from '../core/asking/ledger';
import { begin, type Ending, end, type Manners, mayRead, type Question } from '../core/asking/manners';
import { patience } from '../core/asking/patience';
import type { EpochMs, MissingReason } from '../core/evidence';
import { isGranted, needsPermission } from '../platform/permissions';
import { askedStore, keptStore, mannersStore } from '../platform/stores';
import { type Ask, type AskOutcome, type AskRequest, DEADLINE } from '../sources/ask';
import { takeNetError, watchRedirect } from './own-requests';

/** What the browser would not store holds all the same, as long as this life lasts. */
interface Memory {
  asked: Asked[];
  manners: Manners;
  kept: Record<string, Kept<AskOutcome>>;
}

let loading: Promise<Memory> | null = null;

function remembered(): Promise<Memory> {
  loading ??= Promise.all([askedStore.read(), mannersStore.read(), keptStore.read()]).then(
    ([asked, manners, kept]) => ({
      asked,
      manners: { ...manners, counts: afterRestart(manners.counts) },
      kept,
    }),
  );
  return loading;
}

async function save({ asked, manners }: Memory): Promise<void> {
  await Promise.all([askedStore.write(asked), mannersStore.write(manners)]);
}

function keep(memory: Memory, kept: Memory['kept']): Promise<boolean> {
  memory.kept = kept;
  return keptStore.write(kept);
}

/** The list is emptied; what counts is kept as numbers, or erasing would be a way round the hour's budget. */
export async function eraseLedger(): Promise<void> {
  const memory = await remembered();
  const { counts, hosts } = memory.manners;
  memory.asked = [];
  memory.manners = { counts: withoutTimes(counts, Date.now()), hosts };
  await keep(memory, {});
  await save(memory);
}

/** For whom we ask: a round that began by itself or not, and until when anybody wants to know. */
interface Occasion {
  automatic: boolean;
  signal?: AbortSignal;
}

/** Chrome ends the background when an answer takes 30 s to come; nobody waits so long, in ms. */
const LONGEST_MS = 20_000;

/** Questions under way; one request serves all who ask the same meanwhile. */
const flights = new Map<string, { outcome: Promise<AskOutcome>; signal: AbortSignal | undefined }>();

/** When each host answered last in this life, in epoch ms. */
const heard = new Map<string, EpochMs>();

const failed = (why: MissingReason, name: string | null = null): AskOutcome => ({ kind: 'error', why, name });

/** Asking, because somebody pressed or opened something. */
export const ask: Ask = (request) => askFor({ automatic: false })(request);

/** Asking for an occasion. Never rejects. */
export function askFor({ automatic, signal }: Occasion): Ask {
  return async (request) => {
    const { url, purpose, method = 'GET', body = '' } = request;
    if (!URL.canParse(url)) return failed('not-asked');
    const granted = await isGranted(url);
    const address = new URL(url);
    const row = rowOf(address, purpose, granted);
    if (row === null || signal?.aborted) return failed('not-asked');
    // Without it the browser fails the request in a way that looks like the host's own failure.
    if (needsPermission(url) && !granted) return failed('no-permission');
    const memory = await remembered();
    const key = `${method} ${url} ${body}`;
    const flight = flights.get(key);
    if (flight && !flight.signal?.aborted) return flight.outcome;
    const kept = memory.kept[key];
    if (kept && isYoung(kept, row.againMs, Date.now())) return kept.outcome;
    const upTo = request.how === 'opaque' ? 0 : mostOf(row, request.maxBytes);
    const { host } = address;
    const question = { row, host, purpose, automatic, method, body, upTo };
    // Headers of our own would cost hosts without a permission one more request, to allow them.
    const old = granted && request.how === 'read' ? kept : undefined;
    const outcome = askNow(memory, request, question, key, old, signal);
    const mine = { outcome, signal };
    flights.set(key, mine);
    void outcome.then(() => flights.get(key) === mine && flights.delete(key));
    return outcome;
  };
}

async function askNow(
  memory: Memory,
  request: AskRequest,
  question: Question,
  key: string,
  old: Kept<AskOutcome> | undefined,
  signal: AbortSignal | undefined,
): Promise<AskOutcome> {
  const { host, purpose, row } = question;
  const at = Date.now();
  const beginning = begin(memory.manners, question, at);
  if (beginning.why !== null) return failed(beginning.why);
  const { count } = beginning;
  const entry: Asked = { purpose, host, at, ended: 'asked' };
  memory.manners = beginning.manners;
  memory.asked = [...lastHour(memory.asked, at), entry];
  // Stored before the request is made: one that a restart cuts short still counts.
  await save(memory);
  const mayGoOn = () => mayRead(memory.manners, question, Date.now());
  const { outcome, ending, kept } = await send(request, question, count, old, mayGoOn, signal);
  const now = Date.now();
  if (ending.status !== null) heard.set(host, now);
  // Late, while somebody else did answer: then it was not the line.
  ending.late &&= [...heard].some(([other, heardAt]) => other !== host && heardAt >= at);
  memory.manners = end(memory.manners, question, count, ending, now, Math.random());
  const ended = { ...entry, ended: endOf(outcome), bytes: count.bytes || undefined };
  memory.asked = memory.asked.map((one) => (one === entry ? ended : one));
  if (kept !== null && row.againMs > 0) void keep(memory, withKept(memory.kept, key, { ...kept, at }));
  await save(memory);
  return outcome;
}

interface Sent {
  outcome: AskOutcome;
  ending: Ending;
  /** What may serve others who ask the same; `null` when nobody waited for an answer. */
  kept: Omit<Kept<AskOutcome>, 'at'> | null;
}

async function send(
  request: AskRequest,
  { upTo }: Question,
  count: Count,
  old: Kept<AskOutcome> | undefined,
  mayGoOn: () => boolean,
  signal: AbortSignal | undefined,
): Promise<Sent> {
  const sent = (outcome: AskOutcome, ending: Partial<Ending> = {}, validators = {}): Sent => ({
    outcome,
    ending: { status: null, late: false, endless: false, notBefore: null, ...ending },
    kept: { outcome, ...validators },
  });
  const cancel = new AbortController();
  const timer = setTimeout(() => cancel.abort(), Math.min(request.deadlineMs, LONGEST_MS));
  const startedAt = Date.now();
  const redirect = watchRedirect(request.url);
  const opaque = request.how === 'opaque';
  try {
    const response = await fetch(request.url, {
      method: request.method ?? 'GET',
      headers: { ...request.headers, ...conditions(old) },
      body: request.body ?? null,
      mode: opaque ? 'no-cors' : 'cors',
      // `no-cors` refuses `manual`: it always follows (measured in both browsers, 2026-11-21).
      redirect: opaque ? 'follow' : 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([cancel.signal, signal]) : cancel.signal,
    });
    if (response.type === 'opaque') return sent({ kind: 'opaque' }, { status: 200 });
    if (response.type === 'opaqueredirect')
      return sent({ kind: 'redirect', toHost: await redirect.target() }, { status: 200 });
    const { status, headers } = response;
    const notBefore = patience(headers.get('retry-after'), Date.now());
    const dated = Date.parse(headers.get('date') ?? '');
    const dateAt = Number.isNaN(dated) ? null : dated;
    if (status === 304 && old?.outcome.kind === 'answer')
      return sent(
        { ...old.outcome, dateAt },
        { status, notBefore },
        { tag: old.tag, modified: old.modified },
      );
    const { text, end } = await readBody(response, count, upTo, mayGoOn);
    if (end === 'spent') return sent(failed('spent'), { status });
    const cut = end === 'cut' && request.beginningWillDo ? { cut: true as const } : {};
    if (end === 'cut' && !request.beginningWillDo)
      return sent(failed('unreadable'), { status, notBefore, endless: request.maxBytes === undefined });
    const contentType = headers.get('content-type') ?? '';
    return sent(
      { kind: 'answer', status, contentType, dateAt, text, ...cut },
      { status, notBefore },
      status === 200 && {
        tag: validator(headers.get('etag')),
        modified: validator(headers.get('last-modified')),
      },
    );
  } catch {
    if (signal?.aborted) return { ...sent(failed('not-asked', 'stopped')), kept: null };
    const late = cancel.signal.aborted;
    const name = late ? DEADLINE : await takeNetError(request.url, startedAt);
    const silence = sent(failed('unreachable', name), { late });
    // That we were not patient enough is no answer to keep for others.
    return late ? { ...silence, kept: null } : silence;
  } finally {
    redirect.stop();
    clearTimeout(timer);
    cancel.abort();
  }
}

/** The body as text, up to the cap or the end of the hour's bytes: reading stops there, however much more would come. */
async function readBody(
  response: Response,
  count: Count,
  upTo: number,
  mayGoOn: () => boolean,
): Promise<{ text: string; end: 'whole' | 'cut' | 'spent' }> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    const room = upTo - count.bytes;
    // The count stands in the hour's list as well, so that answers read at the same time know of each other. It is of what
    // was wanted: Firefox hands over as much as has come, 768 kB of an endless answer (153.8esr, 2026-11-29).
    count.bytes += Math.min(value.byteLength, room);
    text += decoder.decode(value.subarray(0, room), { stream: true });
    if (!mayGoOn()) return { text, end: 'spent' };
    if (value.byteLength > room) return { text, end: 'cut' };
  }
  return { text: text + decoder.decode(), end: 'whole' };
}

function endOf(outcome: AskOutcome): string {
  if (outcome.kind === 'answer') return String(outcome.status);
  return outcome.kind === 'error' ? (outcome.name ?? outcome.why) : outcome.kind;
}
