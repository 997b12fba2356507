/** What independent witnesses elsewhere decide (rules 6 to 12 of the table). */
import { type EpochMs, type Evidence, known } from '../evidence';
import {
  controlsFine,
  dnsGone,
  dnsHasAddresses,
  failingLayer,
  hostFails,
  metaNamesGone,
  metaReports,
  phoneWorks,
  probeCause,
  worldSays,
} from '../reading-of';
import type { Rule } from '../rule';
import type { Cause } from '../verdict';

/**
 * How far a global failure reaches. Meta's other products never testify about WhatsApp; they only tell
 * whether it is alone. `whatsapp-only` is the default: it claims nothing about the others in words.
 */
function reachOf(evidence: Evidence, now: EpochMs): Cause {
  if (metaNamesGone(evidence, now)) return 'meta-wide';
  if (failingLayer(evidence, now) === 'send') return 'messages-only';
  const family = known(evidence, 'meta-family', now);
  const seenFine = family !== null && (family.facebook || family.instagram);
  const others = known(evidence, 'meta-status', now)?.others.length ?? 0;
  return others > 0 && !seenFine ? 'meta-wide' : 'whatsapp-only';
}

/** 6 · Two resolvers elsewhere lost the name while a control name resolves. */
export const goneFromDns: Rule = {
  id: 'gone-from-dns',
  needs: ['page', 'dns', 'whatsapp-host', 'meta-family', 'meta-status'],
  judge: (evidence, now) =>
    failingLayer(evidence, now) !== null && dnsGone(evidence, now)
      ? { verdict: 'global', cause: reachOf(evidence, now), confidence: 'likely' }
      : null,
};

/** 7 · The name resolves elsewhere and not here. */
export const notResolvedHere: Rule = {
  id: 'not-resolved-here',
  needs: ['page', 'this-device', 'whatsapp-host', 'dns'],
  judge: (evidence, now) => {
    const host = known(evidence, 'whatsapp-host', now);
    // A laptop that wakes up resolves nothing for a moment: then its controls are dead too, and it is tried again.
    const steady = controlsFine(evidence, now) || (host?.failures ?? 0) >= 2;
    return probeCause(host) === 'name-not-resolved' && dnsHasAddresses(evidence, now) && steady
      ? { verdict: 'local', cause: 'dns', confidence: 'likely' }
      : null;
  },
};

/** 8 · Most places in the world cannot reach it either. */
export const worldFails: Rule = {
  id: 'world-fails',
  needs: ['page', 'whatsapp-host', 'world', 'dns', 'meta-family', 'meta-status'],
  judge: (evidence, now) => {
    const layer = failingLayer(evidence, now);
    const outer = layer === 'reach' || layer === 'edge';
    return outer && worldSays(evidence, now) === 'failing'
      ? { verdict: 'global', cause: reachOf(evidence, now), confidence: 'likely' }
      : null;
  },
};

/** 9 · It fails here again and again, and nearly everywhere else it answers. */
export const onlyHere: Rule = {
  id: 'only-here',
  needs: ['page', 'whatsapp-host', 'world'],
  judge: (evidence, now) => {
    const host = known(evidence, 'whatsapp-host', now);
    const steady = hostFails(host) && host !== null && host.failures >= 3;
    if (!steady || worldSays(evidence, now) !== 'reaching') return null;
    const cause = probeCause(host);
    const refusedOnTheWay = cause === 'refused' || cause === 'reset' || cause === 'timed-out';
    return { verdict: 'local', cause: refusedOnTheWay ? 'firewall' : 'unknown', confidence: 'likely' };
  },
};

/** 10 · Meta says so itself. */
export const metaSaysSo: Rule = {
  id: 'meta-says-so',
  needs: ['page', 'whatsapp-host', 'meta-status', 'dns', 'meta-family'],
  judge: (evidence, now) =>
    failingLayer(evidence, now) !== null && metaReports(evidence, now)
      ? { verdict: 'global', cause: reachOf(evidence, now), confidence: 'likely' }
      : null,
};

/** 11 · The phone, on another network, fails too. */
export const phoneFailsToo: Rule = {
  id: 'phone-fails-too',
  needs: ['page', 'whatsapp-host', 'phone', 'dns', 'meta-family', 'meta-status'],
  judge: (evidence, now) =>
    failingLayer(evidence, now) !== null && phoneWorks(evidence, now) === false
      ? { verdict: 'global', cause: reachOf(evidence, now), confidence: 'likely' }
      : null,
};

/** 12 · WhatsApp's own server says it fails, to the page and to us. */
export const serverSaysSo: Rule = {
  id: 'server-says-so',
  needs: ['page', 'whatsapp-host', 'dns', 'meta-family', 'meta-status'],
  judge: (evidence, now) => {
    const page = known(evidence, 'page', now);
    const probe = known(evidence, 'whatsapp-host', now)?.probe;
    const toUs = probe?.kind === 'answered' && probe.status >= 500;
    const toThePage = page?.symptom === 'server-error' || page?.symptom === 'service-unavailable';
    return toUs && toThePage
      ? { verdict: 'global', cause: reachOf(evidence, now), confidence: 'likely' }
      : null;
  },
};
