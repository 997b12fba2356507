/**
 * RSS 2.0 and Atom. A feed is a history and not a state: what is open has to be guessed from dates and prose, so only items of the last
 * 24 hours count, and only while neither the title nor the newest status word calls them over ("Resolved: Major outage" was once
 * taken for an open one, world-intel-mcp#24).
 */
import { plainText } from '../plain-text';
import { timeOf } from './shape';
import { nameOf, type Open, type ReadStatus, summed, UNKNOWN } from './state';
import { childrenOf, localName, parseRoot, textIn } from './xml';

const RECENT_MS = 24 * 60 * 60_000;

/** No feed has more items of one day. */
const MOST_ITEMS = 50;

const OVER = /^(?:resolved|completed|mitigated|closed|restored|fixed|recovered|postmortem|cancell?ed)$/i;
/** What a title begins with: "Resolved: …", "[Resolved] …", "(RESOLVED) …". */
const FIRST_WORD = /^[\s[(]*(\p{L}+)/u;
/** The newest update comes first, as "Resolved - …" (Statuspage's history; the same in Instatus and Better Stack). */
const STATUS_WORD =
  /\b(investigating|identified|monitoring|update|in progress|verifying|scheduled|resolved|completed|mitigated|postmortem|cancell?ed)\s*[-–—:]/i;
/** Announced work: Statuspage's history has it among the incidents. */
const PLANNED = /^[\s[(]*(?:scheduled|planned|upcoming)\b|\bscheduled event\b|\bmaintenance\b/i;

export const readFeed: ReadStatus = (text, now) => {
  const feed = parseFeed(text);
  if (feed === null) return UNKNOWN;
  const dated = childrenOf(feed, 'item', 'entry')
    .slice(0, MOST_ITEMS)
    .map((item) => ({ item, at: timeOf(textIn(item, 'updated', 'pubDate', 'published', 'date'), now) }));
  // Items without a single date we can read: nothing is known of what is recent.
  if (dated.length > 0 && dated.every(({ at }) => at === null)) return UNKNOWN;
  const open = dated
    .filter(({ at }) => at !== null && now - at < RECENT_MS)
    .flatMap(({ item, at }): Open[] => {
      const title = plainText(textIn(item, 'title'), 300);
      const prose = plainText(textIn(item, 'encoded', 'content', 'description', 'summary'), 1_000);
      const state = stateOfItem(title, prose);
      const since = timeOf(textIn(item, 'published'), now) ?? at;
      return state === 'fine' ? [] : [{ state, name: nameOf(title), since }];
    });
  return summed([], open);
};

function stateOfItem(title: string, prose: string): 'fine' | 'maintenance' | 'trouble' {
  const first = FIRST_WORD.exec(title)?.[1] ?? '';
  const word = STATUS_WORD.exec(prose)?.[1]?.toLowerCase() ?? FIRST_WORD.exec(prose)?.[1] ?? '';
  if (OVER.test(first) || OVER.test(word) || /[\s[(]resolved[\])]?\s*$/i.test(title)) return 'fine';
  if (!PLANNED.test(title) && !/scheduled event/i.test(prose)) return 'trouble';
  return word === 'in progress' || word === 'verifying' ? 'maintenance' : 'fine';
}

/** The element that has the items and the title, or `null` when the text is no feed. */
function parseFeed(text: string) {
  const root = parseRoot(text);
  if (root === null) return null;
  if (localName(root) === 'feed') return root;
  return localName(root) === 'rss' ? (childrenOf(root, 'channel')[0] ?? null) : null;
}

/** What the feed calls itself; `null` when the text is no feed. */
export function titleOfFeed(text: string): string | null {
  const feed = parseFeed(text);
  return feed && textIn(feed, 'title');
}
