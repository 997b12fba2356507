/** Witnesses in few words, for tests and scenarios. Every test happens at the same moment. */
import type {
  CountryValue,
  CrowdValue,
  DeviceValue,
  DnsValue,
  EpochMs,
  Evidence,
  HostValue,
  MetaValue,
  MissingReason,
  NameState,
  NetCause,
  PageValue,
  SourceId,
  Symptom,
  Values,
  WorldValue,
} from '../../src/core/evidence';

export const NOW: EpochMs = Date.UTC(2026, 10, 21, 16, 0);
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** These sources are known, all read at `at`. */
export function heard(values: Partial<Values>, at: EpochMs = NOW): Evidence {
  const readings = Object.entries(values).map(([source, value]) => [source, { state: 'known', value, at }]);
  return Object.fromEntries(readings) as Evidence;
}

/** These sources gave nothing, and why. */
export function silent(reasons: { readonly [S in SourceId]?: MissingReason }, at: EpochMs = NOW): Evidence {
  const readings = Object.entries(reasons).map(([source, why]) => [source, { state: 'missing', why, at }]);
  return Object.fromEntries(readings) as Evidence;
}

export function page(symptom: Symptom | null, more: Omit<PageValue, 'symptom'> = {}): PageValue {
  return { symptom, ...more };
}

/** The document itself failed with an error that means `cause`. */
export function documentFailed(cause: NetCause, name = `an error that means ${cause}`): PageValue {
  return { symptom: 'document-failed', error: { name, cause } };
}

/** A device whose controls answer, but for what is said otherwise. */
export function device(more: Partial<DeviceValue> = {}): DeviceValue {
  return { online: true, google: true, cloudflare: true, portalLocked: false, ...more };
}

export const CONTROLS_DEAD = device({ google: false, cloudflare: false });

/** WhatsApp's host answers our probe. */
export function answers(status = 200, html: string | null = null): HostValue {
  return { probe: { kind: 'answered', status, html }, failures: 0, statics: 'not-asked' };
}

/** Our probe fails, by default for the third time. */
export function fails(cause: NetCause, failures = 3): HostValue {
  return {
    probe: { kind: 'failed', name: `an error that means ${cause}`, cause },
    failures,
    statics: 'not-asked',
  };
}

/** Our probe is sent to another host. */
export function redirects(toHost: string | null): HostValue {
  return { probe: { kind: 'redirected', toHost }, failures: 0, statics: 'not-asked' };
}

export function withStatics(host: HostValue, statics: HostValue['statics']): HostValue {
  return { ...host, statics };
}

/** Both resolvers (or each its own) on WhatsApp's name, and what else was asked. */
export function dns(
  whatsapp: NameState | readonly NameState[],
  more: { readonly [K in 'control' | 'meta' | 'statics']?: NameState | readonly NameState[] } = {},
): DnsValue {
  const both = (states: NameState | readonly NameState[]) =>
    typeof states === 'string' ? [states, states] : states;
  return {
    whatsapp: both(whatsapp),
    control: more.control === undefined ? null : both(more.control),
    meta: more.meta === undefined ? null : both(more.meta),
    statics: more.statics === undefined ? null : both(more.statics),
  };
}

/** Meta's word on WhatsApp, half an hour old. */
export function meta(level: MetaValue['level'], more: Partial<MetaValue> = {}): MetaValue {
  const ageMs = 30 * MINUTE;
  const service = level === 'nothing' ? null : 'Cloud API';
  return {
    level,
    service,
    sinceAt: NOW - ageMs,
    ageMs,
    others: [],
    statement: null,
    html: null,
    foreign: false,
    ...more,
  };
}

/** What a host gives that answers every path with a web page: its fingerprint. */
export function metaPage(html: string): MetaValue {
  return { ...meta('unknown-word'), service: null, sinceAt: null, ageMs: null, html };
}

/** A measurement in which `failing` of `all` places cannot reach WhatsApp. */
export function world(failing: number, all = 12): WorldValue {
  const place = (index: number) => ({ country: 'DE', city: `City ${index}`, reachable: index >= failing });
  return { places: Array.from({ length: all }, (_, index) => place(index)) };
}

/** The person's country, in which `failing` of `all` places cannot reach WhatsApp. */
export function country(failing: number, all = 4, more: Partial<CountryValue> = {}): CountryValue {
  const place = (index: number) => ({ country: 'IN', city: `City ${index}`, reachable: index >= failing });
  const places = Array.from({ length: all }, (_, index) => place(index));
  return { country: 'IN', network: null, places, cutOff: null, tests: null, ...more };
}

/** People who speak of it within 15 minutes. */
export function crowd(accounts: number | null, stories: number | null = null): CrowdValue {
  return { accounts, stories };
}

/** Chats with a live connection were seen this long before the trouble. */
export function workedBefore(ms: number, at: EpochMs = NOW): Values['recent-success'] {
  return { lastGoodAt: at - ms };
}
