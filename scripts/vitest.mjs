/** Runs tools and one project of the tests, and counts. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

/** A command counts as one test. */
export function command(path, args, env = {}) {
  const { status } = spawnSync(path, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Vitest on one project; `tests` are its results one by one, as the JSON reporter tells them. */
export function vitest(project, { env = {}, reporter = 'default' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'not-just-me-'));
  const file = join(folder, 'results.json');
  const entry = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const reporters = [`--reporter=${reporter}`, '--reporter=json', `--outputFile.json=${file}`];
  const ended = command(process.execPath, [entry, 'run', '--project', project, ...reporters], env);
  try {
    const {
      numPassedTests: passed,
      numFailedTests,
      numFailedTestSuites,
      testResults,
    } = JSON.parse(readFileSync(file, 'utf8'));
    // A file that cannot even load has no failed test in it, yet it failed.
    const failed = Math.max(
      numFailedTests,
      numFailedTests === 0 && numFailedTestSuites > 0 ? 1 : 0,
      ended.failed,
    );
    return { passed, failed, tests: testResults.flatMap(({ assertionResults }) => assertionResults) };
  } catch {
    return { passed: 0, failed: 1, tests: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
