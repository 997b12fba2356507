/**
 * `npm run test:stories`: every page story in both browsers, on fresh release builds, about eight profiles at once;
 * takes about half an hour. Ends with a table and, as the last line, `N passed, N failed`.
 * Names of stories after `--` tell those alone.
 */
import { ensureBrowsers, ensurePackages, ROOT } from './setup.mjs';
import { command, vitest } from './vitest.mjs';

/** One line of the table: whether it held, and after how many seconds the person was told. */
function line({ title, status, meta }) {
  const [id, browser] = title.split(' · ');
  const { noticedAfter = null, verdict = '', asked = false } = meta?.told ?? {};
  const at = (seconds) => (seconds === null ? '' : `${seconds.toFixed(1)} s`);
  const told = verdict || (asked ? 'no notice, asked quietly' : 'silent');
  const result = status === 'passed' ? told : status.toUpperCase();
  return [id.padEnd(28), browser.padEnd(8), at(noticedAfter).padStart(8), ` ${result}`].join(' ');
}

ensurePackages();
ensureBrowsers(['chrome', 'firefox']);
const names = process.argv.slice(2);
const built = process.env.STORIES_DIST
  ? { failed: 0 }
  : command(process.execPath, [`${ROOT}/scripts/build.mjs`]);
const { passed, failed, tests } =
  built.failed > 0
    ? { passed: 0, failed: 1, tests: [] }
    : // Line by line: nobody likes to wait half an hour for the first word.
      vitest('stories', { reporter: 'verbose', env: { STORIES: names.join(',') || 'all' } });
console.log(`\nStory${' '.repeat(24)}Browser   Noticed  Told`);
for (const row of tests.map(line).sort()) console.log(row);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
