import type { Lab, LabRequest } from '../server.ts';

/** Those who may be asked, in plain words. */
const WHO: Readonly<Record<string, string>> = {
  'web.whatsapp.com': 'WhatsApp’s server',
  'static.whatsapp.net': 'the server of WhatsApp’s scripts',
  'www.gstatic.com': 'Google’s connectivity check',
  'cp.cloudflare.com': 'Cloudflare’s connectivity check',
  'cloudflare-dns.com': 'Cloudflare DNS',
  'dns.google': 'Google DNS',
  'metastatus.com': 'Meta’s status page',
  'www.facebook.com': 'Facebook',
  'www.instagram.com': 'Instagram',
  'www.messenger.com': 'Messenger',
  'api.globalping.io': 'Globalping',
  'web.telegram.org': 'Telegram',
  'signal.org': 'Signal',
};

/** Requests this close together, in ms, are told in one line. */
const TOGETHER_MS = 700;

/**
 * Made by the extension, not by the page. The page's own requests name it as their referrer, and the extension never
 * sends one; a document is the person's own, and live connections are WhatsApp's.
 */
export function isExtensions({ headers }: LabRequest): boolean {
  if (headers.upgrade !== undefined || headers.referer !== undefined || headers.origin?.startsWith('https:'))
    return false;
  return headers['sec-fetch-dest'] === 'empty';
}

/** Whom these requests asked, and about what. */
export function tellRequests(requests: readonly LabRequest[]): string {
  const hosts = [...new Set(requests.map(({ host }) => host))];
  const tell = (host: string): string => {
    const toHost = requests.filter((request) => request.host === host);
    const names = toHost.flatMap(namesAsked);
    const about = names.length > 0 ? ` (${names.join(', ')})` : '';
    const times = toHost.length > Math.max(1, names.length) ? ` (${toHost.length} times)` : '';
    return `${WHO[host] ?? host}${about}${times}`;
  };
  return hosts.map(tell).join(', ');
}

/** The name a resolver was asked about. */
function namesAsked({ host, path }: LabRequest): string[] {
  const name = new URL(path, `https://${host}`).searchParams.get('name');
  return host.includes('dns') && name !== null ? [name] : [];
}

type Tell = (requests: readonly LabRequest[], agoMs: number) => void;

/** Hears the extension's requests and passes them on in groups. */
export class Requests {
  /** All of the extension's so far. */
  readonly all: LabRequest[] = [];
  readonly #stop: () => void;
  readonly #tell: Tell;
  #group: LabRequest[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(lab: Lab, tell: Tell) {
    this.#tell = tell;
    this.#stop = lab.onRequest((request) => {
      if (!isExtensions(request)) return;
      this.all.push(request);
      this.#group.push(request);
      this.#timer ??= setTimeout(() => this.#flush(), TOGETHER_MS);
    });
  }

  stop(): void {
    this.#stop();
    this.#flush();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const group = this.#group;
    this.#group = [];
    const [first] = group;
    if (first !== undefined) this.#tell(group, Date.now() - first.at);
  }
}
