/**
 * What we may know, and from whom. Every reading is *known at a time* or *missing for a reason*:
 * a silent, stale, refused or unreadable source is never health and never fault.
 */

/** Milliseconds since the Unix epoch. */
export type EpochMs = number;

/** The five layers at which WhatsApp Web can fail; a witness counts only for the layer that fails. */
export type Layer = 'reach' | 'edge' | 'app' | 'socket' | 'send';

/** What the person's own browser saw go wrong. */
export const SYMPTOMS = [
  'document-failed',
  'document-unanswered',
  'document-redirected',
  'server-error',
  'app-not-starting',
  'loading-frozen',
  'cannot-connect',
  'service-unavailable',
  'connection-lost',
  'network-block',
  'sends-stuck',
  'sends-failing',
  'page-crashed',
  'page-unknown',
  'asked-by-hand',
] as const;
export type Symptom = (typeof SYMPTOMS)[number];

/** Which layer each symptom belongs to (`verdicts.md`, "What fails: five layers"). */
export const LAYER_OF: Readonly<Record<Symptom, Layer>> = {
  'document-failed': 'reach',
  'document-unanswered': 'reach',
  'document-redirected': 'reach',
  'server-error': 'edge',
  'app-not-starting': 'app',
  'loading-frozen': 'app',
  'cannot-connect': 'socket',
  // The client shows this screen after an internal 503 event (wa-diff WAWebAppUI, April 2026).
  'service-unavailable': 'edge',
  'connection-lost': 'socket',
  'network-block': 'socket',
  'sends-stuck': 'send',
  'sends-failing': 'send',
  'page-crashed': 'app',
  'page-unknown': 'app',
  'asked-by-hand': 'reach',
};

/** Causes a browser's network error name can carry; see `net-error.ts` for the table. */
export const NET_CAUSES = [
  'suspended',
  'network-changed',
  'disconnected',
  'name-not-resolved',
  'refused',
  'reset',
  'timed-out',
  'certificate',
  'certificate-date',
  'proxy',
  'blocked',
  'protocol',
  'unknown',
] as const;
export type NetCause = (typeof NET_CAUSES)[number];

/** The page as the content script and `webRequest` saw it. `null` symptom means chats and a live socket. */
export interface PageValue {
  symptom: Symptom | null;
  /** Present when the document itself failed: the browser's own error name and what it means. */
  error?: { name: string; cause: NetCause };
  /** HTTP status of the document, when it answered ≥ 500. */
  status?: number;
  /** Scripts of the page failed to load. */
  scriptsFailed?: boolean;
}

/** Two HTTPS controls of different owners, the browser's own word, and a sign-in network if one shows. */
export interface DeviceValue {
  /** `navigator.onLine`: `false` is trusted, `true` proves nothing. */
  online: boolean;
  google: boolean;
  cloudflare: boolean;
  /** Firefox's own captive portal service says "locked". */
  portalLocked: boolean;
}

/** What our own probe of web.whatsapp.com met. */
export type ProbeOutcome =
  | { kind: 'answered'; status: number; html: string | null }
  | { kind: 'redirected'; toHost: string | null }
  | { kind: 'failed'; name: string | null; cause: NetCause };

/** Our own probes of WhatsApp's hosts from this machine. */
export interface HostValue {
  probe: ProbeOutcome;
  /** Consecutive failed probes, at least 3 s apart; 0 once it answers. */
  failures: number;
  /** It answers now and did not, or with an error of its own, before. */
  recovered?: boolean;
  /** static.whatsapp.net: asked only when the page did not start. */
  statics: 'answered' | 'failed' | 'not-asked';
  /** What its error's name means, where the browser tells it. */
  staticsCause?: NetCause;
}

/** How one resolver elsewhere answered for one name. */
export type NameState = 'addresses' | 'gone' | 'filtered' | 'no-data' | 'stale' | 'unreachable';

/** Names asked of the resolvers; each array holds the two resolvers' answers in order. */
export interface DnsValue {
  whatsapp: readonly NameState[];
  control: readonly NameState[] | null;
  meta: readonly NameState[] | null;
  statics: readonly NameState[] | null;
}

/** Facebook and Instagram, reached without cookies. A rejection proves nothing (`same-origin` resource policy). */
export interface FamilyValue {
  facebook: boolean;
  instagram: boolean;
}

/** An incident of Meta's older than this is no explanation for trouble that began now, in ms. */
export const META_AGE_MS = 12 * 60 * 60_000;

/** Meta's own word. Only `medium` and `high` claim an outage; the rest claims nothing. */
export interface MetaValue {
  level: 'high' | 'medium' | 'low' | 'resolved' | 'nothing' | 'unknown-word';
  /** Name of the worst WhatsApp service, as Meta writes it. */
  service: string | null;
  /** When that state began, and its age in ms by the answer's own `Date` (this computer's clock may be wrong). */
  sinceAt: EpochMs | null;
  ageMs: number | null;
  /** Other consumer products of Meta's reported as disturbed. */
  others: readonly string[];
  /** Meta's sentence, plain text, when it published one. */
  statement: string | null;
  /** Meta's page about the product, where people can read on. */
  link?: string;
  /** The answer was a web page instead of data: its fingerprint, to compare with our host probe. */
  html: string | null;
  /** A host that is not Meta's answered in its place, by a redirect. */
  foreign: boolean;
}

