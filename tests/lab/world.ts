/**
 * The state of the fake internet: plain data, no behaviour. A test says what the world is like; the server
 * makes it so. Every field has one healthy value, so a scenario only names what is wrong.
 */
export interface World {
  whatsapp: WhatsAppWorld;
  /** Facebook, Instagram, Messenger: asked for reachability only. */
  metaFamily: { facebook: HostBehaviour; instagram: HostBehaviour; messenger: HostBehaviour };
  /** The two connectivity controls (`/generate_204`). */
  controls: { gstatic: HostBehaviour; cloudflare: HostBehaviour };
  /** Two public resolvers asked over JSON. Not this machine's own resolver: that is `localDns`. */
  dns: { cloudflare: HostBehaviour; google: HostBehaviour; names: Record<string, DnsSays> };
  metaStatus: MetaStatusWorld;
  globalping: { host: HostBehaviour; world: GlobalpingSays; pollsUntilFinished: number };
  /** Who writes about it: stories on Hacker News and accounts on Mastodon in the last minutes. */
  crowd: { hackerNews: HostBehaviour; mastodon: HostBehaviour; stories: number; accounts: number };
  /** What OONI and IODA know of every country asked for; `cutOff` lists codes of countries without internet. */
  countries: {
    ooni: HostBehaviour;
    ioda: HostBehaviour;
    tests: { odd: number; all: number };
    cutOff: string[];
  };
  /** Status pages of other apps and of the person's own (`hosts/status-pages.ts`), by host; those not named are healthy. */
  statusPages: Record<string, StatusPageSays>;
  /** Behaviour of any host by name, e.g. `web.telegram.org`. Wins over the sections above. */
  hosts: Record<string, HostBehaviour>;
  /** A network that answers for everybody until one signs in. */
  portal: false | 'redirect' | 'html';
  /** The cable is out: every connection is destroyed. */
  allDead: boolean;
  /** Every answer comes this late. */
  latencyMs: number;
  /**
   * This machine's own resolver. Followed while running by Firefox only: Chromium fixes names at launch (see
   * `openBrowser`).
   */
  localDns: { unresolvable: string[]; refusing: string[] };
  /** Hosts that show a certificate nobody signed. */
  untrusted: string[];
}

/** How a host answers. A number is an HTTP status with a small HTML body. */
export type HostBehaviour =
  | 'healthy'
  /** The connection is destroyed. */
  | 'dead'
  /** Accepted and never answered. */
  | 'hang'
  /** HTTP 200 with a body nobody can parse. */
  | 'garbage'
  /** HTTP 200 and a body that never ends, as fast as it is read. */
  | 'huge'
  /** HTTP 200 and one byte a second, for ever. */
  | 'drip'
  | number
  | CannedAnswer;

