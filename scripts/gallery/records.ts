/**
 * What lies on disk: past troubles (one that WhatsApp had, one of this side's, one whose end nobody saw), and what somebody leaves
 * there who prepared.
 */
import type { IncidentRecord, Turn } from '../../src/core/record.ts';
import { NO_TROUBLE, type Trouble } from '../../src/core/trouble.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const THEIRS = { verdict: 'global', confidence: 'confirmed', cause: 'whatsapp-only', by: 'world' } as const;
const YOURS = { verdict: 'local', confidence: 'likely', cause: 'dns', by: 'dns' } as const;

function record(beganAt: number, minutes: number, word: Omit<Turn, 'at'>, ended: boolean): IncidentRecord {
  const seenAt = beganAt + minutes * MINUTE;
  return {
    id: `gallery-${beganAt}`,
    beganAt,
    noticedAt: beganAt,
    seenAt,
    overAt: ended ? seenAt : null,
    symptoms: ['document-failed'],
    turns: [{ at: beganAt, ...word }],
    sources: ['page', word.by],
    again: 0,
    againAt: null,
    toldAt: null,
  };
}

/** The store of them, as it lies on disk. */
export function recordsAt(now: number) {
  const records = [
    record(now - 20 * DAY, 75, THEIRS, true),
    record(now - 6 * DAY, 30, YOURS, true),
    record(now - 4 * 60 * MINUTE, 40, THEIRS, false),
  ];
  return { version: 1, records };
}

/** Own addresses on the other ways: with these there is most to press beside them. */
export const CONTACTS = { telegram: '@mina_k', signal: '+4915112345678' };

/** The trouble of the gallery's states: it came and went, and the person waits to be told. Most is said of its end then. */
export function waitedForAt(now: number): Trouble {
  const last = record(now - 40 * MINUTE, 40, THEIRS, false);
  return { ...NO_TROUBLE, record: { ...last, again: 2 }, incident: 'gallery', wishedAt: now };
}
