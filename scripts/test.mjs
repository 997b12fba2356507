/**
 * `npm test`: installs what is missing, then format and lint, types, dead code, unit and scenarios, a sample of the soak, both builds, the
 * built output, Mozilla's linter, end to end in both browsers, and the shortest page stories. The last line
 * is `N passed, N failed`. `--no-e2e` leaves the browsers out; `--only NAME` runs one step.
 */
import { join } from 'node:path';
import { ensureBrowsers, ensurePackages, ROOT, stop } from './setup.mjs';
import { command, vitest } from './vitest.mjs';

const STEPS = {
  lint: () => tool('biome', ['ci', '--colors=off', '.']),
  types: () =>
    sum(
      tool('tsc', ['--noEmit', '-p', '.']),
      tool('tsc', ['--noEmit', '-p', 'src/core']),
      tool('tsc', ['--noEmit', '-p', 'src/sources']),
    ),
  'dead-code': () => tool('knip', ['--no-progress']),
  unit: () => vitest('unit'),
  // A sample; thousands of days: `npm run soak`.
  soak: () => vitest('soak'),
  build: () => command(process.execPath, ['scripts/build.mjs']),
  built: () => vitest('built'),
  'web-ext': () => tool('web-ext', ['lint', '--source-dir', 'dist/firefox', '--warnings-as-errors']),
  // Without the slow ones (`tests/e2e/slow.ts`); all of them: `npm run e2e`.
  e2e: () => vitest('e2e', only ? {} : { env: { E2E: 'sample' } }),
  // The shortest, as a sample; all of them: `npm run test:stories`.
  stories: () => vitest('stories', { env: { STORIES: 'short' } }),
};

/** Steps that need both browsers. */
const IN_BROWSERS = ['e2e', 'stories'];

const options = process.argv.slice(2);
const only = options[0] === '--only' ? options[1] : null;
const known = options.length === 0 || (options.length === 1 && options[0] === '--no-e2e');
if (!known && !(only && only in STEPS && options.length === 2))
  stop(
    `Unknown option ${options.join(' ')}. Use --no-e2e, or --only and one of ${Object.keys(STEPS).join(', ')}.`,
  );

function sum(...results) {
  return results.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));
}

function tool(name, args) {
  return command(process.execPath, [join(ROOT, 'node_modules', BIN[name]), ...args]);
}

/** Entry files of the tools: run by this Node, also where npm made no links. */
const BIN = {
  biome: '@biomejs/biome/bin/biome',
  tsc: 'typescript/bin/tsc',
  knip: 'knip/bin/knip.js',
  'web-ext': 'web-ext/bin/web-ext.js',
};

ensurePackages();
const names = only
  ? [only]
  : Object.keys(STEPS).filter((name) => !IN_BROWSERS.includes(name) || options[0] !== '--no-e2e');
if (names.some((name) => IN_BROWSERS.includes(name))) ensureBrowsers(['chrome', 'firefox']);

const results = names.map((name) => {
  console.log(`\n── ${name} ──`);
  const result = STEPS[name]();
  if (result.failed > 0) console.log(`── ${name}: ${result.failed} failed`);
  return { name, ...result };
});

const { passed, failed } = sum(...results);
const broken = results.filter((result) => result.failed > 0).map((result) => result.name);
console.log(broken.length > 0 ? `\nFailed: ${broken.join(', ')}` : '');
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
