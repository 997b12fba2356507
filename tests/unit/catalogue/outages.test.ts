import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MORE_SOURCES, NOT_WHATSAPP, NOTES } from '../../../scripts/docs/outage-notes';
import { outagesDocument } from '../../../scripts/docs/outages';
import { OUTAGE_LENGTHS } from '../../../src/catalogue/outage-lengths';
import { OUTAGES } from '../../../src/catalogue/outages';

/** When the list was collected: nothing in it is of the future. */
const COLLECTED = Date.UTC(2026, 10, 30);
const DAY_MINUTES = 24 * 60;

it('docs/outages.md is what the list says; `npm run docs` writes it anew', () => {
  const written = readFileSync(join(import.meta.dirname, '../../../docs/outages.md'), 'utf8');
  expect(written, 'out of date: run `npm run docs`').toBe(outagesDocument());
});

describe.each(OUTAGES.map((outage) => [outage.id, outage] as const))('%s', (id, outage) => {
  it('began on its day, before the list was collected', () => {
    expect(new Date(outage.at).toISOString().slice(0, 10)).toBe(id);
    expect(outage.at).toBeLessThan(COLLECTED);
  });

  it('has a source that can be opened, and says so when it has only one', () => {
    expect(outage.sources.length).toBeGreaterThan(0);
    expect(new Set(outage.sources).size).toBe(outage.sources.length);
    for (const source of outage.sources) expect(new URL(source).protocol).toBe('https:');
    expect(outage.doubts.includes('alone')).toBe(outage.sources.length === 1);
  });

  it('has a length that was checked, or says that none is known, and a note that tells how', () => {
    const { length } = outage;
    expect(NOTES[id]?.length).toBeGreaterThan(5);
    if (length === null) {
      expect(outage.doubts).not.toContain('length');
      return;
    }
    expect(length.kind).toBe(outage.kind);
    expect(length.minutes).toBeGreaterThan(0);
    expect(length.minutes).toBeLessThan(DAY_MINUTES);
    expect(Number.isInteger(length.minutes)).toBe(true);
  });
});

it('the list is in the order of time, each day once, and every length and note belongs to it', () => {
  const ids = OUTAGES.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted());
  expect(OUTAGE_LENGTHS.filter(({ id }) => !ids.includes(id))).toEqual([]);
  expect(Object.keys(NOTES).toSorted()).toEqual(ids);
  for (const [id, more] of Object.entries(MORE_SOURCES)) {
    const { sources = [] } = OUTAGES.find((one) => one.id === id) ?? {};
    expect(sources.length).toBeGreaterThan(1);
    expect(more.filter((one) => sources.includes(one) || !one.startsWith('https://'))).toEqual([]);
  }
});

it('lengths that nobody saw the end of are marked', () => {
  const open = OUTAGE_LENGTHS.filter(({ atLeast }) => atLeast).map(({ id }) => id);
  expect(open.toSorted()).toEqual([
    '2015-12-31',
    '2017-05-03',
    '2017-11-30',
    '2019-04-14',
    '2023-06-16',
    '2024-12-11',
    '2026-02-27',
  ]);
});

it('a day on which WhatsApp worked is not among them', () => {
  for (const [day] of NOT_WHATSAPP) expect(OUTAGES.map(({ id }) => id)).not.toContain(day);
});
