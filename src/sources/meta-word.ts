/**
 * Meta's word, in each of the three places where it stands: the list of all products, a product's open outages, and its
 * feed. Words seen by independent readers (2026-07/09): "No known issues", "Resolved", "Low/Medium/High disruptions".
 */

import { META_AGE_MS, type MetaValue } from '../core/evidence';
import * as v from '../core/shape';
import { parseJson } from './json';
import { plainText } from './plain-text';
import { parseItems } from './rss';

export const SITE = 'https://metastatus.com/';

/** A product's name in addresses, and its feed. Meta has renamed products before, and their feeds with them. */
export interface Product {
  id: string;
  feed: string;
}

const feedOf = (id: string) => `outage-events-feed-${id}.rss`;

/** WhatsApp's, as of 2026-09. */
export const WHATSAPP: Product = { id: 'whatsapp-business-api', feed: feedOf('whatsapp-business-api') };

const Time = v.optional(v.nullable(v.string()));
const Service = v.object({ name: v.string(), status: v.string(), time: Time });
const Orgs = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    services: v.array(Service),
    rss_file_paths: v.optional(v.unknown()),
  }),
);
const Outage = v.object({
  status: v.string(),
  time: Time,
  posts: v.optional(v.array(v.object({ description: v.string(), time: Time })), []),
});
const Outages = v.array(Outage);

type Service = v.InferOutput<typeof Service>;

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

/** What is known of Meta's word when something else answered in its place. */
export const NO_WORD: MetaValue = {
  level: 'unknown-word',
  service: null,
  sinceAt: null,
  ageMs: null,
  others: [],
  statement: null,
  html: null,
  foreign: false,
};

/** orgs.json → Meta's word on WhatsApp. `clock` is the answer's own `Date`, in epoch ms. Never throws. */
export function parseOrgs(text: string, clock: number): { product: Product; value: MetaValue } | null {
  const parsed = v.safeParse(Orgs, parseJson(text));
  const orgs = parsed.success ? parsed.output : [];
  const whatsapp =
    orgs.find(({ id }) => id === WHATSAPP.id) ?? orgs.find(({ name }) => /whatsapp/i.test(name));
  // An id becomes a part of an address: nothing but these characters may.
  if (whatsapp === undefined || !/^[\w-]{1,64}$/.test(whatsapp.id)) return null;
  const { id, services, rss_file_paths: paths } = whatsapp;
  const [feed] = [paths].flat();
  const named = typeof feed === 'string' && /^[\w-]{1,99}\.rss$/.test(feed);
  const others = orgs
    .filter((org) => org !== whatsapp && CONSUMER.includes(org.id) && org.services.some(isOutage))
    .slice(0, CONSUMER.length)
    .map((org) => plainText(org.name, 60));
  return {
    product: { id, feed: named ? feed : feedOf(id) },
    value: { ...worst(services, clock), others, link: SITE + id },
  };
}

/** outages/<product>.json → what is open now. Never throws. */
export function parseOutages(text: string, clock: number): MetaValue | null {
  const parsed = v.safeParse(Outages, parseJson(text));
  return parsed.success ? fromOutages(parsed.output, clock) : null;
}

/** The product's feed → what is open now: it has items only while something is. Never throws. */
export function parseFeed(text: string, clock: number): MetaValue | null {
  const items = parseItems(text)?.map(({ title = '', description = '', pubDate: time }) => {
    // `[High disruptions]: Cloud API`; whatever else it may say is a word we do not know.
    const [, status = title, name = ''] = /^\s*\[([^\]]*)\]:?(.*)/s.exec(title) ?? [];
    return { status, name, time, posts: [{ description, time }] };
  });
  return items ? fromOutages(items, clock) : null;
}

/** What is open now, with Meta's latest sentence as plain text. */
function fromOutages(
  outages: readonly (v.InferOutput<typeof Outage> & { name?: string })[],
  clock: number,
): MetaValue {
  const posts = outages.filter(({ status }) => levelOf(status) !== 'resolved').flatMap((one) => one.posts);
  const at = ({ time }: (typeof posts)[number]) => timeOf(time) ?? 0;
  const [latest] = posts.toSorted((a, b) => at(b) - at(a));
  const statement = (latest && plainText(latest.description, STATEMENT_LENGTH)) || null;
  return {
    ...worst(
      outages.map((one) => ({ name: '', ...one })),
      clock,
    ),
    statement,
  };
}

/** What the worst of these says, and since when; an outage of lately before an older one, which explains nothing now. */
function worst(services: readonly Service[], clock: number): MetaValue {
  const rank = (service: Service) => {
    const ageMs = ageOf(timeOf(service.time), clock);
    const old = isOutage(service) && (ageMs === null || ageMs > META_AGE_MS);
    return WORST_FIRST.indexOf(levelOf(service.status)) + (old ? WORST_FIRST.length : 0);
  };
  const [first] = services.toSorted((a, b) => rank(a) - rank(b));
  const level = first ? levelOf(first.status) : 'nothing';
  const sinceAt = timeOf(first?.time);
  const service = (first && level !== 'nothing' && plainText(first.name, 80)) || null;
  return { ...NO_WORD, level, service, sinceAt, ageMs: ageOf(sinceAt, clock) };
}

function levelOf(status: string): Level {
  return LEVELS.get(status.trim()) ?? 'unknown-word';
}

function isOutage({ status }: Service): boolean {
  return ['high', 'medium'].includes(levelOf(status));
}

/** Epoch ms, or `null` for words that are no time between 2020 and 2100 with a zone. */
function timeOf(text: string | null | undefined): number | null {
  if (!text || !/(Z|GMT|[+-]\d\d:?\d\d)$/.test(text)) return null;
  const at = Date.parse(text);
  return at > Date.UTC(2020, 0) && at < Date.UTC(2100, 0) ? at : null;
}

/** Age by the answer's own clock; a time more than a few minutes in the future is no age at all. */
function ageOf(sinceAt: number | null, clock: number): number | null {
  if (sinceAt === null) return null;
  const ageMs = clock - sinceAt;
  return ageMs >= -5 * 60_000 ? Math.max(0, ageMs) : null;
}
