/**
 * Meta's own status page. It covers business products, is written by people and late: its word counts, its silence never
 * does. Unknown paths answer 200 with the same web page, so the shape decides. The list of all products is asked first; where
 * it cannot be read or has no WhatsApp, the product's open outages, and then its feed (`docs/adr/0013-metas-second-path.md`).
 */
import type { MetaValue } from '../core/evidence';
import type { Ask, AskOutcome, Parsed } from './ask';
import { fingerprint } from './fingerprint';
import { NO_WORD, parseFeed, parseOrgs, parseOutages, SITE, WHATSAPP } from './meta-word';
import { isMetas } from './metas';

/**
 * Asks for Meta's word; and for what is open now when it newly reports an outage, or its list cannot be read. At most 3
 * requests.
 */
export async function fetchMeta(
  ask: Ask,
  now: () => number,
  before: MetaValue | null = null,
): Promise<Parsed<'meta-status'>> {
  const askFor = (path: string, deadlineMs = 3_000) =>
    ask({ url: SITE + path, purpose: 'meta', how: 'read', deadlineMs });
  const orgs = await askFor('data/orgs.json', 6_000);
  const listed = isPage(orgs) ? null : read(orgs, parseOrgs, now());
  const first = toParsed(orgs, now(), listed?.value);
  // Nobody is there, it wants to be left alone, or a foreign house answers in its place.
  if (orgs.kind !== 'answer' || orgs.status === 429) return first;
  const level = listed?.value.level;
  if (listed && level !== 'high' && level !== 'medium') return first;
  if (listed && before?.statement && before.level === level)
    return { ok: true, value: { ...listed.value, statement: before.statement } };

  const { id, feed } = listed?.product ?? WHATSAPP;
  const outages = await askFor(`data/outages/${id}.json`);
  let open = read(outages, parseOutages, now());
  // The same web page for both: it is everywhere, and the feed's address has nothing else either.
  const isEverywhere = () =>
    isPage(orgs) && outages.kind === 'answer' && outages.status === 200 && outages.text === orgs.text;
  if (!open && outages.kind === 'answer' && !isEverywhere())
    open = read(await askFor(feed), parseFeed, now());
  if (listed) return { ok: true, value: { ...listed.value, statement: open?.statement ?? null } };
  return open ? { ok: true, value: { ...open, link: SITE + id } } : first;
}

/** The body of an answer in order, by the answer's own clock. */
function read<T>(outcome: AskOutcome, parse: (text: string, clock: number) => T, now: number): T | null {
  return outcome.kind === 'answer' && outcome.status === 200
    ? parse(outcome.text, outcome.dateAt ?? now)
    : null;
}

const isPage = (outcome: AskOutcome) =>
  outcome.kind === 'answer' && outcome.status < 500 && /html/i.test(outcome.contentType);

/** What the list of products says. A web page in its place is kept as its fingerprint: two hosts' same is a sign-in network. */
export function toParsed(
  outcome: AskOutcome,
  now: number,
  value = read(outcome, parseOrgs, now)?.value,
): Parsed<'meta-status'> {
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
      if (isPage(outcome)) return { ok: true, value: { ...NO_WORD, html: fingerprint(outcome.text) } };
      if (value) return { ok: true, value };
      return { ok: false, why: outcome.status === 429 ? 'refused' : 'unreadable' };
  }
}
