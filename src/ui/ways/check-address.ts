/**
 * May this address be asked for a status? Only public hosts by name, over https. Read by the browser's own parser, so that what is checked
 * is what would be asked: it turns `2130706433`, `0x7f.1` and `１２７.0.0.1` into 127.0.0.1 (WHATWG URL, 4.5).
 *
 * A public name that leads to a private address cannot be told without looking it up. What could be reached so is read for a status
 * and told to nobody, and only after the person allowed that very name.
 */

/** Why an address is refused: messages `add_page_<why>`. */
export type Refusal =
  | 'empty'
  | 'too-long'
  | 'not-an-address'
  | 'not-https'
  | 'credentials'
  | 'number'
  | 'local'
  | 'port';

export type Checked = { ok: true; url: string; origins: string[] } | { ok: false; why: Refusal };

/** Longer than any address of a page, in characters. */
const LONGEST = 300;

/** Endings of names that are no public ones: RFC 6761, 6762, 8375 and 9476, ICANN's `internal` (2024), and what routers use. */
const LOCAL =
  /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|private|corp|home|lan|mail|arpa|test|invalid|onion|alt)$/;

/** What `text` is as an address, or why it is refused. */
export function checkAddress(text: string): Checked {
  const typed = text.trim();
  const refuse = (why: Refusal): Checked => ({ ok: false, why });
  if (typed === '') return refuse('empty');
  if (typed.length > LONGEST) return refuse('too-long');
  const url = parseTyped(typed);
  if (url === null) return refuse('not-an-address');
  if (url.protocol !== 'https:') return refuse('not-https');
  if (url.username !== '' || url.password !== '') return refuse('credentials');
  // IPv6 is in brackets; every form of IPv4 has become four numbers.
  if (/^\[|^[\d.]+$/.test(url.hostname)) return refuse('number');
  const host = url.hostname.replace(/\.$/, '');
  if (!host.includes('.') || LOCAL.test(host)) return refuse('local');
  if (!/^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(host))
    return refuse('not-an-address');
  // A permission is for a host, not for a port of it; and other ports are where routers and printers are.
  if (url.port !== '') return refuse('port');
  return { ok: true, url: `https://${host}${url.pathname}${url.search}`, origins: [`https://${host}/*`] };
}

/** People leave `https://` out. */
function parseTyped(typed: string): URL | null {
  const hasScheme =
    typed.includes('://') || /^(?:[a-z-]*script|data|file|blob|about|mailto|tel|sms):/i.test(typed);
  const address = hasScheme ? typed : `https://${typed}`;
  return URL.canParse(address) ? new URL(address) : null;
}
