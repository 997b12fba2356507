/**
 * `npm run test:stories`: every page story in both browsers, on fresh release builds, about eight profiles at once;
 * takes about half an hour. Ends with a table and, as the last line, `N passed, N failed`.
 * Names of stories after `--` tell those alone; `--docs` there keeps the table of all in docs/stories.md.
 */
import { writeFileSync } from 'node:fs';
import { ensureBrowsers, ensurePackages, ROOT } from './setup.mjs';
import { storiesDocument, terminalTable } from './stories/table.mjs';
import { command, vitest } from './vitest.mjs';

ensurePackages();
ensureBrowsers(['chrome', 'firefox']);
const docs = process.argv.includes('--docs');
const names = docs ? [] : process.argv.slice(2);
const built = process.env.STORIES_DIST
  ? { failed: 0 }
  : command(process.execPath, [`${ROOT}/scripts/build.mjs`]);
const { passed, failed, tests } =
  built.failed > 0
    ? { passed: 0, failed: 1, tests: [] }
    : // Line by line: nobody likes to wait half an hour for the first word.
      vitest('stories', { reporter: 'verbose', env: { STORIES: names.join(',') || 'all' } });
const counts = `${passed} passed, ${failed} failed`;
console.log(`\n${terminalTable(tests)}`);
if (docs && tests.length > 0) {
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(`${ROOT}/docs/stories.md`, storiesDocument(tests, today, counts));
}
console.log(`\n${counts}`);
process.exit(failed > 0 ? 1 : 0);
