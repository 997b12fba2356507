/**
 * Two public resolvers elsewhere, in their JSON form (no RFC; the two differ and may change a little:
 * Cloudflare's documentation, 2026-05-05). HTTP 200 comes with SERVFAIL too; the code is in `Status`.
 */
import * as v from 'valibot';
import type { DnsValue, MissingReason, NameState } from '../core/evidence';
import { type Ask, type AskOutcome, DEADLINE, type Parsed } from './ask';
import { parseJson } from './json';

/** Asks about a name without any part of the person's address (`edns_client_subnet`). */
const RESOLVERS = [
  (name: string, type: string) => `https://cloudflare-dns.com/dns-query?name=${name}&type=${type}`,
  (name: string, type: string) =>
    `https://dns.google/resolve?name=${name}&type=${type}&edns_client_subnet=0.0.0.0/0`,
];
type Resolver = (typeof RESOLVERS)[number];

const WHATSAPP = 'web.whatsapp.com';
const STATICS = 'static.whatsapp.net';
const CONTROL = 'example.com';
const META = 'www.facebook.com';

const Answer = v.object({
  Status: v.number(),
  Answer: v.optional(v.array(v.object({ type: v.number(), data: v.string() }))),
  // Cloudflare sends an array, Google a string; a healthy Google answer has one too.
  Comment: v.optional(v.unknown()),
  extended_dns_errors: v.optional(v.array(v.object({ info_code: v.number() }))),
});

/** RFC 8914: stale answer 3, stale NXDOMAIN 19; blocked 15, censored 16, filtered 17, prohibited 18. */
const STALE = [3, 19];
const FILTERED = [15, 16, 17, 18];

/** What one resolver's body says about the name. Never throws. */
export function parseAnswer(text: string): NameState | null {
  const parsed = v.safeParse(Answer, parseJson(text));
  if (!parsed.success) return null;
  const { Status, Answer: answers = [], Comment, extended_dns_errors: errors = [] } = parsed.output;
  const comments = [Comment].flat().filter((one) => typeof one === 'string');
  const written = comments.flatMap((one) =>
    [...one.matchAll(/EDE\((\d+)\)/g)].map((found) => Number(found[1])),
  );
  const codes = [...errors.map((one) => one.info_code), ...written];
  if (codes.some((code) => FILTERED.includes(code))) return 'filtered';
  const addresses = answers.filter((one) => one.type === 1 || one.type === 28).map((one) => one.data);
  if (Status === 0 && addresses.length > 0) {
    if (addresses.every(leadsNowhere)) return 'filtered';
    return codes.some((code) => STALE.includes(code)) ? 'stale' : 'addresses';
  }
  if (Status === 0) return 'no-data';
  // SERVFAIL and NXDOMAIN of a name that surely exists; REFUSED and the rest are the resolver's own trouble.
  return Status === 2 || Status === 3 ? 'gone' : 'unreachable';
}

/** Block pages of filtering resolvers: no such address reaches anybody. */
function leadsNowhere(address: string): boolean {
  return address.startsWith('0.') || address.startsWith('127.') || address === '::' || address === '::1';
}

/** One resolver's word on a name: what it says, or why it says nothing. */
interface Word {
  state: NameState;
  why: MissingReason | null;
}

/** A resolver that stays silent so long is asked once more, as every stub resolver does, in ms. */
const PATIENCE_MS = 3_000;
/** Tries for one question. */
const TRIES = 3;

/** Asks one resolver for one name; `type` is a record type. */
async function fetchWord(ask: Ask, resolver: Resolver, name: string, type = 'A'): Promise<Word> {
  const headers = { accept: 'application/dns-json' };
  let outcome: AskOutcome;
  let tries = 0;
  do {
    const url = resolver(name, type);
    outcome = await ask({ url, purpose: 'here', how: 'read', headers, deadlineMs: PATIENCE_MS });
    tries++;
  } while (tries < TRIES && outcome.kind === 'error' && outcome.name === DEADLINE);
  return toWord(outcome);
}

function toWord(outcome: AskOutcome): Word {
  if (outcome.kind === 'error') return { state: 'unreachable', why: outcome.why };
  const state = outcome.kind === 'answer' && outcome.status === 200 ? parseAnswer(outcome.text) : null;
  if (state !== null && state !== 'unreachable') return { state, why: null };
  return { state: 'unreachable', why: 'unreadable' };
}

