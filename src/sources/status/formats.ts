/** Which reader understands which kind of page, and how a kind is recognised by the shape of its body. */
import { parseJson } from '../json';
import { readApple } from './apple';
import { readBetterStack } from './better-stack';
import { readCachet } from './cachet';
import { readGoogle } from './google';
import { readInstatus } from './instatus';
import { readMicrosoft } from './microsoft';
import { fieldsOf, listOf } from './shape';
import { readSignal } from './signal';
import { readSlack } from './slack';
import { nameOf, type ReadStatus } from './state';
import { readStatusIo } from './status-io';
import { readStatuspage } from './statuspage';

/** Kinds whose readers are small and always at hand. */
const READERS = {
  statuspage: readStatuspage,
  slack: readSlack,
  google: readGoogle,
  apple: readApple,
  microsoft: readMicrosoft,
  signal: readSignal,
  instatus: readInstatus,
  'better-stack': readBetterStack,
  'status-io': readStatusIo,
  cachet: readCachet,
} as const;

export type Format = keyof typeof READERS | 'feed';

/** The reader for this kind, or `null` for a kind we do not know. Feeds bring their parser along only when one is read. */
export async function loadReader(format: string): Promise<ReadStatus | null> {
  if (format === 'feed') return (await import('./feed')).readFeed;
  return Object.hasOwn(READERS, format) ? READERS[format as keyof typeof READERS] : null;
}

/** The kind of page this is the body of, and what it calls itself; `null` for none we know. Never throws. */
export async function recognise(text: string): Promise<{ format: Format; name: string | null } | null> {
  const start = text.slice(0, 500).trimStart();
  if (start.startsWith('<')) return recogniseFeed(text, start);
  const body = parseJson(text);
  const { page, status, data, result, active_incidents } = fieldsOf(body);
  const own = nameOf(fieldsOf(page).name);
  if (typeof fieldsOf(status).indicator === 'string') return { format: 'statuspage', name: own };
  if (typeof fieldsOf(page).status === 'string') return { format: 'instatus', name: own };
  if (typeof status === 'string' && Array.isArray(active_incidents)) return { format: 'slack', name: null };
  const { type, attributes } = fieldsOf(data);
  if (type === 'status_page')
    return { format: 'better-stack', name: nameOf(fieldsOf(attributes).company_name) };
  if (fieldsOf(fieldsOf(result).status_overall).status_code !== undefined)
    return { format: 'status-io', name: null };
  const [component] = listOf(data);
  const isCachet = component !== undefined && Number(component.status) > 0 && 'status_name' in component;
  return isCachet ? { format: 'cachet', name: null } : null;
}

async function recogniseFeed(
  text: string,
  start: string,
): Promise<{ format: 'feed'; name: string | null } | null> {
  // A page for people is most of what is met; it needs no parser.
  if (!/<(?:rss|feed|\w+:feed)[\s>]/i.test(text.slice(0, 2_000)) || /^<(?:!doctype )?html/i.test(start))
    return null;
  const title = (await import('./feed')).titleOfFeed(text);
  return title === null ? null : { format: 'feed', name: nameOf(title) };
}
