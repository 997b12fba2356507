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
  unanswered,
  type WorldValue,
} from './evidence';

/** `recent-success` counts when the page worked at most this long before the trouble was seen, in ms. */
export const RECENT_MS = 10 * 60_000;

/** Share of the places that must fail, or may fail at most, to say anything. */
const SHARE = { failing: 0.6, reaching: 0.2 } as const;

/** So many places must have answered: of the world, and of one country, where our own line is a further one. */
const LEAST = { world: 4, country: 3 } as const;

/** So many of OONI's tests in a country must there be before their share says anything: one volunteer runs several. */
const LEAST_TESTS = 10;

/**
 * A crowd is loud from so many on. `#whatsappdown` is all but empty on a quiet day, and what comes is one person or a bot
 * that mirrors news; stories about WhatsApp are two or three a day, so two in 15 minutes are no coincidence.
 */
const LOUD = { accounts: 5, stories: 2 } as const;

/** Our own probe got no usable answer from web.whatsapp.com. */
export function hostFails(host: HostValue | null): boolean {
  return host?.probe.kind === 'failed';
}

/** Our own probe was answered below 500 by what may be WhatsApp's server. */
export function hostAnswers(host: HostValue | null): boolean {
  return host?.probe.kind === 'answered' && host.probe.status < 500;
}

/** Our own probe failed three times, 3 s apart: a blip, or a laptop waking up, is over by then. */
export function failsSteadily(host: HostValue | null): boolean {
  return hostFails(host) && (host?.failures ?? 0) >= 3;
}

/** WhatsApp's own server told our probe that it fails. */
export function serverFails(host: HostValue | null): boolean {
  return host?.probe.kind === 'answered' && host.probe.status >= 500;
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
  const symptom = known(evidence, 'page', now)?.symptom;
  const host = known(evidence, 'whatsapp-host', now);
  // A page without any marker we know is no trouble until WhatsApp's own host has spoken about it.
  if (!symptom || (symptom === 'page-unknown' && host === null)) return null;
  if (hostFails(host)) return 'reach';
  if (serverFails(host)) return 'edge';
  return LAYER_OF[symptom];
}

/** The layers that other places can see: does the host answer, and without an error? */
export function isOuter(layer: Layer | null): boolean {
  return layer === 'reach' || layer === 'edge';
}

/** The page opens, and does not start or does not connect. */
export function isInner(layer: Layer | null): boolean {
  return layer === 'app' || layer === 'socket';
}

/** A control answers, and so does WhatsApp's host. */
export function aroundIsFine(evidence: Evidence, now: EpochMs): boolean {
  return controlsFine(evidence, now) && hostAnswers(known(evidence, 'whatsapp-host', now));
}

/** A control answered and no sign-in network shows. */
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

/** What was heard is one of `states`: one resolver is enough for the names that only tell the two apart from a broken one. */
function anyIs(answers: readonly NameState[] | null, ...states: NameState[]): boolean {
  const heard = answers?.filter((one) => one !== 'unreachable') ?? [];
  return heard.length > 0 && heard.every((one) => states.includes(one));
}

/** Both resolvers lost WhatsApp while the control name resolves: it is gone for everyone. */
export function dnsGone(evidence: Evidence, now: EpochMs): boolean {
  const dns = known(evidence, 'dns', now);
  if (dns === null || !bothAre(dns.whatsapp, 'gone', 'stale')) return false;
  return anyIs(dns.control, 'addresses');
}

/** At least one resolver lost WhatsApp, or none was heard, and what would settle it is missing. */
export function dnsHasGap(evidence: Evidence, now: EpochMs): boolean {
  if (evidence.dns === undefined || unanswered(evidence, 'dns', now)) return true;
  const dns = known(evidence, 'dns', now);
  const lost = dns?.whatsapp.some((one) => one === 'gone' || one === 'stale') ?? false;
  if (dns === null || !lost) return false;
  return (
    dns.whatsapp.includes('unreachable') || (!anyIs(dns.control, 'addresses') && !anyIs(dns.control, 'gone'))
  );
}

/** Both resolvers have addresses for WhatsApp. */
export function dnsHasAddresses(evidence: Evidence, now: EpochMs): boolean {
  return bothAre(known(evidence, 'dns', now)?.whatsapp ?? null, 'addresses');
}

/** Meta's other names are gone too. */
export function metaNamesGone(evidence: Evidence, now: EpochMs): boolean {
  return anyIs(known(evidence, 'dns', now)?.meta ?? null, 'gone', 'stale');
}

/** static.whatsapp.net has addresses at both resolvers elsewhere. */
export function staticsResolveElsewhere(evidence: Evidence, now: EpochMs): boolean {
  return bothAre(known(evidence, 'dns', now)?.statics ?? null, 'addresses');
}

/** What a share of failing places says, when enough of them answered. */
type PlacesSay = 'failing' | 'reaching' | 'mixed' | null;

function placesSay(places: WorldValue['places'] | undefined, least: number): PlacesSay {
  if (places === undefined || places.length < least) return null;
  const share = places.filter((place) => !place.reachable).length / places.length;
  if (share >= SHARE.failing) return 'failing';
  return share <= SHARE.reaching ? 'reaching' : 'mixed';
}

/**
 * What the world's places say about reaching WhatsApp. Places that only looked its name up (`dns`) tell of nothing but names: that they
 * find it answers a name not found here, and no other failure.
 */
export function worldSays(evidence: Evidence, now: EpochMs): PlacesSay {
  const world = known(evidence, 'world', now);
  const says = placesSay(world?.places, LEAST.world);
  const onlyNames = world?.type === 'dns' && says !== 'failing';
  return onlyNames && probeCause(known(evidence, 'whatsapp-host', now)) !== 'name-not-resolved' ? null : says;
}

/** What other places in the person's own country (and network) say. */
export function countrySays(evidence: Evidence, now: EpochMs): PlacesSay {
  return placesSay(known(evidence, 'country', now)?.places, LEAST.country);
}

/** Nearly all other places reach it: those of the world, or those nearer by in the person's country. */
export function reachedElsewhere(evidence: Evidence, now: EpochMs): boolean {
  return worldSays(evidence, now) === 'reaching' || countrySays(evidence, now) === 'reaching';
}

/** Most of OONI's recent tests in the person's country met something odd. Supports, never decides: they have no control. */
export function testsAreOdd(evidence: Evidence, now: EpochMs): boolean {
  const tests = known(evidence, 'country', now)?.tests;
  return tests != null && tests.all >= LEAST_TESTS && tests.odd / tests.all >= SHARE.failing;
}

/** Many people speak of it now. */
export function crowdIsLoud(evidence: Evidence, now: EpochMs): boolean {
  const crowd = known(evidence, 'crowd', now);
  return (crowd?.accounts ?? 0) >= LOUD.accounts || (crowd?.stories ?? 0) >= LOUD.stories;
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
  // A time after the trouble means that the clock was set back in between: nobody knows how long ago it was.
  return recent !== null && seenAt !== undefined && Math.abs(seenAt - recent.lastGoodAt) <= RECENT_MS;
}

/** The person's own answer about the phone, or `null` when not given (or too old). */
export function phoneWorks(evidence: Evidence, now: EpochMs): boolean | null {
  return known(evidence, 'phone', now)?.works ?? null;
}
