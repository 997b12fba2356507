/**
 * Two public resolvers elsewhere, in their JSON form (no RFC; the two differ and may change a little:
 * Cloudflare's documentation, 2026-05-05). HTTP 200 comes with SERVFAIL too; the code is in `Status`.
 */

import type { DnsValue, MissingReason, NameState } from '../core/evidence';
import * as v from '../core/shape';
import type { Ask, AskOutcome, Parsed } from './ask';
import { parseJson } from './json';

/** Asks about a name without any part of the person's address (`edns_client_subnet`). */
const RESOLVERS = [
  (name: string) => `https://cloudflare-dns.com/dns-query?name=${name}&type=A`,
  (name: string) => `https://dns.google/resolve?name=${name}&type=A&edns_client_subnet=0.0.0.0/0`,
];

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
}

function fetchWords(ask: Ask, name: string): Promise<readonly Word[]> {
  const headers = { accept: 'application/dns-json' };
  return Promise.all(
    RESOLVERS.map(async (url) =>
      toWord(await ask({ url: url(name), purpose: 'here', how: 'read', headers, deadlineMs: 5_000 })),
    ),
  );
}

async function fetchName(ask: Ask, name: string): Promise<readonly NameState[]> {
  return (await fetchWords(ask, name)).map(({ state }) => state);
}

function toWord(outcome: AskOutcome): Word {
  if (outcome.kind === 'error') return { state: 'unreachable', why: outcome.why };
  const state = outcome.kind === 'answer' && outcome.status === 200 ? parseAnswer(outcome.text) : null;
  if (state !== null && state !== 'unreachable') return { state, why: null };
  return { state: 'unreachable', why: 'unreadable' };
}

/** Nothing came back at all only when that is true of both: anything else answered, or was not asked. */
function whyNothing(words: readonly Word[]): MissingReason {
  return words.find(({ why }) => why !== 'unreachable')?.why ?? 'unreachable';
}

/**
 * Asks for WhatsApp's name; only when both resolvers lost it also for a control name and Facebook's, unless `before`
 * says so already. At most 6 requests, 2 the next time.
 */
export async function fetchDns(ask: Ask, before: DnsValue | null = null): Promise<Parsed<'dns'>> {
  const words = await fetchWords(ask, WHATSAPP);
  const whatsapp = words.map(({ state }) => state);
  // Half an answer, because the hour is spent, is no answer.
  if (words.some(({ why }) => why === 'spent')) return { ok: false, why: 'spent' };
  if (whatsapp.every((one) => one === 'unreachable')) return { ok: false, why: whyNothing(words) };
  const value: DnsValue = { whatsapp, control: null, meta: null, statics: null };
  if (!whatsapp.every((one) => one === 'gone' || one === 'stale')) return { ok: true, value };
  if (before?.control) return { ok: true, value: { ...before, whatsapp } };
  const [control, meta] = await Promise.all([fetchName(ask, CONTROL), fetchName(ask, META)]);
  return { ok: true, value: { ...value, control, meta } };
}

/** Asks for the host of the page's scripts, when it fails here. 2 requests. */
export function fetchStaticsName(ask: Ask): Promise<readonly NameState[]> {
  return fetchName(ask, STATICS);
}
