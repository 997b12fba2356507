/** What this browser, device and network can answer alone (rules 1 to 5 of the table). */
import { type EpochMs, type Evidence, known, type NetCause, type Symptom, unanswered } from '../evidence';
import { controlsDead, controlsFine, hostAnswers, hostFails, probeCause } from '../reading-of';
import type { Rule } from '../rule';

/** 1 · Chats visible and the socket alive: whatever Meta says, it works here. */
export const pageWorks: Rule = {
  id: 'page-works',
  needs: ['page'],
  judge: (evidence, now) => {
    const page = known(evidence, 'page', now);
    return page !== null && page.symptom === null ? { verdict: 'working' } : null;
  },
};

/** 2 · The browser itself names a local cause. */
export const namedHere: Rule = {
  id: 'named-here',
  needs: ['page', 'whatsapp-host', 'this-device'],
  judge: (evidence, now) => {
    const page = known(evidence, 'page', now);
    const device = known(evidence, 'this-device', now);
    const probe = probeCause(known(evidence, 'whatsapp-host', now));
    // Another extension's blocking rules stop the page, never our own requests (measured 2026-11-21).
    if (page?.error?.cause === 'blocked' || probe === 'blocked')
      return { verdict: 'local', cause: 'blocked', confidence: 'likely' };
    if (probe === 'proxy') return { verdict: 'local', cause: 'proxy', confidence: 'likely' };
    // The browser's word against an answer just received is worth nothing.
    const host = known(evidence, 'whatsapp-host', now);
    const offline = device?.online === false && host !== null && host.probe.kind !== 'answered';
    if (probe === 'disconnected' || offline) return { verdict: 'offline', confidence: 'likely' };
    return null;
  },
};

/** Symptoms that a host which answers now takes back: a blip, a portal left, a page we do not know. */
const TAKEN_BACK: readonly Symptom[] = [
  'document-failed',
  'document-unanswered',
  'document-redirected',
  'page-unknown',
  'asked-by-hand',
  'server-error',
];

/** True for troubles that are over once the host answers. */
export function isTakenBack(symptom: Symptom | null): boolean {
  return symptom !== null && TAKEN_BACK.includes(symptom);
}

/** 2b · The document failed a moment ago and the host answers now. */
export const answersAgain: Rule = {
  id: 'answers-again',
  needs: ['page', 'whatsapp-host', 'meta-status'],
  judge: (evidence, now) => {
    const symptom = known(evidence, 'page', now)?.symptom;
    const host = known(evidence, 'whatsapp-host', now);
    if (!symptom || !isTakenBack(symptom) || !hostAnswers(host)) return null;
    // An error page beside a status that is fine may be the outage itself; only a change says that it is over.
    if (symptom === 'server-error' && !host?.recovered) return null;
    return mayBePortalPage(evidence, now) ? null : { verdict: 'working' };
  },
};

/** A web page where data belongs may be a sign-in network's; Meta's host, asked next, tells them apart. */
function mayBePortalPage(evidence: Evidence, now: EpochMs): boolean {
  const probe = known(evidence, 'whatsapp-host', now)?.probe;
  const html = probe?.kind === 'answered' ? probe.html : null;
  if (html === null) return false;
  return evidence['meta-status'] === undefined || known(evidence, 'meta-status', now)?.html === html;
}

/** 3 · A sign-in network. */
export const portal: Rule = {
  id: 'portal',
  needs: ['page', 'this-device', 'whatsapp-host', 'meta-status'],
  judge: (evidence, now) => {
    const device = known(evidence, 'this-device', now);
    const host = known(evidence, 'whatsapp-host', now);
    const meta = known(evidence, 'meta-status', now);
    if (known(evidence, 'page', now)?.symptom == null) return null;
    // A redirect whose target the browser does not tell is no sign; one to a house that is not Meta's is.
    const metaForeign = meta?.foreign && !hostAnswers(host);
    const redirected = (host?.probe.kind === 'redirected' && host.probe.toHost !== null) || metaForeign;
    if (device?.portalLocked || redirected) return { verdict: 'captive-portal', confidence: 'likely' };
    if (host?.probe.kind === 'answered' && host.probe.html !== null && meta?.html === host.probe.html)
      return { verdict: 'captive-portal', confidence: 'likely' };
    if (probeCause(host) === 'certificate' && controlsDead(evidence, now))
      return { verdict: 'captive-portal', confidence: 'possible' };
    return null;
  },
};

/** 4 · Somebody between this browser and WhatsApp shows a certificate that is not WhatsApp's. */
export const foreignCertificate: Rule = {
  id: 'foreign-certificate',
  needs: ['this-device', 'whatsapp-host'],
  judge: (evidence, now) =>
    probeCause(known(evidence, 'whatsapp-host', now)) === 'certificate' && controlsFine(evidence, now)
      ? { verdict: 'local', cause: 'tls', confidence: 'likely' }
      : null,
};

/** Errors that only a server which answers can cause: with a wrong clock, every certificate fails and the line is fine. */
const TLS: readonly (NetCause | null)[] = ['certificate', 'certificate-date', 'protocol'];

/** 5 · Nothing at all answered. */
export const nothingAnswers: Rule = {
  id: 'nothing-answers',
  needs: ['page', 'this-device', 'whatsapp-host', 'dns', 'meta-status', 'world'],
  judge: (evidence, now) => {
    const host = known(evidence, 'whatsapp-host', now);
    const dead =
      controlsDead(evidence, now) &&
      hostFails(host) &&
      !TLS.includes(probeCause(host)) &&
      unanswered(evidence, 'dns', now) &&
      unanswered(evidence, 'meta-status', now) &&
      known(evidence, 'world', now) === null;
    return dead ? { verdict: 'offline', confidence: 'likely' } : null;
  },
};
