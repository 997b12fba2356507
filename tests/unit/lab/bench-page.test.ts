import { describe, expect, test } from 'vitest';
import { appWeight } from '../../../scripts/bench-page/app-weight.ts';
import { costTable, more, ratio, withoutIt } from '../../../scripts/bench-page/cells.ts';
import { parseFlags } from '../../../scripts/bench-page/flags.mjs';
import { coversOne, tellRatio } from '../../../scripts/bench-page/gates.ts';
import { inPairs } from '../../../scripts/bench-page/pairs.ts';
import { differenceOf, ratioOf } from '../../../scripts/bench-page/statistics.ts';
import { attribute, type TraceEvent } from '../../../scripts/bench-page/trace.ts';

describe('flags of npm run bench:page', () => {
  test('without any: both browsers, eight pairs, a minute', () => {
    expect(parseFlags([]).options).toEqual({
      kinds: ['chrome', 'firefox'],
      pairs: 8,
      seconds: 60,
      help: false,
    });
    expect(
      parseFlags(['--browser', 'firefox', '--pairs=2', '--seconds', '5', '--help']).options,
    ).toMatchObject({ kinds: ['firefox'], pairs: 2, seconds: 5, help: true });
  });

  test.each([
    [['--pair', '3'], 'Unknown flag --pair. There are --browser, --pairs, --seconds, --help.'],
    [['--pairs', '1'], '--pairs 1 will not do: it is a whole number from 2 to 200.'],
    [['--pairs', '2.5'], '--pairs 2.5 will not do'],
    [['--seconds', '1e3'], '--seconds 1e3 will not do: it is a whole number from 5 to 600.'],
    [['--seconds', '601'], '--seconds 601 will not do'],
    [['--browser', 'safari'], 'Unknown browser safari.'],
  ])('%j is refused in one line', (args, line) => {
    const { problem } = parseFlags(args);
    expect(problem).toContain(line);
    expect(problem).not.toContain('\n');
  });
});

describe('statistics', () => {
  const pairs = [
    [101, 100],
    [99, 100],
    [102, 100],
    [98, 100],
  ] as const;

  test('a ratio lies within its interval, which is the same every time', () => {
    const ratio = ratioOf(pairs);
    expect(ratio.value).toBeCloseTo(1, 3);
    expect(ratio.low).toBeLessThan(1);
    expect(ratio.high).toBeGreaterThan(1);
    expect(ratioOf(pairs)).toEqual(ratio);
    expect(coversOne(ratio)).toBe(true);
    expect(tellRatio(ratio)).toMatch(/^×1\.000 \(0\.9\d\d to 1\.0\d\d\)$/);
  });

  test('twice the time is twice the time, and no interval covers it away', () => {
    const doubled = ratioOf(pairs.map(([withIt, without]) => [2 * withIt, without]));
    expect(doubled.value).toBeCloseTo(2, 2);
    expect(coversOne(doubled)).toBe(false);
    expect(coversOne(ratioOf(pairs.map(([withIt, without]) => [withIt, 2 * without])))).toBe(false);
  });

  test('what never differs has no interval', () => {
    expect(
      differenceOf([
        [7, 3],
        [9, 5],
      ]),
    ).toEqual({ value: 4, low: 4, high: 4 });
  });
});

test('pairs are visited A B B A, page after page, and kept in one order', async () => {
  const visits: string[] = [];
  const pairs = await inPairs(['light', 'busy'], 2, async (page, withIt) => {
    visits.push(`${page} ${withIt ? 'A' : 'B'}`);
    return withIt ? 'with' : 'without';
  });
  expect(visits.map((visit) => visit.at(-1)).join('')).toBe('ABABBABA');
  expect(visits.filter((visit) => visit.startsWith('light'))).toEqual([
    'light A',
    'light B',
    'light B',
    'light A',
  ]);
  expect(pairs.busy).toEqual([
    ['with', 'without'],
    ['with', 'without'],
  ]);
});

test('a table tells what differs, and how sure that is', () => {
  const pairs = [
    [
      { nodes: 5, ms: 11 },
      { nodes: 5, ms: 10 },
    ],
    [
      { nodes: 5, ms: 13 },
      { nodes: 5, ms: 10 },
    ],
  ] as const;
  const rows = { nodes: more('nodes'), 'ms more': more('ms'), ratio: ratio('ms'), without: withoutIt('ms') };
  expect(costTable<{ nodes: number; ms: number }>({ light: pairs }, rows).split('\n')).toEqual([
    '|  | light |',
    '| --- | --- |',
    '| nodes | 0 |',
    '| ms more | +2 (+1 to +3) |',
    expect.stringMatching(/^\| ratio \| ×1\.196 \(1\.100 to 1\.300\) \|$/),
    '| without | 10.0 |',
  ]);
});

describe('attribution of a trace', () => {
  const OURS = 'chrome-extension://us/';
  const url = `${OURS}sentinel.js`;
  const theirs = 'https://static.whatsapp.net/client.js';
  /** Times in ms, for readers. */
  const event = (name: string, atMs: number, durMs: number, args: TraceEvent['args'] = {}): TraceEvent => ({
    name,
    ph: 'X',
    pid: 1,
    tid: 1,
    ts: atMs * 1000,
    dur: durMs * 1000,
    args,
  });
  const start = event('EvaluateScript', 1, 4, { data: { url } });
  const page = event('EvaluateScript', 6, 300, { data: { url: theirs } });

  test('ours are runs, timers and causes of layout; the page’s are not', () => {
    const ours = attribute(
      [
        start,
        event('FunctionCall', 2, 1, { data: { url } }),
        event('TimerInstall', 3, 0, { data: { timeout: 15_000, stackTrace: [{ url }] } }),
        page,
        event('Layout', 7, 1, { beginData: { stackTrace: [{ url: theirs }] } }),
        event('UpdateLayoutTree', 8, 1, { beginData: { stackTrace: [{ url: theirs }, { url }] } }),
        event('FunctionCall', 400, 2, { data: { url } }),
      ],
      OURS,
    );
    // The call within the start is the start's.
    expect(ours).toMatchObject({ runs: 2, longestMs: 4, totalMs: 6, layouts: 1, timersMs: [15_000] });
    expect(ours).toMatchObject({ isFirst: true, longTasks: 0, allLongTasks: 0 });
  });

  test('a long task is ours when it would not be long without us', () => {
    const within = (taskMs: number, oursMs: number) =>
      attribute(
        [event('RunTask', 0, taskMs), event('FunctionCall', 0, oursMs, { data: { url } }), page],
        OURS,
      );
    expect(within(60, 20)).toMatchObject({ longTasks: 1, allLongTasks: 1 });
    expect(within(200, 20)).toMatchObject({ longTasks: 0, allLongTasks: 1 });
    expect(within(40, 20)).toMatchObject({ longTasks: 0, allLongTasks: 0 });
  });

  test('a script of the page before ours is told; another process’s is not', () => {
    const late = { ...start, ts: 7_000 };
    expect(attribute([page, late], OURS).isFirst).toBe(false);
    expect(attribute([{ ...page, pid: 2, ts: 0 }, start, page], OURS).isFirst).toBe(true);
    expect(attribute([page], OURS)).toMatchObject({ runs: 0, isFirst: false });
  });
});

test('the light page’s start is script that runs, a few MB of it', () => {
  const text = appWeight();
  expect(text.length).toBeGreaterThan(5e6);
  expect(text.length).toBeLessThan(12e6);
  expect(text).toContain('define(3061, ');
  expect(() => new Function(text)).not.toThrow();
});
