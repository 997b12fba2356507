/**
 * Meta's own status page. It covers business products, is written by people and late: its word counts,
 * its silence never does. Unknown paths answer 200 with the same web page, so the shape decides.
 * Words seen by independent readers (2026-07/09): "No known issues", "Resolved", "Low/Medium/High disruptions".
 */
import * as v from 'valibot';
import { META_AGE_MS, type MetaValue } from '../core/evidence';
import type { Ask, AskOutcome, Parsed } from './ask';
import { fingerprint } from './fingerprint';
import { parseJson } from './json';
import { isMetas } from './metas';
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
const CONSUMER = ['messenger', 'ig-messenger', 'facebook-login', 'instagram'];

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
  const clock = dateAt ?? now;
  const worst = worstService(whatsapp.services, clock);
  const sinceAt = worst?.time ? timeOf(worst.time) : null;
  const level = worst ? levelOf(worst.status) : 'nothing';
  const others = parsed.output.filter(
    (org) => org !== whatsapp && CONSUMER.includes(org.id) && org.services.some(isOutage),
  );
  return {
    ok: true,
    value: {
      level,
      service: worst && level !== 'nothing' ? plainText(worst.name, 80) : null,
      sinceAt,
      ageMs: sinceAt === null ? null : ageOf(sinceAt, clock),
      others: others.slice(0, CONSUMER.length).map((org) => plainText(org.name, 60)),
      statement: null,
      html: null,
      foreign: false,
    },
  };
}

function levelOf(status: string): Level {
  return LEVELS.get(status.trim()) ?? 'unknown-word';
}

function isOutage(service: v.InferOutput<typeof Service>): boolean {
  return ['high', 'medium'].includes(levelOf(service.status));
}

/** The worst one; an outage that began lately before an older one, which no longer explains anything. */
function worstService(services: readonly v.InferOutput<typeof Service>[], clock: number) {
  const rank = (service: (typeof services)[number]) => {
    const sinceAt = service.time ? timeOf(service.time) : null;
    const ageMs = sinceAt === null ? null : ageOf(sinceAt, clock);
    const old = isOutage(service) && (ageMs === null || ageMs > META_AGE_MS);
    return WORST_FIRST.indexOf(levelOf(service.status)) + (old ? WORST_FIRST.length : 0);
  };
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
  const open = parsed.output.filter((one) => levelOf(one.status) !== 'resolved');
  const posts = open.flatMap((one) => one.posts);
  const at = (post: (typeof posts)[number]) => (post.time ? (timeOf(post.time) ?? 0) : 0);
  const [latest] = posts.toSorted((a, b) => at(b) - at(a));
  return latest ? plainText(latest.description, STATEMENT_LENGTH) : null;
}

/** Asks for Meta's word, and for its sentence only when it newly reports an outage. At most 2 requests. */
export async function fetchMeta(
  ask: Ask,
  now: () => number,
  before: MetaValue | null = null,
): Promise<Parsed<'meta-status'>> {
  const orgs = await ask({ url: ORGS, purpose: 'meta', how: 'read', deadlineMs: 6_000 });
  const parsed = toParsed(orgs, now());
  if (!parsed.ok || !['high', 'medium'].includes(parsed.value.level)) return parsed;
  if (before?.statement && before.level === parsed.value.level)
    return { ok: true, value: { ...parsed.value, statement: before.statement } };
  const outages = await ask({
    url: 'https://metastatus.com/data/outages/whatsapp-business-api.json',
    purpose: 'meta',
    how: 'read',
    deadlineMs: 3_000,
  });
  const statement = outages.kind === 'answer' ? parseStatement(outages.text) : null;
  return { ok: true, value: { ...parsed.value, statement } };
}

/** What is known of Meta's word when something else answered in its place. */
const NO_WORD: MetaValue = {
  level: 'unknown-word',
  service: null,
  sinceAt: null,
  ageMs: null,
  others: [],
  statement: null,
  html: null,
  foreign: false,
};

/** A web page instead of data is kept as its fingerprint: the same page for two hosts is a sign-in network. */
export function toParsed(outcome: AskOutcome, now: number): Parsed<'meta-status'> {
  switch (outcome.kind) {
    case 'error':
      return { ok: false, why: outcome.why };
    case 'opaque':
      return { ok: false, why: 'unreadable' };
    case 'redirect':
      return outcome.toHost === null || isMetas(outcome.toHost)
        ? { ok: false, why: 'unreadable' }
        : { ok: true, value: { ...NO_WORD, foreign: true } };
    case 'answer':
      if (outcome.status < 500 && /html/i.test(outcome.contentType))
        return { ok: true, value: { ...NO_WORD, html: fingerprint(outcome.text) } };
      if (outcome.status === 200) return parseOrgs(outcome.text, outcome.dateAt, now);
      return { ok: false, why: outcome.status === 429 ? 'refused' : 'unreadable' };
  }
}
