/** What became of each story: lines for the terminal, and the document that keeps them. */

/** Whether it held, and what the person heard: `told` is what `tests/stories/stage.ts` says of it. */
function resultOf({ status, meta }) {
  const { verdict = '', asked = false } = meta?.told ?? {};
  const told = verdict || (asked ? 'no notice, asked quietly' : 'silent');
  return status === 'passed' ? told : status.toUpperCase();
}

/** After how many seconds the person was told, or nothing. */
function timeOf({ meta }) {
  const seconds = meta?.told?.noticedAfter ?? null;
  return seconds === null ? '' : `${seconds.toFixed(1)} s`;
}

const partsOf = ({ title }) => {
  const [id, browser, ...words] = title.split(' · ');
  return { id, browser, words: words.join(' · ') };
};

/** The table for the terminal, a line for each story in each browser. */
export function terminalTable(tests) {
  const line = (test) => {
    const { id, browser } = partsOf(test);
    return [id.padEnd(28), browser.padEnd(8), timeOf(test).padStart(8), ` ${resultOf(test)}`].join(' ');
  };
  return [`Story${' '.repeat(24)}Browser   Noticed  Told`, ...tests.map(line).sort()].join('\n');
}

/** docs/stories.md, whole. `when` is a date, `counts` the last line of the run. */
export function storiesDocument(tests, when, counts) {
  const cell = (id, browser) => {
    const test = tests.find((one) => one.title.startsWith(`${id} · ${browser} · `));
    return test === undefined ? '–' : [timeOf(test), resultOf(test)].filter(Boolean).join(', ');
  };
  const stories = new Map(tests.map(partsOf).map(({ id, words }) => [id, words.replaceAll('|', '\\|')]));
  const rows = [...stories].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${[
    '# Page stories',
    'Made by `npm run test:stories -- --docs`; do not edit.',
    'What people meet in a WhatsApp tab, told from beginning to end in both browsers, on release builds, about eight profiles ' +
      'at once. A time is in seconds after the trouble begins to show; then comes what the person is told. `silent`: no banner, ' +
      'no badge, and nobody asked, all the while. `asked quietly`: suspicion asked, and nothing was shown.',
    `${stories.size} stories, ${when}: ${counts}.`,
    [
      '| Story | What happens | Chromium | Firefox |',
      '| --- | --- | --- | --- |',
      ...rows.map(
        ([id, words]) => `| \`${id}\` | ${words} | ${cell(id, 'chrome')} | ${cell(id, 'firefox')} |`,
      ),
    ].join('\n'),
  ].join('\n\n')}\n`;
}
