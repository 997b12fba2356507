/** `npm run dev`: the extension in a browser on the fake internet, rebuilt and reloaded at every change. */
import { HELP, parseDevFlags } from './dev/flags.mjs';
import { ensureBrowsers, ensurePackages, ROOT, stop } from './setup.mjs';
import { hasDisplay } from './start/read-flags.mjs';

const { options, problem } = parseDevFlags(process.argv.slice(2), process.env);
if (problem !== undefined) stop(problem);
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
ensurePackages();
ensureBrowsers([options.browser]);

// The rest is TypeScript, which Node 20 cannot load by itself.
const { runnerImport } = await import('vite');
const { module } = await runnerImport('scripts/dev/main.ts', {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});
const visible = hasDisplay(process.env, process.platform);
const ended = await module.dev({ ...options, root: ROOT, kind: options.browser, visible });
if (ended.problem !== undefined) stop(ended.problem);
process.exit(ended.code);
