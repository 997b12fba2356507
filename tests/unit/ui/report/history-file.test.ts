import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, jsonOf, LARGEST_HISTORY, readHistory } from '../../../../src/ui/report/history-file';
import { NOW } from '../../witnesses';
import { anyRecord, recordOf } from './records';

const ONE = recordOf('one', NOW - 3_600_000, 40);
const OPEN = { ...recordOf('two', NOW - 1_800_000, 10, false), again: 2 };
const fileWith = (change: object) => jsonOf([{ ...ONE, ...change }]);

describe('a table', () => {
  it('has a line for each trouble, with the answer that stayed, and no end where none was seen', () => {
    const began = (record: typeof ONE) => new Date(record.beganAt).toISOString();
    const ended = (record: typeof ONE) => new Date(record.seenAt).toISOString();
    expect(csvOf([ONE, OPEN]).split('\r\n')).toEqual([
      'id,began,noticed,last_seen,over,minutes,came_again,verdict,confidence,cause,symptoms,sources',
      `one,${began(ONE)},${began(ONE)},${ended(ONE)},${ended(ONE)},40,0,global,confirmed,whatsapp-only,document-failed,page world`,
      `two,${began(OPEN)},${began(OPEN)},${ended(OPEN)},,10,2,global,confirmed,whatsapp-only,document-failed,page world`,
      '',
    ]);
  });

  it('has nothing that a spreadsheet could take for a formula, or for another column', () => {
    fc.assert(
      fc.property(fc.array(anyRecord(NOW), { maxLength: 5 }), (records) => {
        const lines = csvOf(records).split('\r\n');
        expect(lines.length).toBe(records.length + 2);
        for (const line of lines.slice(0, -1)) {
          expect(line.split(',')).toHaveLength(12);
          for (const cell of line.split(',')) expect(cell).toMatch(/^(?:\w[\w :.-]*)?$/);
        }
      }),
    );
  });
});

describe('a file', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRecord(NOW), { selector: ({ id }) => id, maxLength: 6 }), (records) => {
        expect(readHistory(jsonOf(records), NOW)).toEqual(records);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'id,began\r\n'],
    ['a list', '[]'],
    ['null', 'null'],
    ['of another program', '{"version":1,"records":[]}'],
    ['settings of ours', '{"not-just-me":"settings","version":1,"records":[]}'],
    ['of a newer version', '{"not-just-me":"history","version":99,"records":[]}'],
    ['half of one', jsonOf([ONE]).slice(0, 200)],
    ['too long', `${jsonOf([ONE])}${' '.repeat(LARGEST_HISTORY)}`],
    ['the same trouble twice', jsonOf([ONE, ONE])],
    [
      'more troubles than are kept',
      jsonOf(Array.from({ length: 501 }, (_, at) => recordOf(`n${at}`, ONE.beganAt, 1))),
    ],
    ['a formula', fileWith({ id: '=HYPERLINK("https://example.com")' })],
    ['a line of its own', fileWith({ id: 'a\r\nb' })],
    ['an end before the beginning', fileWith({ overAt: ONE.beganAt - 1 })],
    ['seen before it began', fileWith({ seenAt: ONE.beganAt - 1 })],
    ['next year', fileWith({ beganAt: NOW + 366 * 86_400_000, seenAt: NOW + 366 * 86_400_000 })],
    ['before there was any of this', fileWith({ beganAt: 1 })],
    ['a time that is none', fileWith({ noticedAt: 1.5 })],
    ['a word we do not know', fileWith({ symptoms: ['bored'] })],
    ['the same word twice', fileWith({ sources: ['page', 'page'] })],
    ['again, minus once', fileWith({ again: -1 })],
    ['very many answers', fileWith({ turns: Array.from({ length: 41 }, () => ONE.turns[0]) })],
    ['no answer', fileWith({ turns: [] })],
  ])('is not taken when it is %s', (_, text) => {
    expect(readHistory(text, NOW)).toBeNull();
  });

  it('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, text) => {
        for (const one of [json, text, `{"not-just-me":"history","version":1,"records":${json}}`])
          expect(() => readHistory(one, NOW)).not.toThrow();
      }),
    );
  });
});
