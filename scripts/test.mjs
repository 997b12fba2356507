/**
 * `npm test`: installs what is missing, then format and lint, types, dead code, unit and scenarios, both builds, the
 * built output, Mozilla's linter, and end to end in both browsers. The last line is `N passed, N failed`.
 * `--no-e2e` leaves the browsers out; `--only NAME` runs one step.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers, ensurePackages, ROOT, stop } from './setup.mjs';

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
  build: () => command(process.execPath, ['scripts/build.mjs']),
  built: () => vitest('built'),
  'web-ext': () => tool('web-ext', ['lint', '--source-dir', 'dist/firefox', '--warnings-as-errors']),
  e2e: () => vitest('e2e'),
};

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

/** A command counts as one test. */
function command(path, args) {
  const { status } = spawnSync(path, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
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
  vitest: 'vitest/vitest.mjs',
};

function vitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'not-just-me-'));
  const file = join(folder, 'results.json');
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const ended = tool('vitest', args);
  try {
    const {
      numPassedTests: passed,
      numFailedTests,
      numFailedTestSuites,
    } = JSON.parse(readFileSync(file, 'utf8'));
    // A file that cannot even load has no failed test in it, yet it failed.
    const failed = Math.max(
      numFailedTests,
      numFailedTests === 0 && numFailedTestSuites > 0 ? 1 : 0,
      ended.failed,
    );
    return { passed, failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

ensurePackages();
const names = only
  ? [only]
  : Object.keys(STEPS).filter((name) => name !== 'e2e' || options[0] !== '--no-e2e');
if (names.includes('e2e')) ensureBrowsers(['chrome', 'firefox']);

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
