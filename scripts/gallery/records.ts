/** Past troubles for the report to show: one that WhatsApp had, one of this side's, one whose end nobody saw. */
import type { IncidentRecord, Turn } from '../../src/core/record.ts';

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
