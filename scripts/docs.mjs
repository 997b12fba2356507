/** `npm run docs`: writes the documents that are made from data anew. A unit test tells when that is due. */
import { runnerImport } from 'vite';
import { ROOT } from './setup.mjs';

// The rest is TypeScript, which Node 20 cannot load by itself.
const { module } = await runnerImport('scripts/docs/main.ts', {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});
module.writeDocs(ROOT);
