/** What can still be said when the page opens and fails inside (rules 13 to 18 of the table). */
import { known } from '../evidence';
import {
  controlsFine,
  failingLayer,
  hostAnswers,
  phoneWorks,
  staticsResolveElsewhere,
  workedRecently,
} from '../reading-of';
import type { Rule } from '../rule';

/** 13 · The page's own building blocks do not arrive here, and exist elsewhere. */
export const staticsBlocked: Rule = {
  id: 'statics-blocked',
  needs: ['page', 'whatsapp-host', 'dns'],
  judge: (evidence, now) => {
    const failsHere = known(evidence, 'whatsapp-host', now)?.statics === 'failed';
    return failingLayer(evidence, now) === 'app' && failsHere && staticsResolveElsewhere(evidence, now)
      ? { verdict: 'local', cause: 'blocked', confidence: 'possible' }
      : null;
  },
};

/** 14 · The phone works, this page worked minutes ago, and nothing local is named. */
export const webOnly: Rule = {
  id: 'web-only',
  needs: ['page', 'whatsapp-host', 'phone', 'recent-success'],
  judge: (evidence, now) => {
    const layer = failingLayer(evidence, now);
    const inside = layer === 'app' || layer === 'socket';
    return inside && phoneWorks(evidence, now) === true && workedRecently(evidence, now)
      ? { verdict: 'global', cause: 'web-only', confidence: 'possible' }
      : null;
  },
};

/** 15 · The live connection broke while everything around it is fine. */
export const socketLost: Rule = {
  id: 'socket-lost',
  needs: ['page', 'whatsapp-host', 'this-device', 'recent-success'],
  judge: (evidence, now) => {
    const around = controlsFine(evidence, now) && hostAnswers(known(evidence, 'whatsapp-host', now));
    return failingLayer(evidence, now) === 'socket' && around && workedRecently(evidence, now)
      ? { verdict: 'global', cause: 'whatsapp-only', confidence: 'possible' }
      : null;
  },
};

/** 16 · Messages do not leave although everything around them is fine. */
export const sendsStuck: Rule = {
  id: 'sends-stuck',
  needs: ['page', 'whatsapp-host', 'this-device'],
  judge: (evidence, now) => {
    const around = controlsFine(evidence, now) && hostAnswers(known(evidence, 'whatsapp-host', now));
    return failingLayer(evidence, now) === 'send' && around
      ? { verdict: 'global', cause: 'messages-only', confidence: 'possible' }
      : null;
  },
};

/** 17 · WhatsApp's own screen says that this network keeps it from loading (its PROXYBLOCK state). */
export const networkBlock: Rule = {
  id: 'network-block',
  needs: ['page'],
  judge: (evidence, now) =>
    known(evidence, 'page', now)?.symptom === 'network-block'
      ? { verdict: 'local', cause: 'firewall', confidence: 'likely' }
      : null,
};

/** 18 · WhatsApp works on the phone; what fails is this browser or WhatsApp Web, and nobody can say which. */
export const hereOrWeb: Rule = {
  id: 'here-or-web',
  needs: ['page', 'whatsapp-host', 'phone', 'recent-success'],
  judge: (evidence, now) => {
    const layer = failingLayer(evidence, now);
    const inside = layer === 'app' || layer === 'socket';
    return inside && phoneWorks(evidence, now) === true && !workedRecently(evidence, now)
      ? { verdict: 'unsure' }
      : null;
  },
};

/** 19 · Anything else that fails. */
export const cannotTell: Rule = {
  id: 'cannot-tell',
  needs: ['page', 'whatsapp-host'],
  judge: (evidence, now) => {
    const symptom = known(evidence, 'page', now)?.symptom ?? null;
    // A page without any marker we know is no trouble until WhatsApp's own host was asked about it.
    const unasked = symptom === 'page-unknown' && known(evidence, 'whatsapp-host', now) === null;
    return symptom === null || unasked ? null : { verdict: 'unsure' };
  },
};
