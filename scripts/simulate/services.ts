/**
 * Everybody who is asked, as they fared on 2021-10-04: all of Meta's is gone; resolvers, controls and Globalping are there. Of
 * all requests a share is never answered, and busy hosts now and then ask for patience. Bodies are of the shape that
 * `src/sources` really reads.
 */
import type { Random } from './random.ts';

export const SERVICES = [
  'WhatsApp',
  'Controls',
  'Resolvers',
  'Meta’s other sites',
  'metastatus.com',
  'Globalping',
] as const;
/** Asked by the winners of the lottery alone. */
export const BY_LOT = 'Globalping';
export type Service = (typeof SERVICES)[number];

const SERVICE_OF: Readonly<Record<string, Service>> = {
  'web.whatsapp.com': 'WhatsApp',
  'static.whatsapp.net': 'WhatsApp',
  'www.gstatic.com': 'Controls',
  'cp.cloudflare.com': 'Controls',
  'cloudflare-dns.com': 'Resolvers',
  'dns.google': 'Resolvers',
  'www.facebook.com': 'Meta’s other sites',
  'www.instagram.com': 'Meta’s other sites',
  'metastatus.com': 'metastatus.com',
  'api.globalping.io': 'Globalping',
};

/** A host nobody planned for would go uncounted: that is an error, not a row. */
export function serviceOf(host: string): Service {
  const found = SERVICE_OF[host];
  if (found === undefined) throw new Error(`the simulation has no host ${host}`);
  return found;
}

/** What becomes of one request; times in ms. */
export type Fate =
  | { kind: 'silence' }
  | { kind: 'dead'; afterMs: number; name: string }
  | { kind: 'answer'; afterMs: number; status: number; text: string; retryAfterS?: number };

export interface Day {
  /** When it is over, in ms since it began. */
  endsAt: number;
  /** Share of all requests that nobody answers. */
  silent: number;
}

/** When the caches on this install's ways lose the names, in ms since the outage began. */
export interface Caches {
  here: number;
  cloudflare: number;
  google: number;
}

/** Meta's records lived up to five minutes in caches (TTL 300 s, PowerDNS' and Cloudflare's accounts of the day). */
export const LONGEST_TTL_MS = 300_000;

/** An outage's end reaches caches that hold the failure (RFC 2308: at most five minutes) as slowly. */
const BACK_MS = 60_000;

const OK = JSON.stringify({
  Status: 0,
  Answer: [{ name: 'a.', type: 1, TTL: 60, data: '157.240.1.60' }],
});
const NO_TEXT = JSON.stringify({ Status: 0, Answer: [{ name: 'a.', type: 5, TTL: 60, data: 'b.' }] });
const GONE = JSON.stringify({ Status: 2, Comment: ['EDE(22): No Reachable Authority'] });
const HEALTHY_ORGS = JSON.stringify([
  {
    id: 'whatsapp-business-api',
    name: 'WhatsApp Business Platform',
    services: [{ name: 'Cloud API', status: 'No known issues' }],
  },
]);

/** A Globalping measurement of twelve places that all fail, or all answer. */
const measured = (failing: boolean) =>
  JSON.stringify({
    id: 'a1',
    status: 'finished',
    results: Array.from({ length: 12 }, (_, index) => ({
      probe: { continent: 'EU', country: 'DE', city: `Place ${index}`, longitude: 1, latitude: 1 },
      result: failing
        ? { status: 'failed', failureSource: 'resolver', rawOutput: 'queryA ENOTFOUND web.whatsapp.com' }
        : {
            status: 'finished',
            statusCode: 200,
            statusCodeName: 'NOERROR',
            answers: [{ type: 'A', value: '157.240.1.60' }],
          },
    })),
  });
const ALL_FAIL = measured(true);
const ALL_FINE = measured(false);

/**
 * Share of a resolver's answers that ask for patience. None of either's documents speaks of any at such rates (2026-11); a few, so
 * that there is a `Retry-After` to violate.
 */
const BUSY = 0.002;

/** How this request fares at `now`. */
export function fateOf(
  url: URL,
  method: string,
  now: number,
  caches: Caches,
  day: Day,
  random: Random,
): Fate {
  const service = serviceOf(url.host);
  if (random() < day.silent) return { kind: 'silence' };
  const out = now < day.endsAt;
  const afterMs = 20 + 180 * random();
  switch (service) {
    case 'Controls':
      return { kind: 'answer', afterMs, status: 204, text: '' };
    case 'Resolvers':
      return resolve(url, now, caches, day, afterMs, random);
    case 'Globalping': {
      // An office's address may have used up its hour.
      if (random() < 0.1) return { kind: 'answer', afterMs, status: 429, text: '{}', retryAfterS: 300 };
      if (method === 'POST')
        return { kind: 'answer', afterMs, status: 202, text: '{"id":"a1","probesCount":12}' };
      return { kind: 'answer', afterMs, status: 200, text: out ? ALL_FAIL : ALL_FINE };
    }
    case 'metastatus.com':
      if (out) return dies(now, caches, afterMs);
      return { kind: 'answer', afterMs, status: 200, text: HEALTHY_ORGS };
    default:
      return out ? dies(now, caches, afterMs) : { kind: 'answer', afterMs, status: 200, text: '{}' };
  }
}

/** Before this device's cache has lost the name, connections are cut; afterwards it is not found. */
function dies(now: number, { here }: Caches, afterMs: number): Fate {
  const name = now < here ? 'net::ERR_CONNECTION_RESET' : 'net::ERR_NAME_NOT_RESOLVED';
  return { kind: 'dead', afterMs, name };
}

function resolve(url: URL, now: number, caches: Caches, day: Day, afterMs: number, random: Random): Fate {
  // A busy moment, and a resolver that says so.
  if (random() < BUSY) return { kind: 'answer', afterMs, status: 429, text: '', retryAfterS: 30 };
  const metas = url.searchParams.get('name') !== 'example.com';
  const text = url.searchParams.get('type') === 'TXT';
  const cacheEnds = url.host === 'dns.google' ? caches.google : caches.cloudflare;
  const lost = metas && now < day.endsAt + BACK_MS * random() && (text || now >= cacheEnds);
  return { kind: 'answer', afterMs, status: 200, text: lost ? GONE : text ? NO_TEXT : OK };
}
