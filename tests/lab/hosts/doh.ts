import { type Exchange, send } from '../exchange.ts';
import type { DnsWord, World } from '../world.ts';
import type { Host } from './host.ts';

const TYPES: Record<string, number> = { A: 1, TXT: 16, AAAA: 28, '1': 1, '16': 16, '28': 28 };
type Vendor = 'cloudflare' | 'google';

/** Cloudflare's and Google's JSON resolvers, each with its own habits. */
export const resolvers: Host[] = [
  {
    names: ['cloudflare-dns.com', 'one.one.one.one'],
    behaviour: (world) => world.dns.cloudflare,
    serve: (exchange) => answer(exchange, 'cloudflare', '/dns-query', 'application/dns-json'),
    openToAll: true,
  },
  {
    names: ['dns.google'],
    behaviour: (world) => world.dns.google,
    serve: (exchange) => answer(exchange, 'google', '/resolve', 'application/json; charset=UTF-8'),
    openToAll: true,
  },
];

function answer(exchange: Exchange, vendor: Vendor, path: string, contentType: string): void {
  const { searchParams, pathname } = exchange.url;
  if (pathname !== path) {
    send(exchange, 404, 'text/html', '<title>Not found</title>');
    return;
  }
  const name = (searchParams.get('name') ?? '').toLowerCase().replace(/\.$/, '');
  const type = TYPES[searchParams.get('type') ?? 'A'];
  // Cloudflare answers 400 to those who do not say which of its two languages they speak.
  const asksJson = (exchange.request.headers.accept ?? '').includes('application/dns-json');
  if (name === '' || type === undefined || (vendor === 'cloudflare' && !asksJson)) {
    send(exchange, 400, 'text/plain', 'Invalid query');
    return;
  }
  const body = { ...HEAD, ...speak(vendor, wordFor(exchange.world, vendor, name), name, type) };
  send(exchange, 200, contentType, JSON.stringify(body));
}

const HEAD = { Status: 0, TC: false, RD: true, RA: true, AD: false, CD: false };

function wordFor(world: World, vendor: Vendor, name: string): DnsWord {
  const says = world.dns.names[name] ?? 'ok';
  return typeof says === 'string' ? says : says[vendor];
}

function speak(vendor: Vendor, word: DnsWord, name: string, type: number): Record<string, unknown> {
  const dot = vendor === 'google' ? '.' : '';
  const asked = { Question: [{ name: name + dot, type }] };
  const zone = name.split('.').slice(-2).join('.');
  switch (word) {
    case 'ok':
      return { ...asked, ...records(name, type, dot), ...chat(vendor) };
    case 'left-over':
      return speak(vendor, type === 16 ? 'servfail' : 'ok', name, type);
    case 'nodata':
      return { ...asked, Authority: [authority(zone, dot)], ...chat(vendor) };
    case 'nxdomain':
      return { Status: 3, ...asked, Authority: [authority(zone, dot)], ...chat(vendor) };
    case 'servfail':
      return { Status: 2, ...asked, ...troubles(vendor, 22, `At delegation ${zone} for ${name}/a`) };
    case 'filtered':
      return { Status: 5, ...asked, ...troubles(vendor, 17, 'The name is filtered') };
  }
}

function records(name: string, type: number, dot: string): Record<string, unknown> {
  const alias = `cdn.${name}`;
  const data = type === 28 ? '2001:db8::60' : '192.0.2.60';
  const address = { name: alias + dot, type, TTL: 60, data };
  return {
    // Nobody has a text to say.
    Answer: [{ name: name + dot, type: 5, TTL: 2911, data: `${alias}.` }, ...(type === 16 ? [] : [address])],
  };
}

function authority(zone: string, dot: string): Record<string, unknown> {
  return {
    name: zone + dot,
    type: 6,
    TTL: 60,
    data: `a.ns.${zone}. hostmaster.${zone}. 1 14400 1800 604800 300`,
  };
}

/** Google adds a friendly comment to healthy answers; Cloudflare says nothing. */
function chat(vendor: Vendor): Record<string, unknown> {
  return vendor === 'google' ? { Comment: 'Response from 192.0.2.53.' } : {};
}

function troubles(vendor: Vendor, code: number, text: string): Record<string, unknown> {
  if (vendor === 'cloudflare') {
    const name = code === 22 ? 'No Reachable Authority' : 'Filtered';
    return { Comment: [`EDE(${code}): ${name} ${text}`] };
  }
  return {
    Comment: 'Name servers did not respond [192.0.2.12, 192.0.2.13].',
    extended_dns_errors: [{ info_code: code, extra_text: text }],
  };
}
