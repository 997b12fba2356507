/** `npm run bench`: how soon the first verdict stands, and that no hanging source delays it. Prints figures, gates nothing. */
import { runnerImport } from 'vite';
import { buildFor } from './build.mjs';
import { ensureBrowsers, ensurePackages, ROOT } from './setup.mjs';

ensurePackages();
ensureBrowsers(['chrome', 'firefox']);
await buildFor(['chrome', 'firefox']);
const { module } = await runnerImport('./scripts/bench/main.ts', {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});
await module.bench();
process.exit(0);
