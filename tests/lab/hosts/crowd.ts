import { type Exchange, send, sendJson } from '../exchange.ts';
import type { Host } from './host.ts';

/** Where people write about it: Hacker News by Algolia's search, and one Mastodon server. */
export const crowd: Host[] = [
  {
    names: ['hn.algolia.com'],
    behaviour: ({ crowd }) => crowd.hackerNews,
    serve: serveStories,
    openToAll: true,
  },
  {
    names: ['mastodon.social'],
    behaviour: ({ crowd }) => crowd.mastodon,
    serve: serveTimeline,
    openToAll: true,
  },
];

const MINUTE = 60_000;

function serveStories(exchange: Exchange): void {
  const { pathname, searchParams } = exchange.url;
  if (pathname !== '/api/v1/search_by_date') {
    sendJson(exchange, 404, { message: 'Not found' });
    return;
  }
  const since = Number(/created_at_i>(\d+)/.exec(searchParams.get('numericFilters') ?? '')?.[1] ?? 0);
  const hits = Array.from({ length: exchange.world.crowd.stories }, (_, index) => {
    const at = Date.now() - (index + 1) * MINUTE;
    return {
      objectID: String(45_000_000 + index),
      title: index % 2 === 0 ? 'WhatsApp is down' : 'Tell HN: WhatsApp outage',
      url: null,
      author: `author-${index}`,
      points: 12,
      num_comments: 8,
      created_at: new Date(at).toISOString(),
      created_at_i: Math.floor(at / 1_000),
      _tags: ['story'],
    };
  }).filter((hit) => hit.created_at_i > since);
  sendJson(exchange, 200, {
    hits,
    nbHits: hits.length,
    page: 0,
    nbPages: 1,
    hitsPerPage: 20,
    query: 'whatsapp',
  });
}

function serveTimeline(exchange: Exchange): void {
  const { pathname, searchParams } = exchange.url;
  if (!/^\/api\/v1\/timelines\/tag\/\w+$/.test(pathname)) {
    send(exchange, 404, 'application/json', '{}');
    return;
  }
  const limit = Number(searchParams.get('limit') ?? 20);
  const statuses = Array.from({ length: Math.min(limit, exchange.world.crowd.accounts) }, (_, index) => ({
    id: String(115_900_000_000_000_000 - index),
    created_at: new Date(Date.now() - (index + 1) * 10_000).toISOString(),
    language: 'en',
    visibility: 'public',
    account: { id: String(index), acct: `person-${index}@mastodon.example`, note: 'x'.repeat(600) },
    content: '<p>Is it just me? #whatsappdown</p>',
  }));
  sendJson(exchange, 200, statuses);
}