/** One place that measured. */
export interface Place {
  /** AF, AS, EU, NA, OC or SA. */
  continent?: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  city: string;
  /** Of the city, in whole degrees: finer than a pixel of any map we draw. */
  latitude?: number;
  longitude?: number;
  reachable: boolean;
  /** Why not, in one word. */
  why?: NetCause | 'server-error';
}

/** A worldwide measurement: what probes in other places met. */
export interface WorldValue {
  /** `dns`: they looked the name up and did not ask the site itself. */
  type?: 'http' | 'dns';
  places: readonly Place[];
}

/** People who talk about it, in the last 15 minutes; `null` where that place was not asked or not heard. */
export interface CrowdValue {
  /** Stories on Hacker News. */
  stories: number | null;
  /** Distinct accounts that used the hashtag on a Mastodon server. */
  accounts: number | null;
}

/** How the country that the person chose fares, asked only by their choice. */
export interface CountryValue {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** The network operator's number, when the person chose to ask in their own operator's network too. */
  network: number | null;
  /** A measurement from places in this country (and network): reach and edge only. */
  places: readonly Place[];
  /** IODA: this country's internet itself is cut off now; `null` when not heard. */
  cutOff: boolean | null;
  /** OONI: of its WhatsApp tests in this country lately, how many met something odd; `null` when not heard. */
  tests: { odd: number; all: number } | null;
}

/** The person's answer to "does WhatsApp work on your phone with Wi-Fi off?". */
export interface PhoneValue {
  works: boolean;
}

/** When this page last showed chats with a live socket, over the connection still in use. */
export interface RecentValue {
  lastGoodAt: EpochMs;
}

/** Every source and the shape of what it tells. */
export interface Values {
  page: PageValue;
  'recent-success': RecentValue;
  'this-device': DeviceValue;
  'whatsapp-host': HostValue;
  dns: DnsValue;
  'meta-family': FamilyValue;
  'meta-status': MetaValue;
  world: WorldValue;
  phone: PhoneValue;
  crowd: CrowdValue;
  country: CountryValue;
}

export type SourceId = keyof Values;
export const SOURCE_IDS = [
  'page',
  'recent-success',
  'this-device',
  'whatsapp-host',
  'dns',
  'meta-family',
  'meta-status',
  'world',
  'phone',
  'crowd',
  'country',
] as const satisfies readonly SourceId[];

/** A source is asked again at the earliest this long after its last answer, in ms. */
export const AGAIN_MS = 10_000;

/** Why a reading is missing. `spent` means we asked often enough this hour and will not ask more. */
export const MISSING_REASONS = [
  'not-asked',
  'unreachable',
  'unreadable',
  'refused',
  'spent',
  'no-permission',
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** One witness's word: known at a time, or missing for a reason. */
export type Reading<S extends SourceId> =
  | { state: 'known'; value: Values[S]; at: EpochMs }
  | { state: 'missing'; why: MissingReason; at: EpochMs };

/** All readings at one moment; an absent key was never asked. */
export type Evidence = { [S in SourceId]?: Reading<S> };

/**
 * How long a reading counts, in ms. The page speaks until it speaks again; the person's own answer is valid
 * ten minutes (`verdicts.md`); the rest must outlive the longest pause until it is asked again (`plan.ts`).
 */
export const FRESH_MS: Readonly<Record<SourceId, number>> = {
  page: Number.POSITIVE_INFINITY,
  'recent-success': Number.POSITIVE_INFINITY,
  'this-device': 45 * 60_000,
  'whatsapp-host': 20 * 60_000,
  dns: 45 * 60_000,
  'meta-family': 45 * 60_000,
  'meta-status': 20 * 60_000,
  world: 20 * 60_000,
  phone: 10 * 60_000,
  crowd: 15 * 60_000,
  country: 20 * 60_000,
};

/** The value of a source when it is known and still fresh at `now`, else `null`. */
export function known<S extends SourceId>(evidence: Evidence, source: S, now: EpochMs): Values[S] | null {
  const reading = evidence[source] as Reading<S> | undefined;
  if (reading?.state !== 'known') return null;
  return isFresh(reading, source, now) ? reading.value : null;
}

/** A reading from the future means that the clock was set back: its age is unknown, so it no longer counts. */
function isFresh(reading: { at: EpochMs }, source: SourceId, now: EpochMs): boolean {
  const ageMs = now - reading.at;
  const lasting = FRESH_MS[source] === Number.POSITIVE_INFINITY;
  return lasting || (ageMs <= FRESH_MS[source] && ageMs >= -60_000);
}

/** True when the source was asked lately and nothing came back (not: refused, spent or never asked). */
export function unanswered(evidence: Evidence, source: SourceId, now: EpochMs): boolean {
  const reading = evidence[source];
  return reading?.state === 'missing' && reading.why === 'unreachable' && isFresh(reading, source, now);
}
