/**
 * Who may be asked, for what, and how often: the one table. Nobody outside it is, whoever wants it; a status page that
 * the person added (purpose `fallback`) counts as inside while its origin's permission is there. Pure.
 * Rates: what each can be expected to bear from very many browsers; the hour's budget is tighter for all of them.
 */
import { AGAIN_MS } from '../evidence';
import type { Rate } from './bucket';
import { HOURLY } from './budget';
import type { Purpose } from './ledger';

const MINUTE = 60_000;
const KB = 1024;
/** No answer we read is anywhere near this long, in bytes; a hostile one stops here. */
const LONGEST = 256 * KB;

export interface Row extends Rate {
  /** Purposes it may be asked for. */
  for: string;
  /** Hosts, with the path where we ask for nothing else there. */
  hosts: string;
  /**
   * Further tokens a person may use: "Check again" runs these sources every ten seconds if it likes, until the hour's
   * budget ends it. It is also let through an open breaker, as the one that looks whether the host is well.
   */
  byHand: number;
  /** The same question is not put again within this time, in ms; its answer serves whoever asks. */
  againMs: number;
  /** Most bytes of one answer, where the asker says nothing else. */
  most: number;
  /** Asked to learn whether anything answers: silence is an answer too, and no breaker opens for it. */
  probed: boolean;
}

const row = (
  purposes: string,
  hosts: string,
  burst: number,
  refillMs: number,
  more: Partial<Row> = {},
): Row => ({
  for: purposes,
  hosts,
  burst,
  refillMs,
  byHand: 0,
  againMs: 90_000,
  most: 32 * KB,
  probed: false,
  ...more,
});

const CHECKED = { byHand: HOURLY, againMs: AGAIN_MS };

/** WhatsApp's own hosts: this browser talks to them anyway. Not counted, never left alone, asked as often as it takes. */
export const WHATSAPP = row('whatsapp', 'web.whatsapp.com static.whatsapp.net', 1, 1, {
  againMs: 0,
  most: LONGEST,
  probed: true,
});
/** Built for this load, by every phone there is. */
const CONTROLS = row('here', 'www.gstatic.com/generate_204 cp.cloudflare.com/generate_204', 8, MINUTE, {
  ...CHECKED,
  probed: true,
});
/** A first round takes up to four questions, and each twice more when it stays silent. */
const RESOLVERS = row('here', 'cloudflare-dns.com/dns-query dns.google/resolve', 12, 2 * MINUTE, {
  ...CHECKED,
  most: 4 * KB,
});
const FAMILY = row(
  'here fallback',
  'www.facebook.com www.instagram.com www.messenger.com',
  4,
  2 * MINUTE,
  CHECKED,
);
/** Two requests when it reports something. */
const META = row('meta', 'metastatus.com', 4, 5 * MINUTE, { ...CHECKED, most: 24 * KB });
/** Tokens are places: 24 an hour, a tenth of what an address has there, since offices share one. Looks cost nothing. */
const GLOBALPING = row('world country', 'api.globalping.io', 24, 2.5 * MINUTE, {
  againMs: 0,
  most: 64 * KB,
});

const TABLE: readonly Row[] = [
  WHATSAPP,
  CONTROLS,
  RESOLVERS,
  FAMILY,
  META,
  GLOBALPING,
  row('crowd', 'hn.algolia.com mastodon.social', 6, 10 * MINUTE),
  row('country', 'api.ooni.io', 2, 30 * MINUTE),
  row('country', 'api.ioda.inetintel.cc.gatech.edu', 4, 15 * MINUTE),
  /** Web hosts and status pages of the other ways; a few in a row, to find out how a page is written. */
  row(
    'fallback',
    'web.telegram.org signal.org status.signal.org discord.com discordstatus.com app.slack.com slack-status.com chat.google.com www.google.com/appsstatus teams.live.com status.cloud.microsoft app.zoom.us www.zoomstatus.com app.element.io status.matrix.org www.viber.com www.apple.com',
    8,
    5 * MINUTE,
  ),
];
const ADDED = TABLE.at(-1) as Row;

/** An address taken apart, as `URL` does. */
export interface Address {
  protocol: string;
  username: string;
  /** With the port, when it is not the usual one. */
  host: string;
  pathname: string;
}

/** The row for this request, or `null`: nobody is asked. `granted`: the person gave us this origin. */
export function rowOf(address: Address, purpose: Purpose, granted: boolean): Row | null {
  const { protocol, host, pathname, username } = address;
  if (protocol !== 'https:' || username !== '') return null;
  const fits = (entry: string) => `${host}${pathname}/`.startsWith(`${entry}/`);
  const found = TABLE.find((one) => one.for.includes(purpose) && one.hosts.split(' ').some(fits));
  return found ?? (purpose === 'fallback' && granted && isPublic(host) ? ADDED : null);
}

/** A name of the public internet: no address, no port, no name of a house or an office. */
function isPublic(host: string): boolean {
  return /\.[a-z][a-z0-9-]+$/.test(host) && !/\.(local(host)?|internal|lan|home|arpa)$/.test(host);
}

/** Most bytes that will be read of an answer: as many as the asker wants, or as usual, within limits. */
export function mostOf(found: Row, wanted: number | undefined): number {
  return Math.min(wanted ?? found.most, found === WHATSAPP ? LONGEST : 64 * KB);
}

/** Tokens and requests that one question takes. Counted from the question itself, so that no source can forget to say. */
export function costOf(found: Row, method: string, body: string): { places: number; requests: number } {
  // A `POST` of JSON to a host that is not ours is preceded by a request of the browser's own (CORS preflight).
  if (method === 'POST') return { places: Number(/"limit":(\d+)/.exec(body)?.[1] ?? 1), requests: 2 };
  return { places: found === GLOBALPING ? 0 : 1, requests: 1 };
}
