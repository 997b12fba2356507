/**
 * Stories on Hacker News that say WhatsApp is down: Algolia's search of it, keyless and readable from a web page. Slow and
 * small, but clean: somebody noticed. None at all means nothing.
 */
import * as v from '../core/shape';
import type { Ask } from './ask';
import { QUARTER_MS } from './crowd-window';
import { parseJson } from './json';

const Hits = v.object({
  hits: v.array(v.object({ title: v.optional(v.nullable(v.string())), created_at_i: v.number() })),
});

/** Words of a title that tell of an outage. English, as the site is. */
const OUTAGE = /\b(down|outage|offline|not working|broken|unavailable|disruptions?)\b/i;

/** The search's body → how many stories of the last quarter of an hour. Never throws. */
export function parseStories(text: string, now: number): number | null {
  const parsed = v.safeParse(Hits, parseJson(text));
  if (!parsed.success) return null;
  return parsed.output.hits.filter(({ title, created_at_i }) => {
    const ageMs = now - created_at_i * 1_000;
    return title && /whatsapp/i.test(title) && OUTAGE.test(title) && ageMs <= QUARTER_MS && ageMs > -60_000;
  }).length;
}

/** Asks for the newest stories about WhatsApp; `null` when not heard. 1 request. */
export async function fetchStories(ask: Ask, now: number): Promise<number | null> {
  // Whole minutes: the same address for everybody who asks in this minute.
  const since = Math.floor((now - QUARTER_MS) / 60_000) * 60;
  const query = `query=whatsapp&tags=story&numericFilters=created_at_i>${since}&hitsPerPage=20`;
  const outcome = await ask({
    url: `https://hn.algolia.com/api/v1/search_by_date?${query}`,
    purpose: 'crowd',
    how: 'read',
    deadlineMs: 6_000,
    maxBytes: 32 * 1024,
  });
  if (outcome.kind !== 'answer' || outcome.status !== 200) return null;
  return parseStories(outcome.text, outcome.dateAt ?? now);
}
