/**
 * Does WhatsApp's own host answer this machine? `status.json` is what WhatsApp Web itself asks to learn
 * whether it is online: any HTTP status counts, only a network failure does not (wa-diff WAWebNetworkStatus,
 * 2026-04). Its body's shape is unknown and never parsed.
 */
import type { ProbeOutcome } from '../core/evidence';
import { meaningOf } from '../core/net-error';
import { type Ask, type AskOutcome, DEADLINE } from './ask';
import { fingerprint } from './fingerprint';
import { isMetas } from './metas';

export const STATUS = 'https://web.whatsapp.com/status.json';
/** Any small path will do: only whether something answers counts. */
const STATICS = 'https://static.whatsapp.net/favicon.ico';

/** Pause between probes that fail, in ms: a blip is not a verdict. */
export const PROBE_PAUSE_MS = 3_000;

/** One probe; `null` when we did not ask. */
export async function fetchProbe(ask: Ask): Promise<ProbeOutcome | null> {
  const outcome = await ask({ url: STATUS, purpose: 'whatsapp', how: 'read', deadlineMs: 5_000 });
  const unasked = outcome.kind === 'error' && outcome.why !== 'unreachable' && outcome.why !== 'unreadable';
  return unasked ? null : parseProbe(outcome);
}

/** What an answer to the probe means. */
export function parseProbe(outcome: AskOutcome): ProbeOutcome {
  switch (outcome.kind) {
    case 'answer': {
      const html = /html/i.test(outcome.contentType) && outcome.status < 500;
      return { kind: 'answered', status: outcome.status, html: html ? fingerprint(outcome.text) : null };
    }
    case 'redirect':
      // WhatsApp may move the path within its own houses; only a foreign host is a sign-in network's.
      return isMetas(outcome.toHost)
        ? { kind: 'answered', status: 302, html: null }
        : { kind: 'redirected', toHost: outcome.toHost };
    case 'opaque':
      return { kind: 'answered', status: 200, html: null };
    case 'error': {
      if (outcome.name === DEADLINE) return { kind: 'failed', name: DEADLINE, cause: 'timed-out' };
      const meaning = outcome.name === null ? 'unknown' : meaningOf(outcome.name);
      // Cut short by our own doing, by sleep or by another network, it accuses nobody, and the next try tells.
      return { kind: 'failed', name: outcome.name, cause: meaning === 'aborted' ? 'unknown' : meaning };
    }
  }
}

/** Does the host of WhatsApp's scripts answer? */
export async function fetchStatics(ask: Ask): Promise<'answered' | 'failed'> {
  const outcome = await ask({ url: STATICS, purpose: 'whatsapp', how: 'opaque', deadlineMs: 5_000 });
  return outcome.kind === 'error' ? 'failed' : 'answered';
}
