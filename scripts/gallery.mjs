/**
 * `npm run gallery`: pictures of the popup and the banner for every answer, in both browsers, light and dark, in both
 * languages, and one page that shows them all: out/gallery/index.html. `--help` tells more.
 */
import { buildFor } from './build.mjs';
import { HELP, parseFlags } from './gallery/flags.mjs';
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
const { module } = await runnerImport('scripts/gallery/main.ts', {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});
process.exit(await module.makeGallery({ root: ROOT, ...options }));
