/**
 * Two public resolvers elsewhere, in their JSON form (no RFC; the two differ and may change a little:
 * Cloudflare's documentation, 2026-05-05). HTTP 200 comes with SERVFAIL too; the code is in `Status`.
 */

import type { DnsValue, MissingReason, NameState } from '../core/evidence';
import * as v from '../core/shape';
import { type Ask, type AskOutcome, type AskRequest, askPatiently, PATIENCE_MS, type Parsed } from './ask';
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

/** RFC 8914: stale answer 3, stale NXDOMAIN 19; forged 4, blocked 15, censored 16, filtered 17, prohibited 18. */
const STALE = [3, 19];
const FILTERED = [4, 15, 16, 17, 18];

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
export function leadsNowhere(address: string): boolean {
  return address.startsWith('0.') || address.startsWith('127.') || address === '::' || address === '::1';
}

/** One resolver's word on a name: what it says, or why it says nothing. */
interface Word {
  state: NameState;
  why: MissingReason | null;
  /** What of a longer question stayed open. */
  again?: typeof fetchBehind;
}

function question(resolver: Resolver, name: string, type: string): AskRequest {
  const headers = { accept: 'application/dns-json' };
  return { url: resolver(name, type), purpose: 'here', how: 'read', headers, deadlineMs: PATIENCE_MS };
}

async function fetchWord(ask: Ask, resolver: Resolver, name: string, type = 'A'): Promise<Word> {
  return toWord(await askPatiently(ask, [question(resolver, name, type)]));
}

function toWord(outcome: AskOutcome): Word {
  if (outcome.kind === 'error') return { state: 'unreachable', why: outcome.why };
  const { status = 0, text = '' } = outcome.kind === 'answer' ? outcome : {};
  const state = status === 200 ? parseAnswer(text) : null;
  if (state !== null && state !== 'unreachable') return { state, why: null };
  return { state: 'unreachable', why: status === 429 || status >= 500 ? 'refused' : 'unreadable' };
}

const isLost = (state: NameState | undefined) => state === 'gone' || state === 'stale';

/**
 * One resolver on WhatsApp's name, waiting for no other. An address may be left over in its cache after the name's own servers
 * are gone (Meta's records live up to five minutes; 2021-10-04); so where WhatsApp fails here (`failsHere`), it is asked for a
 * record that nobody asks for and no cache has. Servers that give nothing to that (SERVFAIL) are gone, and the address is stale.
 */
async function fetchWhatsApp(ask: Ask, resolver: Resolver, failsHere: Promise<boolean>): Promise<Word> {
  const cached = await fetchWord(ask, resolver, WHATSAPP);
  return cached.state === 'addresses' && (await failsHere) ? fetchBehind(ask, resolver) : cached;
}

/** Whether the name's own servers are still there behind an address in the resolver's cache. */
async function fetchBehind(ask: Ask, resolver: Resolver): Promise<Word> {
  const now = await fetchWord(ask, resolver, WHATSAPP, 'TXT');
  if (now.state === 'gone') return { state: 'stale', why: null };
  // One that answered, though not what was asked, is there; one that stayed silent proves nothing either way.
  const isThere = now.why === null || now.why === 'unreadable';
  return isThere ? { state: 'addresses', why: null } : { ...now, again: fetchBehind };
}

/** What one resolver says of a name, or, where it stays silent, the other; the one that was not heard is `unreachable`. */
async function fetchAnyWord(
  ask: Ask,
  name: string,
  resolvers: readonly Resolver[] = RESOLVERS,
): Promise<readonly NameState[]> {
  const asked = resolvers.map((resolver) => question(resolver, name, 'A'));
  let answering = 0;
  const outcome = await askPatiently(ask, asked, (index) => {
    answering = index;
  });
  return RESOLVERS.map((_, index) => (index === answering ? toWord(outcome).state : 'unreachable'));
}

/** Nothing came back at all only when that is true of both: anything else answered, or was not asked. */
function whyNothing(words: readonly Word[]): MissingReason {
  return words.find(({ why }) => why !== 'unreachable')?.why ?? 'unreachable';
}

/** What an earlier reading tells of a name, if anybody was heard then. */
const heard = (states: readonly NameState[] | null | undefined) =>
  states?.some((one) => one !== 'unreachable') ? states : null;

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
 * Asks both resolvers for WhatsApp's name; when both lost it, one of them also for a control name and Facebook's. At most 6
 * questions, 2 in most cases; one that stays silent is put up to three times.
 */
export async function fetchDns(
  ask: Ask,
  { before = null, gapsOnly = false, failsHere = Promise.resolve(false) }: Known = {},
): Promise<Parsed<'dns'>> {
  const words = await Promise.all(
    RESOLVERS.map((resolver, index): Word | Promise<Word> => {
      const earlier = before?.whatsapp[index];
      if (gapsOnly && earlier && isLost(earlier)) return { state: earlier, why: null };
      return fetchWhatsApp(ask, resolver, failsHere);
    }),
  );
  // One that lost the name while the other was not heard is all but an answer: worth a second patience.
  const silent = words.findIndex(({ why }) => why === 'unreachable');
  if (silent >= 0 && words.some(({ state }) => isLost(state)))
    words[silent] = await (words[silent]?.again ?? fetchWhatsApp)(
      ask,
      RESOLVERS[silent] as Resolver,
      failsHere,
    );
  // Half an answer, because the hour is spent, is no answer.
  if (words.some(({ why }) => why === 'spent')) return { ok: false, why: 'spent' };
  const whatsapp = words.map(({ state }) => state);
  if (whatsapp.every((one) => one === 'unreachable')) return { ok: false, why: whyNothing(words) };
  const value: DnsValue = { whatsapp, control: null, meta: null, statics: null };
  if (!whatsapp.every(isLost)) return { ok: true, value };
  // One after the other: the control decides, Facebook's name only tells how far it reaches.
  const control = heard(before?.control) ?? (await fetchAnyWord(ask, CONTROL));
  const meta = heard(before?.meta) ?? (await fetchAnyWord(ask, META));
  return { ok: true, value: { ...value, control, meta } };
}

/** Asks for the host of the page's scripts, when it fails here. 2 requests. */
export async function fetchStaticsName(ask: Ask): Promise<readonly NameState[]> {
  const words = await Promise.all(RESOLVERS.map((resolver) => fetchWord(ask, resolver, STATICS)));
  return words.map(({ state }) => state);
}
