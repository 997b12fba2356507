/**
 * `npm run mutate`: takes one selector away, or doubles or halves one threshold, and expects a test to notice; then the
 * next. Ends with `N passed, N failed`: what failed is a marker or a number that no test would miss.
 * `--list` names the mutants, `--only TEXT` runs those whose name contains it.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { mutants } from './mutate/mutants.mjs';
import { ensurePackages, ROOT, stop } from './setup.mjs';

const [flag, text, ...rest] = process.argv.slice(2);
const known = flag === undefined || (flag === '--list' && text === undefined) || (flag === '--only' && text);
if (!known || rest.length > 0)
  stop(`Unknown option ${process.argv.slice(2).join(' ')}. Use --list, or --only TEXT.`);

ensurePackages();
const chosen = mutants(ROOT).filter(({ name }) => flag !== '--only' || name.includes(text));
if (flag === '--list') {
  for (const { name } of chosen) console.log(name);
  process.exit(0);
}
if (chosen.length === 0) stop(`No mutant has "${text}" in its name. Use --list to see them.`);

/** Markers are proved by fixtures, in one language of three; numbers by the tests of the code they stand in. */
const TESTS = {
  selectors: ['fixtures', 'read-sends', '--testNamePattern', "^(?!'(bn|ar)')"],
  numbers: [
    'page-health',
    'sockets',
    'read-',
    'watch-',
    '--testNamePattern',
    '^(?!.*in every fixture|.*changes nothing)',
  ],
};

/** True when the tests still pass. */
function passes(mutant) {
  const tests = mutant ? TESTS[mutant.kind] : [];
  const args = ['run', '--config', 'scripts/mutate/vitest.config.ts', '--reporter=dot', '--bail=1', ...tests];
  const env = { ...process.env, NO_COLOR: '1', ...(mutant ? { MUTANT: JSON.stringify(mutant) } : {}) };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: ROOT,
      env,
      stdio: 'ignore',
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}

if (!(await passes(null))) stop('The tests fail without any mutant: mend them first.');

const queue = [...chosen];
const survivors = [];
async function work() {
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const survived = await passes(mutant);
    if (survived) survivors.push(mutant);
    console.log(`${survived ? 'NOT NOTICED' : 'noticed'}  ${mutant.name}`);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));

console.log(`${chosen.length - survivors.length} passed, ${survivors.length} failed`);
process.exit(survivors.length > 0 ? 1 : 0);
