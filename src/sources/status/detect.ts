/**
 * Finds out what kind of status page an address is: a few paths on that one host, most common kind first, by the shape of what comes.
 * Stops at the first that fits, and at once when the host does not answer or may not be asked any more.
 */
import type { MissingReason } from '../../core/evidence';
import type { Ask } from '../ask';
import { type Format, recognise } from './formats';

/** A page of one company that no path gives away: found by its address. */
export interface KnownPage {
  /** Its address for people begins like this. */
  page: string;
  url: string;
  format: Format;
  name: string;
}

const PATHS = [
  // Statuspage and incident.io.
  '/api/v2/summary.json',
  // Instatus.
  '/summary.json',
  // Better Stack.
  '/index.json',
  // Cachet; it gives 20 unless asked for more.
  '/api/v1/components?per_page=100',
  '/history.atom',
  '/history.rss',
  '/feed.rss',
];

/** An address that is data itself rather than the page for people. */
const IS_DATA = /\.(?:json|rss|atom|xml)$|\/(?:rss|feed|atom)\/?$|\/1\.0\/status\/\w+$/i;

export type Detected =
  | { ok: true; url: string; format: Format; name: string | null }
  | { ok: false; why: MissingReason | 'no-status-page' };

/** `url` is an `https:` address that was checked. At most eight requests, one after another. */
export async function detectPage(ask: Ask, url: string, known: readonly KnownPage[]): Promise<Detected> {
  const page = known.find((one) => url.startsWith(one.page) || url === one.url);
  if (page) return { ok: true, url: page.url, format: page.format, name: page.name };
  const origin = url.split('/', 3).join('/');
  const [address = ''] = url.split(/[?#]/);
  const typed = IS_DATA.test(address) ? [url] : [];
  for (const candidate of [...typed, ...PATHS.map((path) => `${origin}${path}`)]) {
    const outcome = await ask({
      url: candidate,
      purpose: 'fallback',
      how: 'read',
      deadlineMs: 8_000,
      maxBytes: 48 * 1024,
    });
    if (outcome.kind === 'error' && outcome.why !== 'unreadable') return { ok: false, why: outcome.why };
    const found = outcome.kind === 'answer' && outcome.status === 200 ? await recognise(outcome.text) : null;
    if (found) return { ok: true, url: candidate, ...found };
  }
  return { ok: false, why: 'no-status-page' };
}
