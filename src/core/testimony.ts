/** What one piece of evidence says about the side of the trouble, as the popup shows it and `confirmed` counts it. */
import { type EpochMs, type Evidence, known, type SourceId } from './evidence';
import {
  dnsGone,
  dnsHasAddresses,
  failingLayer,
  hostAnswers,
  hostFails,
  metaReports,
  phoneWorks,
  probeCause,
  workedRecently,
  worldSays,
} from './reading-of';

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
    workedRecently(evidence, now) && failingLayer(evidence, now) === 'socket' ? 'points-to-them' : 'silent',
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
  world: (evidence, now) => {
    const layer = failingLayer(evidence, now);
    if (layer !== 'reach' && layer !== 'edge') return 'silent';
    const says = worldSays(evidence, now);
    if (says === 'failing') return 'points-to-them';
    return says === 'reaching' && hostFails(known(evidence, 'whatsapp-host', now))
      ? 'points-to-you'
      : 'silent';
  },
  phone: (evidence, now) => {
    const works = phoneWorks(evidence, now);
    if (works === null) return 'not-asked';
    if (!works) return 'points-to-them';
    const layer = failingLayer(evidence, now);
    return layer === 'reach' || layer === 'edge' ? 'points-to-you' : 'silent';
  },
  // Both support other witnesses and decide nothing by themselves yet.
  crowd: () => 'silent',
  country: () => 'silent',
};

/** What `source` says now. A missing reading is `not-asked` or `unavailable`, a stale one `silent`. */
export function saysOf(evidence: Evidence, source: SourceId, now: EpochMs): Says {
  const reading = evidence[source];
  if (reading === undefined) return 'not-asked';
  if (reading.state === 'missing') return reading.why === 'not-asked' ? 'not-asked' : 'unavailable';
  return WORD[source](evidence, now);
}

/** Kinds of evidence that are independent of each other and of our own path. */
const INDEPENDENT: readonly SourceId[] = ['dns', 'world', 'meta-status', 'phone'];

/** Two independent kinds agree with `side`, at least one of them not Meta's own word. */
export function isConfirmed(evidence: Evidence, side: 'yours' | 'theirs', now: EpochMs): boolean {
  const word: Says = side === 'yours' ? 'points-to-you' : 'points-to-them';
  const agree = INDEPENDENT.filter((source) => saysOf(evidence, source, now) === word);
  return agree.length >= 2 && agree.some((source) => source !== 'meta-status');
}
