/**
 * `npm run bench:page`: what the script in every WhatsApp page costs, with and without the extension in turns, and a
 * Markdown block with the figures for docs/performance.md. `--help` tells more.
 */
import { HELP, parseFlags } from './bench-page/flags.mjs';
import { buildFor } from './build.mjs';
import { ensureBrowsers, ensurePackages, ROOT, stop } from './setup.mjs';

const { options, problem } = parseFlags(process.argv.slice(2), process.env);
if (problem !== undefined) stop(problem);
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

ensurePackages();
ensureBrowsers(options.kinds);
console.log('Building the extension…');
await buildFor(options.kinds).catch((error) => stop(`The extension could not be built: ${error.message}`));

// The rest is TypeScript, which Node 20 cannot load by itself.
const { runnerImport } = await import('vite');
const { module } = await runnerImport('./scripts/bench-page/main.ts', {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});
process.exit(await module.benchPage({ root: ROOT, ...options }));
