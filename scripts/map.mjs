/**
 * `npm run map`: draws the outline of the world's land and finds a place on it for every country, from Natural Earth's data
 * (public domain, by the package world-atlas), and writes src/catalogue/world.ts. Needed when that package changes.
 */
import { runnerImport } from 'vite';
import { ROOT } from './setup.mjs';

// The rest is TypeScript, which Node 20 cannot load by itself.
const { module } = await runnerImport('scripts/map/main.ts', {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});
module.writeMap(ROOT);
