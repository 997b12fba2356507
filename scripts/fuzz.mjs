/**
 * `npm run fuzz`: what must hold for any evidence, and every parser on any bytes, 100,000 cases each. Prints the seed first, and
 * for a failure the smallest case found. The last line is `N passed, N failed`.
 */
import { HELP, parseFlags } from './fuzz/flags.mjs';
import { ensurePackages, ROOT, stop } from './setup.mjs';

const { options, problem } = parseFlags(process.argv.slice(2));
if (problem !== undefined) stop(problem);
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
ensurePackages();
// The rest is TypeScript, which Node 20 cannot load by itself.
const { runnerImport } = await import('vite');
const { module } = await runnerImport('./scripts/fuzz/main.ts', {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});
process.exit(module.fuzz(options));
