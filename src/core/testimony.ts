/** What one piece of evidence says about the side of the trouble, as the popup shows it and `confirmed` counts it. */
import { type EpochMs, type Evidence, known, type SourceId } from './evidence';
import {
  countrySays,
  crowdIsLoud,
  dnsGone,
  dnsHasAddresses,
  failingLayer,
  hostAnswers,
  hostFails,
  isInner,
  isOuter,
  metaReports,
  phoneWorks,
  probeCause,
  workedRecently,
  worldSays,
} from './reading-of';
import type { Side } from './verdict';

export type Says = 'points-to-you' | 'points-to-them' | 'healthy' | 'silent' | 'unavailable' | 'not-asked';

/** Says for sources whose reading is known; each is answered for the layer that fails. */
const WORD: { readonly [S in SourceId]: (evidence: Evidence, now: EpochMs) => Says } = {
  page: (evidence, now) => {
    const page = known(evidence, 'page', now);
    if (page?.symptom === null) return 'healthy';
    if (page?.error?.cause === 'blocked' || page?.symptom === 'network-block') return 'points-to-you';
    return page?.symptom === 'server-error' ? 'points-to-them' : 'silent';
  },
  'recent-success': (evidence, now) =>
    workedRecently(evidence, now) && isInner(failingLayer(evidence, now)) ? 'points-to-them' : 'silent',
  'this-device': (evidence, now) => {
    const device = known(evidence, 'this-device', now);
    if (device === null) return 'silent';
    if (!device.online || device.portalLocked) return 'points-to-you';
    if (device.google || device.cloudflare) return 'healthy';
    // Both dead alone is not "offline": some networks block both.
    return hostAnswers(known(evidence, 'whatsapp-host', now)) ? 'silent' : 'points-to-you';
  },
  'whatsapp-host': (evidence, now) => {
    const host = known(evidence, 'whatsapp-host', now);
    if (host === null) return 'silent';
    if (hostAnswers(host))
      return host?.probe.kind === 'answered' && host.probe.html !== null ? 'silent' : 'healthy';
    if (host.probe.kind === 'redirected') return host.probe.toHost === null ? 'silent' : 'points-to-you';
    if (!hostFails(host)) return 'points-to-them';
    const cause = probeCause(host);
    if (cause === 'name-not-resolved') return dnsHasAddresses(evidence, now) ? 'points-to-you' : 'silent';
    const ours =
      cause === 'disconnected' || cause === 'proxy' || cause === 'blocked' || cause === 'certificate';
    return ours ? 'points-to-you' : 'silent';
  },
  dns: (evidence, now) => {
    if (dnsGone(evidence, now)) return 'points-to-them';
    if (!dnsHasAddresses(evidence, now)) return 'silent';
    const host = known(evidence, 'whatsapp-host', now);
    return probeCause(host) === 'name-not-resolved' ? 'points-to-you' : 'healthy';
  },
  // Meta's other products never testify about WhatsApp; reaching them is all that can be said.
  'meta-family': (evidence, now) => {
    const family = known(evidence, 'meta-family', now);
    return family !== null && (family.facebook || family.instagram) ? 'healthy' : 'silent';
  },
  'meta-status': (evidence, now) => (metaReports(evidence, now) ? 'points-to-them' : 'silent'),
  world: (evidence, now) => placesWord(worldSays(evidence, now), evidence, now),
  phone: (evidence, now) => {
    const works = phoneWorks(evidence, now);
    if (works === null) return 'not-asked';
    if (!works) return 'points-to-them';
    return isOuter(failingLayer(evidence, now)) ? 'points-to-you' : 'silent';
  },
  // People speak of the app. When the host itself is not reached they know less than the world's places.
  crowd: (evidence, now) => {
    const layer = failingLayer(evidence, now);
    return layer !== null && !isOuter(layer) && crowdIsLoud(evidence, now) ? 'points-to-them' : 'silent';
  },
  // Its places speak of WhatsApp; that a country is cut off, or OONI's tests are odd, says nothing about whose side it is.
  country: (evidence, now) => placesWord(countrySays(evidence, now), evidence, now),
};

/** Places elsewhere see reach and edge only; their success accuses this side only where our own probe fails. */
function placesWord(says: ReturnType<typeof worldSays>, evidence: Evidence, now: EpochMs): Says {
  if (!isOuter(failingLayer(evidence, now))) return 'silent';
  if (says === 'failing') return 'points-to-them';
  return says === 'reaching' && hostFails(known(evidence, 'whatsapp-host', now)) ? 'points-to-you' : 'silent';
}

/** What `source` says now. A missing reading is `not-asked` or `unavailable`; a stale one, or one nobody can read, `silent`. */
export function saysOf(evidence: Evidence, source: SourceId, now: EpochMs): Says {
  const reading = evidence[source];
  if (reading === undefined) return 'not-asked';
  if (reading.state === 'missing') return reading.why === 'not-asked' ? 'not-asked' : 'unavailable';
  try {
    return WORD[source](evidence, now);
  } catch {
    return 'silent';
  }
}

/** Kinds of evidence that are independent of each other and of our own path. The crowd is none: it can be faked. */
const INDEPENDENT: readonly SourceId[] = ['dns', 'world', 'meta-status', 'phone', 'country'];

/** Those that can say that others near the person fail too. That the world does not is what the rules ask for anyway. */
const NEARBY: readonly SourceId[] = ['phone', 'country'];

/** Two independent kinds agree with `side`, at least one of them not Meta's own word. */
export function isConfirmed(evidence: Evidence, side: Side, now: EpochMs): boolean {
  const word: Says = side === 'yours' ? 'points-to-you' : 'points-to-them';
  const kinds = side === 'between' ? NEARBY : INDEPENDENT;
  const agree = kinds.filter((source) => saysOf(evidence, source, now) === word);
  return agree.length >= 2 && agree.some((source) => source !== 'meta-status');
}