/** An answer written by hand, for hostile and odd bodies. The same for every path of the host. */
export interface CannedAnswer {
  status?: number;
  contentType?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What the chat socket does. `silent` completes the handshake and never says a word; `refuse` is a 503. */
export type SocketBehaviour = 'accept' | 'refuse' | 'hang' | 'silent' | 'dead';

/** The screen the fake client shows; `auto` boots and behaves as the real one does. */
export const PAGE_SCREENS = [
  'auto',
  'splash',
  'loading-frozen',
  'loading-moving',
  'cold-cannot-connect',
  'cold-offline',
  'service-unavailable',
  'qr',
  'qr-loading',
  'another-window',
  'conflict',
  'proxy-block',
  'update-banner',
  'banner-no-action',
  'banner-retry',
  'error-boundary',
  'logout',
  'unsupported',
  'unknown',
  'main',
  'qr-expired',
  'call-elsewhere',
  'terms',
  'temp-ban',
  'another-tab',
  'app-lock',
  'phone-not-connected',
  'notifications-off',
  'account-limited',
  'hard-refresh',
  'dialog-opened',
] as const;
export type PageScreen = (typeof PAGE_SCREENS)[number];

/** `upload`: a file on its way that does not arrive, with the clock that any message has meanwhile. */
export const SENDS = ['ok', 'pending', 'fail', 'upload'] as const;
export type Sends = (typeof SENDS)[number];

export interface WhatsAppWorld {
  /** web.whatsapp.com, all paths but `/status.json`. */
  document: HostBehaviour;
  statusJson: HostBehaviour;
  /** static.whatsapp.net. */
  statics: HostBehaviour;
  socket: SocketBehaviour;
  /** The raced second socket. Port 5222 is closed in many healthy networks. */
  socket5222: SocketBehaviour | 'same';
  page: PageScreen;
  /** Markup of this year: icons by attribute or by title, other ids and places. The server's HTML follows. */
  generation: '2022' | '2026';
  /** Every answer of static.whatsapp.net comes this late: a slow splash. */
  staticsMs: number;
  /** How long the loading bar moves before chats come, in the client's time; it moves in a few uneven steps. */
  loadingMs: number;
  /** What becomes of messages sent from the page while it has a line; without one they wait. */
  sends: Sends;
  /** How long each message waits before that, in the client's time. */
  sendsAfterMs: number;
  /** The page has sent so many messages by itself; at least one in a world where sends do not get through. */
  messages: number;
  /** The page registers a worker that serves the shell when the network does not. */
  serviceWorker: boolean;
  /** Multiplies every timer of the fake client: 0.1 makes its 18 s take 1.8 s. */
  clientTimeScale: number;
}

/** `left-over`: an address is still in the cache, and its own servers are gone. */
export type DnsWord = 'ok' | 'servfail' | 'nxdomain' | 'filtered' | 'nodata' | 'left-over';
/** The same from both resolvers, or one word each. */
export type DnsSays = DnsWord | { cloudflare: DnsWord; google: DnsWord };

/** `trouble`: well itself, and reports an open incident. `html`: a page for people for every path, data included. */
export type StatusPageSays = HostBehaviour | 'trouble' | 'html';

export interface MetaStatusWorld {
  /** `html`: the single-page shell for every path, data included. */
  host: HostBehaviour | 'html';
  /** The list of all products alone, and the lists of open outages alone. */
  list: HostBehaviour;
  outages: HostBehaviour;
  /** Org id, then service name, then status word. What is not named has "No known issues". */
  services: Record<string, Record<string, string>>;
  /** When the trouble began, ISO; null leaves every `time` out. */
  since: string | null;
  /** Text of the outage posts. */
  description: string;
}

export type GlobalpingSays =
  | 'all-ok'
  | 'all-fail-dns'
  | 'all-fail-target'
  | 'all-5xx'
  /** Every probe is itself broken: no evidence. */
  | 'all-internal'
  | 'never-finishes'
  | 'rate-limited'
  | 'no-probes'
  /** The first so many of so many places fail. */
  | { failing: number; of: number }
  /** Places in this country fail, all others reach it. */
  | { failingCountry: string };

const TWELVE_MINUTES = 12 * 60_000;

/** A world in which nothing is wrong. */
export function healthyWorld(now = Date.now()): World {
  return {
    whatsapp: {
      document: 'healthy',
      statusJson: 'healthy',
      statics: 'healthy',
      socket: 'accept',
      socket5222: 'same',
      page: 'auto',
      generation: '2026',
      staticsMs: 0,
      loadingMs: 400,
      sends: 'ok',
      sendsAfterMs: 0,
      messages: 0,
      serviceWorker: false,
      clientTimeScale: 1,
    },
    metaFamily: { facebook: 'healthy', instagram: 'healthy', messenger: 'healthy' },
    controls: { gstatic: 'healthy', cloudflare: 'healthy' },
    dns: { cloudflare: 'healthy', google: 'healthy', names: {} },
    metaStatus: {
      host: 'healthy',
      list: 'healthy',
      outages: 'healthy',
      services: {},
      since: new Date(now - TWELVE_MINUTES).toISOString(),
      description: 'We are aware of disruptions affecting messages. Our teams are working on it.',
    },
    globalping: { host: 'healthy', world: 'all-ok', pollsUntilFinished: 1 },
    crowd: { hackerNews: 'healthy', mastodon: 'healthy', stories: 0, accounts: 0 },
    countries: { ooni: 'healthy', ioda: 'healthy', tests: { odd: 0, all: 40 }, cutOff: [] },
    statusPages: {},
    hosts: {},
    portal: false,
    allDead: false,
    latencyMs: 0,
    localDns: { unresolvable: [], refusing: [] },
    untrusted: [],
  };
}