/** What one resolver says of everything it is asked about. */
interface Testimony {
  whatsapp: Word;
  control: Word | null;
  meta: Word | null;
}

/**
 * One resolver by itself, waiting for no other. An address may be left over in its cache after the name's own servers are
 * gone (Meta's TTLs were up to five minutes on 2021-10-04); so where WhatsApp fails here (`failsHere`), it is asked for a
 * record that nobody asks for and no cache has: servers that answer nothing to that (SERVFAIL) are gone, and the address is stale.
 */
async function fetchTestimony(
  ask: Ask,
  resolver: Resolver,
  failsHere: Promise<boolean>,
  before: Testimony | null,
  gapsOnly: boolean,
): Promise<Testimony> {
  const heard = gapsOnly && before && isLost(before.whatsapp) ? before.whatsapp : null;
  let whatsapp = heard ?? (await fetchWord(ask, resolver, WHATSAPP));
  if (whatsapp.state === 'addresses' && (await failsHere)) {
    const now = await fetchWord(ask, resolver, WHATSAPP, 'TXT');
    // One that answered something, though not what was asked, is there; one that stays silent proves nothing either way.
    if (now.state === 'gone') whatsapp = { state: 'stale', why: null };
    else if (now.state === 'unreachable' && now.why === 'unreachable') whatsapp = now;
  }
  if (!isLost(whatsapp)) return { whatsapp, control: null, meta: null };
  const control = before?.control?.why === null ? before.control : fetchWord(ask, resolver, CONTROL);
  const meta = before?.meta?.why === null ? before.meta : fetchWord(ask, resolver, META);
  return { whatsapp, control: await control, meta: await meta };
}

const isLost = ({ state }: Word) => state === 'gone' || state === 'stale';

/** Nothing came back at all only when that is true of both: anything else answered, or was not asked. */
function whyNothing(words: readonly Word[]): MissingReason {
  return words.find(({ why }) => why !== 'unreachable')?.why ?? 'unreachable';
}

/** What a resolver said in an earlier reading. */
function earlier(before: DnsValue | null, index: number): Testimony | null {
  const word = (state: NameState | undefined): Word | null =>
    state === undefined ? null : { state, why: state === 'unreachable' ? 'unreachable' : null };
  const whatsapp = word(before?.whatsapp[index]);
  return whatsapp && { whatsapp, control: word(before?.control?.[index]), meta: word(before?.meta?.[index]) };
}

/** What is known already when the resolvers are asked. */
export interface Known {
  /** The reading before this one. What it says of the control name and Facebook's is not asked again. */
  before?: DnsValue | null;
  /** Only what that reading lacks is asked: it is young, and a resolver that lost the name then need not say so again. */
  gapsOnly?: boolean;
  /** WhatsApp's host does not answer here. Nobody waits for it where the name is gone. */
  failsHere?: Promise<boolean>;
}

/**
 * Asks both resolvers for WhatsApp's name; one that lost it also for a control name and Facebook's. At most 8 questions, 2 in
 * most cases; one that stays silent is put up to three times.
 */
export async function fetchDns(
  ask: Ask,
  { before = null, gapsOnly = false, failsHere = Promise.resolve(false) }: Known = {},
): Promise<Parsed<'dns'>> {
  const all = await Promise.all(
    RESOLVERS.map((resolver, index) =>
      fetchTestimony(ask, resolver, failsHere, earlier(before, index), gapsOnly),
    ),
  );
  const words = all.map(({ whatsapp }) => whatsapp);
  // Half an answer, because the hour is spent, is no answer.
  if (words.some(({ why }) => why === 'spent')) return { ok: false, why: 'spent' };
  const whatsapp = words.map(({ state }) => state);
  if (whatsapp.every((one) => one === 'unreachable')) return { ok: false, why: whyNothing(words) };
  const states = (part: 'control' | 'meta') =>
    all.every((one) => one[part] !== null) ? all.map((one) => (one[part] as Word).state) : null;
  return { ok: true, value: { whatsapp, control: states('control'), meta: states('meta'), statics: null } };
}

/** Asks for the host of the page's scripts, when it fails here. 2 requests. */
export async function fetchStaticsName(ask: Ask): Promise<readonly NameState[]> {
  const words = await Promise.all(RESOLVERS.map((resolver) => fetchWord(ask, resolver, STATICS)));
  return words.map(({ state }) => state);
}
