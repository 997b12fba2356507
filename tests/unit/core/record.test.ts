import { describe, expect, it } from 'vitest';
import {
  CarriedSchema,
  type IncidentRecord,
  KEEP_MS,
  lastedMs,
  lastWord,
  MOST_RECORDS,
  migrated,
  NO_RECORDS,
  RecordsSchema,
  whole,
  withRecords,
} from '../../../src/core/record';
import { safeParse } from '../../../src/core/shape';
import { HOUR, MINUTE, NOW } from '../witnesses';

const record = (id: string, more: Partial<IncidentRecord> = {}): IncidentRecord => ({
  id,
  beganAt: NOW - HOUR,
  noticedAt: NOW - HOUR,
  seenAt: NOW - 30 * MINUTE,
  overAt: NOW - 20 * MINUTE,
  symptoms: ['connection-lost'],
  turns: [{ at: NOW - HOUR, verdict: 'global', confidence: 'likely', cause: 'whatsapp-only', by: 'page' }],
  sources: ['page', 'whatsapp-host'],
  again: 0,
  againAt: null,
  toldAt: null,
  ...more,
});
const store = (...records: IncidentRecord[]) => ({ ...NO_RECORDS, records });

describe('the store of records', () => {
  it('keeps them in the order of their beginning, and one for each id', () => {
    const later = record('b', { beganAt: NOW });
    const kept = withRecords(store(later), [record('a'), record('b', { beganAt: NOW, again: 2 })], NOW);
    expect(kept.records.map(({ id, again }) => [id, again])).toEqual([
      ['a', 0],
      ['b', 2],
    ]);
  });

  it('keeps ninety days, and what does not say when it was', () => {
    const old = record('old', { overAt: NOW - KEEP_MS });
    const young = record('young', { overAt: NOW - KEEP_MS + 1 });
    const half = { id: 'half' } as IncidentRecord;
    expect(withRecords(store(old, young, half), [], NOW).records.map(({ id }) => id)).toEqual([
      'young',
      'half',
    ]);
  });

  it('keeps the five hundred newest', () => {
    const many = Array.from({ length: 510 }, (_, n) => record(`${n}`, { beganAt: NOW - HOUR + n }));
    const { records } = withRecords(store(), many, NOW);
    expect(records).toHaveLength(MOST_RECORDS);
    expect(records[0]?.id).toBe('10');
  });

  it('reads every record that is whole, and leaves the half-written ones where they are', () => {
    const half = { ...record('half'), turns: undefined };
    const raw = { ...NO_RECORDS, records: [record('a'), half] };
    expect(safeParse(CarriedSchema, raw)).toEqual({ success: true, output: raw });
    expect(whole(raw.records)).toEqual([record('a')]);
    // From a file nothing half is taken.
    expect(safeParse(RecordsSchema, raw).success).toBe(false);
    expect(safeParse(RecordsSchema, store(record('a'))).success).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a newer version', { version: 2, records: [] }],
    ['no list', { version: 1, records: {} }],
    ['a word', 'records'],
    ['null', null],
  ])('is not %s', (_, raw) => {
    expect(safeParse(CarriedSchema, raw).success).toBe(false);
  });

  it('goes up through every version, one step at a time', () => {
    const steps = {
      1: (raw: Record<string, unknown>) => ({ ...raw, one: true }),
      2: (raw: Record<string, unknown>) => ({ ...raw, two: true }),
    };
    expect(migrated({ version: 1, records: [] }, steps, 3)).toEqual({
      version: 3,
      records: [],
      one: true,
      two: true,
    });
    expect(migrated({ version: 4 }, steps, 3)).toEqual({ version: 4 });
    expect(migrated(null, steps, 3)).toBeNull();
    expect(migrated({ version: 0 }, steps, 3)).toEqual({ version: 0 });
  });
});

describe('one record', () => {
  it('lasted until it was seen to be over, and at least until it was last seen', () => {
    expect(lastedMs(record('a'))).toBe(40 * MINUTE);
    expect(lastedMs(record('a', { overAt: null }))).toBe(30 * MINUTE);
  });

  it('says at last what claimed anything at last', () => {
    const [claim] = record('a').turns;
    const unsure = {
      ...claim,
      verdict: 'unsure',
      confidence: '',
      cause: '',
    } as IncidentRecord['turns'][number];
    expect(lastWord(record('a', { turns: [claim, unsure].flatMap((turn) => turn ?? []) }))).toBe(claim);
    expect(lastWord(record('a', { turns: [unsure] }))).toBe(unsure);
  });
});
