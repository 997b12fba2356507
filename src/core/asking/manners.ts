/**
 * What one install remembers of whom it asked, and the two steps of every request: may it begin, and how it ended. Pure and
 * small: `npm run simulate` drives these very steps for a million installs. Design: `docs/adr/0009-asking.md`.
 */
import type { EpochMs, MissingReason } from '../evidence';
import { afterEnd, type Breaker, isOpen, STRIKES, withTrial } from './breaker';
import { type Bucket, tokens } from './bucket';
import { type Count, counting, left } from './budget';
import { costOf, type Row, WHATSAPP } from './hosts';
import type { Purpose } from './ledger';
import { mustWait, UNSAID_MS } from './patience';

/** What we owe one host. */
export interface Host {
  bucket?: Bucket | undefined;
  breaker?: Breaker | undefined;
  /** The host asked not to be asked before this time (`Retry-After`), in epoch ms. */
  notBefore?: EpochMs | undefined;
}

export interface Manners {
  counts: readonly Count[];
  hosts: Readonly<Record<string, Host>>;
}

export const NO_MANNERS: Manners = { counts: [], hosts: {} };

/** One question, as far as manners go. */
export interface Question {
  row: Row;
  host: string;
  purpose: Purpose;
  /** Nobody pressed anything. */
  automatic: boolean;
  method: string;
  body: string;
  /** Most bytes that will be read of the answer; 0 when it is not read at all. */
  upTo: number;
}

/** The request may be made, and is counted from now on; or why it may not. */
export type Beginning = { why: MissingReason } | { why: null; manners: Manners; count: Count };

/** May this request be made now? */
export function begin(manners: Manners, question: Question, now: EpochMs): Beginning {
  const { row, host, purpose, upTo } = question;
  const owed = manners.hosts[host];
  if (mustWait(owed?.notBefore, now)) return { why: 'refused' };
  const { places, requests } = costOf(row, question.method, question.body);
  const count = { purpose, at: now, requests, bytes: 0, upTo };
  if (row === WHATSAPP) return { why: null, manners, count };
  const extra = question.automatic ? 0 : row.byHand;
  if (extra === 0 && isOpen(owed?.breaker, now)) return { why: 'refused' };
  const counts = counting(manners.counts, now);
  const full = tokens(owed?.bucket, row, now);
  const spent =
    full + extra < places ||
    left(counts, 'requests', purpose) < requests ||
    (upTo > 0 && left(counts, 'bytes', purpose) <= 0);
  if (spent) return { why: 'spent' };
  const owing = {
    ...owed,
    bucket: { tokens: full - places, at: now },
    breaker: withTrial(owed?.breaker, now),
  };
  const hosts = { ...manners.hosts, [host]: owing };
  return { why: null, count, manners: { counts: [...counts, count], hosts } };
}

/** May reading go on, with all that has been read of this answer and the others? */
export function mayRead(manners: Manners, { row, purpose }: Question, now: EpochMs): boolean {
  return row === WHATSAPP || left(counting(manners.counts, now), 'bytes', purpose) >= 0;
}

/** How a request ended, as far as manners go. */
export interface Ending {
  /** HTTP status; 200 where it is hidden from us; `null` when nothing came. */
  status: number | null;
  /** Our own deadline ended it while somebody else did answer: then it was not the line. */
  late: boolean;
  /** More came than anybody has reason to send, and not only more than this asker wanted. */
  endless: boolean;
  /** Until when the host asked for patience, in epoch ms. */
  notBefore: EpochMs | null;
}

/** The request ended. */
export function end(
  manners: Manners,
  { row, host }: Question,
  count: Count,
  ending: Ending,
  now: EpochMs,
  random: number,
): Manners {
  const counts = manners.counts.map((one) => (one === count ? { ...one, upTo: undefined } : one));
  const { breaker, notBefore, ...owed } = manners.hosts[host] ?? {};
  // WhatsApp's own are probed, and the controls prove that anything answers at all: no breaker opens for them.
  const next = row.probed ? undefined : afterEnd(breaker, strikesOf(ending), now, random);
  const unsaid = ending.status === 429 ? now + UNSAID_MS : notBefore;
  const owing = { ...owed, breaker: next, notBefore: ending.notBefore ?? unsaid };
  return { counts, hosts: { ...manners.hosts, [host]: owing } };
}

/** Only what the host itself did counts against it: a request that fails is as likely to have met a dead line. */
function strikesOf({ status, late, endless, notBefore }: Ending): number | null {
  if (endless) return STRIKES;
  if (status === null) return late ? 1 : null;
  // "Too much": at once, unless the host itself said how long.
  if (status === 429 || status === 503) return notBefore === null ? STRIKES : 2;
  return status >= 500 ? 2 : 0;
}
