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

/** A parsed answer, or the reason why there is none. */
export type Parsed<S extends SourceId> = { ok: true; value: Values[S] } | { ok: false; why: MissingReason };

/** Stamps a parsed answer with the time it was read. */
export function toReading<S extends SourceId>(parsed: Parsed<S>, at: number): Reading<S> {
  return parsed.ok ? { state: 'known', value: parsed.value, at } : { state: 'missing', why: parsed.why, at };
}
