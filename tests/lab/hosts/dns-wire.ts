import { type Exchange, send } from '../exchange.ts';

/** The lab's resolver for Firefox (DNS over HTTPS, wire format): this machine's own DNS, changeable while it runs. */
export const LOCAL_RESOLVER = 'resolver.lab.example';

/** Names with trouble, besides those of the world. */
interface Lost {
  unresolvable: readonly string[];
  refusing: readonly string[];
}

/** The resolver's address for one browser, with the names that browser is never to reach. */
export function resolverUrl(lost: { [Kind in keyof Lost]?: readonly string[] | undefined }): string {
  const url = new URL(`https://${LOCAL_RESOLVER}/dns-query`);
  for (const name of lost.unresolvable ?? []) url.searchParams.append('unresolvable', name);
  for (const name of lost.refusing ?? []) url.searchParams.append('refusing', name);
  return url.href;
}

/** Nothing listens here, so a connection is refused; the lab itself is on 127.0.0.1. */
const REFUSING_ADDRESS = [127, 0, 0, 2];
const LAB_ADDRESS = [127, 0, 0, 1];
const A = 1;
const NXDOMAIN = 3;

/** Answer one DNS query. */
export async function serveDns(exchange: Exchange): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of exchange.request) chunks.push(Buffer.from(chunk as Uint8Array));
  const inUrl = exchange.url.searchParams.get('dns');
  const query = inUrl === null ? Buffer.concat(chunks) : Buffer.from(inUrl, 'base64url');
  if (query.length < 17) return send(exchange, 400, 'text/plain', 'Not a DNS query');
  exchange.response.setHeader('cache-control', 'max-age=0');
  send(exchange, 200, 'application/dns-message', answerDns(query, lostHere(exchange)));
}

function lostHere({ url: { searchParams }, world: { localDns } }: Exchange): Lost {
  return {
    unresolvable: [...localDns.unresolvable, ...searchParams.getAll('unresolvable')],
    refusing: [...localDns.refusing, ...searchParams.getAll('refusing')],
  };
}

/** The answer to a wire-format query: the lab for every name, but those the world says are lost. */
export function answerDns(query: Buffer, dns: Lost): Buffer {
  const { name, end } = readName(query, 12);
  const type = query.readUInt16BE(end);
  const question = query.subarray(12, end + 4);
  const lost = dns.unresolvable.includes(name);
  const address = dns.refusing.includes(name) ? REFUSING_ADDRESS : LAB_ADDRESS;
  const answers = !lost && type === A ? [answerRecord(address)] : [];
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (lost ? NXDOMAIN : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(answers.length, 6);
  return Buffer.concat([header, question, ...answers]);
}

function answerRecord(address: number[]): Buffer {
  // A pointer to the question's name, type A, class IN, one second to live so that a change is seen at once.
  return Buffer.from([0xc0, 12, 0, A, 0, 1, 0, 0, 0, 1, 0, 4, ...address]);
}

function readName(message: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = start;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}
