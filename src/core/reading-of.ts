/** Small questions the rules ask of the evidence. Each answers from fresh readings only. */
import {
  type EpochMs,
  type Evidence,
  type HostValue,
  known,
  LAYER_OF,
  type Layer,
  META_AGE_MS,
  type NameState,
  type NetCause,
} from './evidence';

/** `recent-success` counts when the page worked at most this long before the trouble was seen, in ms. */
export const RECENT_MS = 10 * 60_000;

/** Share of the world's places that must fail, or may fail at most, and how many must have answered. */
const WORLD = { least: 4, failing: 0.6, reaching: 0.2 } as const;

/** Our own probe got no usable answer from web.whatsapp.com. */
export function hostFails(host: HostValue | null): boolean {
  return host?.probe.kind === 'failed';
}

/** Our own probe was answered below 500 by what may be WhatsApp's server. */
export function hostAnswers(host: HostValue | null): boolean {
  return host?.probe.kind === 'answered' && host.probe.status < 500;
}

/** The cause our own probe's error names, or `null` when it did not fail. */
export function probeCause(host: HostValue | null): NetCause | null {
  return host?.probe.kind === 'failed' ? host.probe.cause : null;
}

/**
 * The layer that really fails: a cached shell can show a splash while the host itself is gone, so our own
 * probe may move the page's symptom outwards, never inwards. `null` when nothing fails.
 */
export function failingLayer(evidence: Evidence, now: EpochMs): Layer | null {
  const page = known(evidence, 'page', now);
  if (!page?.symptom) return null;
  const host = known(evidence, 'whatsapp-host', now);
  if (hostFails(host)) return 'reach';
  if (host?.probe.kind === 'answered' && host.probe.status >= 500) return 'edge';
  return LAYER_OF[page.symptom];
}

/** Both controls answered and no sign-in network shows. */
export function controlsFine(evidence: Evidence, now: EpochMs): boolean {
  const device = known(evidence, 'this-device', now);
  if (device === null || device.portalLocked) return false;
  return device.online && (device.google || device.cloudflare);
}

/** Neither control answered. */
export function controlsDead(evidence: Evidence, now: EpochMs): boolean {
  const device = known(evidence, 'this-device', now);
  return device !== null && !device.google && !device.cloudflare;
}

/** Both resolvers agree on `states`, and both really answered. */
function bothAre(answers: readonly NameState[] | null, ...states: NameState[]): boolean {
  return answers !== null && answers.length === 2 && answers.every((one) => states.includes(one));
}

/** Both resolvers lost WhatsApp while the control name resolves: it is gone for everyone. */
export function dnsGone(evidence: Evidence, now: EpochMs): boolean {
  const dns = known(evidence, 'dns', now);
  return dns !== null && bothAre(dns.whatsapp, 'gone', 'stale') && bothAre(dns.control, 'addresses');
}

/** Both resolvers have addresses for WhatsApp. */
export function dnsHasAddresses(evidence: Evidence, now: EpochMs): boolean {
  return bothAre(known(evidence, 'dns', now)?.whatsapp ?? null, 'addresses');
}

/** Meta's other names are gone at both resolvers too. */
export function metaNamesGone(evidence: Evidence, now: EpochMs): boolean {
  return bothAre(known(evidence, 'dns', now)?.meta ?? null, 'gone', 'stale');
}

/** static.whatsapp.net has addresses at both resolvers elsewhere. */
export function staticsResolveElsewhere(evidence: Evidence, now: EpochMs): boolean {
  return bothAre(known(evidence, 'dns', now)?.statics ?? null, 'addresses');
}

/** What the world's places say about reaching WhatsApp, when enough of them answered. */
export function worldSays(evidence: Evidence, now: EpochMs): 'failing' | 'reaching' | 'mixed' | null {
  const world = known(evidence, 'world', now);
  if (world === null || world.places.length < WORLD.least) return null;
  const share = world.places.filter((place) => !place.reachable).length / world.places.length;
  if (share >= WORLD.failing) return 'failing';
  return share <= WORLD.reaching ? 'reaching' : 'mixed';
}

/** Meta itself reports an outage of WhatsApp, begun recently. */
export function metaReports(evidence: Evidence, now: EpochMs): boolean {
  const meta = known(evidence, 'meta-status', now);
  if (meta === null || (meta.level !== 'high' && meta.level !== 'medium')) return false;
  return meta.ageMs !== null && meta.ageMs <= META_AGE_MS;
}

/** WhatsApp worked in this very page over this very connection minutes before the trouble. */
export function workedRecently(evidence: Evidence, now: EpochMs): boolean {
  const recent = known(evidence, 'recent-success', now);
  const seenAt = evidence['recent-success']?.at;
  return recent !== null && seenAt !== undefined && seenAt - recent.lastGoodAt <= RECENT_MS;
}

/** The person's own answer about the phone, or `null` when not given (or too old). */
export function phoneWorks(evidence: Evidence, now: EpochMs): boolean | null {
  return known(evidence, 'phone', now)?.works ?? null;
}
