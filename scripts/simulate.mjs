/**
 * `npm run simulate`: a million browsers meet the outage of 2021-10-04 on virtual time, with the shipped scheduling and asking.
 * Says how hard each service is hit, and what each browser says when; ends with `N passed, N failed`. `--write` renews
 * docs/scale.md and its plots.
 */
import { ensurePackages, ROOT, stop } from './setup.mjs';
import { HELP, parseFlags } from './simulate/flags.mjs';

const { options, problem } = parseFlags(process.argv.slice(2));
if (problem !== undefined) stop(problem);
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
ensurePackages();
// The rest is TypeScript, which Node 20 cannot load by itself.
const { runnerImport } = await import('vite');
const { module } = await runnerImport('./scripts/simulate/main.ts', {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});
process.exit(await module.simulate(options));
