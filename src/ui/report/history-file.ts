/** Past troubles as files, and back. What comes back was written by anybody: checked by shape, by size and by sense. Pure. */
import type { EpochMs } from '../../core/evidence';
import {
  type IncidentRecord,
  lastedMs,
  lastWord,
  MOST_RECORDS,
  MOST_TURNS,
  RECORDS_VERSION,
  RecordsSchema,
} from '../../core/record';
import { safeParse } from '../../core/shape';
import { ownFile, readOwnFile } from '../own-file';

/** Longest file taken, in bytes; a full one of ours has half of it. */
export const LARGEST_HISTORY = 6_000_000;

const DAY_MS = 24 * 60 * 60_000;
/** Nothing of ours is older. */
const FIRST_AT = Date.UTC(2026, 0, 1);

/** Can be loaded again. */
export function jsonOf(records: readonly IncidentRecord[]): string {
  return ownFile('history', { version: RECORDS_VERSION, records });
}

const COLUMNS =
  'id,began,noticed,last_seen,over,minutes,came_again,verdict,confidence,cause,symptoms,sources'.split(',');

/** For spreadsheets (RFC 4180): times in UTC, `over` empty where nobody saw the end. */
export function csvOf(records: readonly IncidentRecord[]): string {
  const time = (at: EpochMs | null) => (at ? new Date(at).toISOString() : '');
  const rows = records.map((record) => {
    const { verdict = '', confidence = '', cause = '' } = lastWord(record) ?? {};
    return [
      record.id,
      time(record.beganAt),
      time(record.noticedAt),
      time(record.seenAt),
      time(record.overAt),
      Math.round(lastedMs(record) / 60_000),
      record.again,
      verdict,
      confidence,
      cause,
      record.symptoms.join(' '),
      record.sources.join(' '),
    ];
  });
  // All of it is from closed lists or checked when it was loaded: nothing needs quotes.
  return [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/** The records in a file of ours, of this or an earlier version; `null` for anything that is not wholly right. */
export function readHistory(text: string, now: EpochMs): readonly IncidentRecord[] | null {
  const parsed = safeParse(RecordsSchema, readOwnFile('history', text, LARGEST_HISTORY));
  if (!parsed.success) return null;
  const { records } = parsed.output;
  const ids = new Set(records.map(({ id }) => id));
  const sound = records.length <= MOST_RECORDS && ids.size === records.length;
  return sound && records.every((record) => isSound(record, now)) ? records : null;
}

/** A record that we could have written. */
function isSound(record: IncidentRecord, now: EpochMs): boolean {
  const { id, beganAt, noticedAt, seenAt, overAt, againAt, toldAt, again, turns, symptoms, sources } = record;
  const times = [beganAt, noticedAt, seenAt, overAt, againAt, toldAt, ...turns.map(({ at }) => at)];
  return (
    // Begins with nothing that a spreadsheet takes for a formula.
    /^\w[\w-]{0,63}$/.test(id) &&
    // Another computer's clock may be ahead of ours.
    times.every((at) => at === null || (Number.isInteger(at) && at >= FIRST_AT && at <= now + DAY_MS)) &&
    seenAt >= beganAt &&
    (overAt ?? beganAt) >= beganAt &&
    Number.isInteger(again) &&
    again >= 0 &&
    turns.length > 0 &&
    turns.length <= MOST_TURNS &&
    new Set(symptoms).size === symptoms.length &&
    new Set(sources).size === sources.length
  );
}
