/**
 * How a source asks for bytes. The background provides the asking (deadline, byte cap, budget, no cookies);
 * sources provide the request and understand the answer, and never touch the network themselves.
 */
import type { Purpose } from '../core/asking/ledger';
import type { MissingReason, Reading, SourceId, Values } from '../core/evidence';

export interface AskRequest {
  url: string;
  purpose: Purpose;
  method?: 'GET' | 'HEAD' | 'POST' | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  body?: string | undefined;
  /** `opaque` only learns whether anything answered (`no-cors`); `read` gets the bytes. */
  how: 'opaque' | 'read';
  /** Give up after this long, in ms. */
  deadlineMs: number;
  /** At most this many bytes of the body are read. More is unreadable, unless a beginning will do. */
  maxBytes?: number | undefined;
  /** The first `maxBytes` of a longer body are an answer too: lists that are long and newest first. */
  beginningWillDo?: boolean | undefined;
}

export type AskOutcome =
  | { kind: 'opaque' }
  | {
      kind: 'answer';
      status: number;
      contentType: string;
      dateAt: number | null;
      text: string;
      /** Only the beginning of the body, since one will do. */
      cut?: true | undefined;
    }
  /** `toHost` is null where the browser does not tell. */
  | { kind: 'redirect'; toHost: string | null }
  /** `name` is the browser's error name where it tells one. */
  | { kind: 'error'; why: MissingReason; name: string | null };

/** Stands for the error's name when our own deadline ended the request. */
export const DEADLINE = 'deadline';

/** Never rejects. */
export type Ask = (request: AskRequest) => Promise<AskOutcome>;

/** One that stays silent so long is asked once more, as every stub resolver does, in ms. */
export const PATIENCE_MS = 3_000;
/** So often a question is put that nobody answers. */
const TRIES = 3;

/** Our own deadline ended the request. */
export const isSilence = (outcome: AskOutcome): boolean =>
  outcome.kind === 'error' && outcome.name === DEADLINE;

/** The host asks for patience: now, or when it was asked before. */
const isPutOff = (outcome: AskOutcome): boolean =>
  outcome.kind === 'answer' ? outcome.status === 429 : outcome.kind === 'error' && outcome.why === 'refused';

/**
 * Asks again when our own deadline ended the request: of many requests at a bad moment some are lost, and that is no one's word.
 * Several `requests` are different ways to the same answer, taken in turn, also when one of them asks for patience; `onTry` hears which.
 */
export async function askPatiently(
  ask: Ask,
  requests: readonly AskRequest[],
  onTry: (index: number) => void = () => undefined,
): Promise<AskOutcome> {
  let outcome: AskOutcome = { kind: 'error', why: 'not-asked', name: null };
  for (let tries = 0; tries < TRIES; tries++) {
    const index = tries % requests.length;
    onTry(index);
    outcome = await ask(requests[index] as AskRequest);
    if (!isSilence(outcome) && !(requests.length > 1 && isPutOff(outcome))) break;
  }
  return outcome;
}

/** Most requests of one round to others than WhatsApp (the contract's 14), whatever has to be asked again. */
export const ROUND = 14;

/** Asks until so many requests to others than WhatsApp were made. */
export function atMost(most: number, ask: Ask): Ask {
  let made = 0;
  return async (request) =>
    request.purpose === 'whatsapp' || ++made <= most
      ? ask(request)
      : { kind: 'error', why: 'spent', name: null };
}

/** A parsed answer, or the reason why there is none. */
export type Parsed<S extends SourceId> = { ok: true; value: Values[S] } | { ok: false; why: MissingReason };

/** Stamps a parsed answer with the time it was read. */
export function toReading<S extends SourceId>(parsed: Parsed<S>, at: number): Reading<S> {
  return parsed.ok ? { state: 'known', value: parsed.value, at } : { state: 'missing', why: parsed.why, at };
}
