/**
 * Meta's own status page. It covers business products, is written by people and late: its word counts,
 * its silence never does. Unknown paths answer 200 with the same web page, so the shape decides.
 * Words seen by independent readers (2026-07/09): "No known issues", "Resolved", "Low/Medium/High disruptions".
 */
import * as v from 'valibot';
import type { MetaValue } from '../core/evidence';
import type { Ask, AskOutcome, Parsed } from './ask';
import { fingerprint } from './fingerprint';
import { parseJson } from './json';
import { plainText } from './plain-text';

const ORGS = 'https://metastatus.com/data/orgs.json';

const Service = v.object({ name: v.string(), status: v.string(), time: v.optional(v.nullable(v.string())) });
const Org = v.object({ id: v.string(), name: v.string(), services: v.array(Service) });
const Orgs = v.array(Org);
const Outages = v.array(
  v.object({
    status: v.string(),
    posts: v.optional(v.array(v.object({ description: v.string(), time: v.optional(v.string()) })), []),
  }),
);

type Level = MetaValue['level'];
const LEVELS: ReadonlyMap<string, Level> = new Map([
  ['High disruptions', 'high'],
  ['Medium disruptions', 'medium'],
  ['Low disruptions', 'low'],
  ['Resolved', 'resolved'],
  ['No known issues', 'nothing'],
]);
const WORST_FIRST: readonly Level[] = ['high', 'medium', 'low', 'unknown-word', 'resolved', 'nothing'];

/** Consumer products whose trouble widens WhatsApp's to Meta's; Ads, shops and business tools do not. */
const CONSUMER = /^(messenger|facebook-login|ig-|instagram)/;

/** Longest sentence of Meta's that is kept, in characters. */
const STATEMENT_LENGTH = 400;

/** orgs.json → Meta's word on WhatsApp. `dateAt` is the answer's own `Date`, in epoch ms. Never throws. */
export function parseOrgs(text: string, dateAt: number | null, now: number): Parsed<'meta-status'> {
  const parsed = v.safeParse(Orgs, parseJson(text));
  if (!parsed.success) return { ok: false, why: 'unreadable' };
  const whatsapp =
    parsed.output.find((org) => org.id === 'whatsapp-business-api') ??
    parsed.output.find((org) => /whatsapp/i.test(org.name));
  if (whatsapp === undefined) return { ok: false, why: 'unreadable' };
  const worst = worstService(whatsapp.services);
  const sinceAt = worst?.time ? timeOf(worst.time) : null;
  const level = worst ? levelOf(worst.status) : 'nothing';
  return {
    ok: true,
    value: {
      level,
      service: worst && level !== 'nothing' ? plainText(worst.name, 80) : null,
      sinceAt,
      ageMs: sinceAt === null ? null : ageOf(sinceAt, dateAt ?? now),
      others: parsed.output
        .filter((org) => org !== whatsapp && CONSUMER.test(org.id) && org.services.some(isOutage))
        .map((org) => plainText(org.name, 60)),
      statement: null,
      html: null,
    },
  };
}

function levelOf(status: string): Level {
  return LEVELS.get(status.trim()) ?? 'unknown-word';
}

function isOutage(service: v.InferOutput<typeof Service>): boolean {
  return ['high', 'medium'].includes(levelOf(service.status));
}

function worstService(services: readonly v.InferOutput<typeof Service>[]) {
  const rank = (service: (typeof services)[number]) => WORST_FIRST.indexOf(levelOf(service.status));
  return services.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** Epoch ms, or `null` for words that are no time between 2020 and 2100 with a zone. */
function timeOf(text: string): number | null {
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(text)) return null;
  const at = Date.parse(text);
  return at > Date.UTC(2020, 0) && at < Date.UTC(2100, 0) ? at : null;
}

/** Age by the answer's own clock; a time more than a few minutes in the future is no age at all. */
function ageOf(sinceAt: number, dateAt: number): number | null {
  const ageMs = dateAt - sinceAt;
  return ageMs >= -5 * 60_000 ? Math.max(0, ageMs) : null;
}

/** outages/<org>.json → Meta's latest sentence, as plain text. Never throws. */
export function parseStatement(text: string): string | null {
  const parsed = v.safeParse(Outages, parseJson(text));
  if (!parsed.success) return null;
  const post = parsed.output.find((one) => levelOf(one.status) !== 'resolved')?.posts.at(-1);
  return post ? plainText(post.description, STATEMENT_LENGTH) : null;
}

/** Asks for Meta's word, and for its sentence only when it reports an outage. At most 2 requests. */
export async function fetchMeta(ask: Ask, now: () => number): Promise<Parsed<'meta-status'>> {
  const orgs = await ask({ url: ORGS, purpose: 'meta', how: 'read', deadlineMs: 8_000 });
  const parsed = toParsed(orgs, now());
  if (!parsed.ok || !['high', 'medium'].includes(parsed.value.level)) return parsed;
  const outages = await ask({
    url: 'https://metastatus.com/data/outages/whatsapp-business-api.json',
    purpose: 'meta',
    how: 'read',
    deadlineMs: 4_000,
  });
  const statement = outages.kind === 'answer' ? parseStatement(outages.text) : null;
  return { ok: true, value: { ...parsed.value, statement } };
}

/** A web page instead of data is kept as its fingerprint: the same page for two hosts is a sign-in network. */
export function toParsed(outcome: AskOutcome, now: number): Parsed<'meta-status'> {
  if (outcome.kind === 'error') return { ok: false, why: outcome.why };
  if (outcome.kind !== 'answer') return { ok: false, why: 'unreadable' };
  if (outcome.status < 500 && /html/i.test(outcome.contentType)) {
    const html = fingerprint(outcome.text);
    return {
      ok: true,
      value: {
        level: 'unknown-word',
        service: null,
        sinceAt: null,
        ageMs: null,
        others: [],
        statement: null,
        html,
      },
    };
  }
  if (outcome.status !== 200) return { ok: false, why: outcome.status === 429 ? 'refused' : 'unreadable' };
  return parseOrgs(outcome.text, outcome.dateAt, now);
}
