/** `npm start`: installs what is missing, builds, and replays a real outage in a real browser. `--help` tells more. */
import { buildFor } from './build.mjs';
import { ensureBrowsers, ensurePackages, findBrowser, ROOT, stop } from './setup.mjs';
import { HELP, LIST, parseFlags } from './start/flags.mjs';
import { hasDisplay } from './start/read-flags.mjs';

const { options, problem } = parseFlags(process.argv.slice(2), process.env);
if (problem !== undefined) stop(problem);
if (options.help || options.list) {
  console.log(options.help ? HELP : LIST);
  process.exit(0);
}
const visible = hasDisplay(process.env, process.platform);
if (options.live && !visible) stop('--live needs a display: there is none here, or CI is set.');

ensurePackages();
// A path that was given is meant, even when nothing is there.
const given = process.env.CHROME_PATH ? 'chrome' : process.env.FIREFOX_PATH ? 'firefox' : null;
const found = ['chrome', 'firefox'].find((one) => findBrowser(one) !== null);
const kind = options.browser ?? given ?? found ?? 'chrome';
ensureBrowsers([kind]);
console.log('Building the extension…');
await buildFor([kind]).catch((error) => stop(`The extension could not be built: ${error.message}`));

// The rest is TypeScript, which Node 20 cannot load by itself.
const { runnerImport } = await import('vite');
const { module } = await runnerImport('scripts/start/main.ts', {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});
const ended = await module.start({ root: ROOT, kind, visible, ...options });
if (ended.problem !== undefined) stop(ended.problem);
process.exit(ended.code);
