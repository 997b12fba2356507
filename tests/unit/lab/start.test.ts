import { describe, expect, test } from 'vitest';
import { parseDevFlags } from '../../../scripts/dev/flags.mjs';
import { HELP, LIST, parseFlags, REPLAYS } from '../../../scripts/start/flags.mjs';
import { isMet } from '../../../scripts/start/judge.ts';
import { hasDisplay } from '../../../scripts/start/read-flags.mjs';
import { didNotStart, lineOf } from '../../../scripts/start/words.ts';
import type { Seen } from '../../lab/replays/index.ts';

describe('flags of npm start', () => {
  const optionsOf = (...args: string[]) => parseFlags(args).options;
  const problemOf = (...args: string[]) => parseFlags(args).problem;

  test('without any, the default replay in the browser there is', () => {
    expect(optionsOf()).toEqual({
      list: false,
      help: false,
      live: false,
      browser: null,
      replay: '2022-10-25',
      port: 0,
    });
  });

  test('values come behind a space or an equals sign', () => {
    expect(optionsOf('--replay', '2021-10-04', '--browser=firefox', '--port', '8443')).toMatchObject({
      replay: '2021-10-04',
      browser: 'firefox',
      port: 8443,
    });
    expect(optionsOf('--list')?.list).toBe(true);
    expect(optionsOf('-h')?.help).toBe(true);
    expect(optionsOf('--live', '--browser', 'chrome')).toMatchObject({ live: true, browser: 'chrome' });
  });

  test.each([
    [['--replays'], 'Unknown flag --replays. There are --replay, --browser, --port, --list, --live, --help.'],
    [['-x'], 'Unknown flag -x.'],
    [
      ['--replay', '2020-01-01'],
      'Unknown replay 2020-01-01. There are 2022-10-25, 2021-10-04, 2024-03-05, 2025',
    ],
    [['--replay', 'toString'], 'Unknown replay toString.'],
    [['--replay'], '--replay needs a value'],
    [['--replay='], '--replay needs a value'],
    [['--replay', '--list'], '--replay needs a value'],
    [['--list=all'], '--list takes no value.'],
    [['--browser', 'safari'], 'Unknown browser safari. There are chrome and firefox.'],
    [['--port', '0'], '--port 0 is no port'],
    [['--port', '65536'], '--port 65536 is no port'],
    [['--port', '8e3'], '--port 8e3 is no port'],
    [['--live', '--replay', '2021-10-04'], '--live is the real internet'],
    [['2021-10-04'], 'Unknown word "2021-10-04". Flags go behind two dashes'],
    [['toString'], 'Unknown word "toString".'],
  ])('%j is refused in one line', (args, line) => {
    const problem = problemOf(...args);
    expect(problem).toContain(line);
    expect(problem).not.toContain('\n');
  });

  test('flags that npm kept for itself are asked for again', () => {
    expect(parseFlags([], { npm_config_list: 'true' }).problem).toContain('npm kept --list for itself');
    expect(parseFlags([], { npm_config_browser: 'links' }).options).toBeDefined();
  });

  test('list and help name every replay', () => {
    for (const id of Object.keys(REPLAYS)) {
      expect(LIST).toContain(id);
      expect(HELP).toContain(id);
    }
  });
});

test('flags of npm run dev', () => {
  expect(parseDevFlags([]).options).toEqual({ browser: 'chrome', port: 0, once: false, help: false });
  expect(parseDevFlags(['--once', '--browser', 'firefox']).options).toMatchObject({
    once: true,
    browser: 'firefox',
  });
  expect(parseDevFlags(['--live']).problem).toContain(
    'Unknown flag --live. There are --browser, --port, --once',
  );
});

test('a window needs a display and somebody to look', () => {
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({}, 'darwin')).toBe(true);
  expect(hasDisplay({ CI: 'true' }, 'darwin')).toBe(false);
  expect(hasDisplay({ CI: 'false', DISPLAY: ':0' }, 'linux')).toBe(true);
});

test('a browser that does not start is one line, and a remedy', () => {
  const line = didNotStart({ kind: 'firefox', visible: true }, new Error('No X server.\n    at launch'));
  expect(line).toBe(
    'The browser did not start (No X server). FIREFOX_PATH may name another one, and CI=1 does without a window.',
  );
  expect(lineOf('text')).toBe('text');
});

describe('what was seen against what was expected', () => {
  const seen = (verdict: string): Seen => ({
    popup: { verdict, confidence: '', cause: '', state: 'settled', headline: '' },
    banner: null,
    badge: { text: '', title: '' },
    requests: 0,
  });
  const history = [
    { seconds: 0, seen: seen('working') },
    { seconds: 10, seen: seen('global') },
    { seconds: 20, seen: seen('working') },
  ];
  const expected = (from: number, to: number, always = false) => ({
    says: '',
    from,
    to,
    always,
    see: ({ popup }: Seen) => popup.verdict === 'global',
  });

  test('once is enough, within the time', () => {
    expect(isMet(expected(5, 15), history)).toBe(true);
    expect(isMet(expected(0, 9), history)).toBe(false);
    expect(isMet(expected(21, 30), history)).toBe(false);
  });

  test('what was shown before and stays counts too', () => {
    expect(isMet(expected(12, 18), history)).toBe(true);
    expect(isMet(expected(12, 18, true), history)).toBe(true);
  });

  test('always means always, and never that nothing was seen', () => {
    expect(isMet(expected(5, 15, true), history)).toBe(false);
    expect(isMet(expected(0, 100, true), [])).toBe(false);
  });
});
