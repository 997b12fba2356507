/**
 * `npm run soak`: healthy days on which nothing may be said, and failing days on which nothing may be missed, on virtual
 * time. `--days N --seed N --only healthy|failing`, or `--day NAME` to live one day again and see all of it. The last line
 * is `N passed, N failed`.
 */
import { ensurePackages, ROOT, stop } from './setup.mjs';
import { HELP, parseFlags } from './soak/flags.mjs';

const { options, problem } = parseFlags(process.argv.slice(2));
if (problem !== undefined) stop(problem);
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
ensurePackages();
// The rest is TypeScript, which Node 20 cannot load by itself.
const { runnerImport } = await import('vite');
const { module } = await runnerImport('./scripts/soak/main.ts', {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});
// Started by another soak, to live days for it.
if (process.send) module.work();
else process.exit(options.day ? await module.showDay(options.day) : await module.soak(options));
