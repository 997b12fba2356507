/** `npm run words`: which messages have no translation yet, and a hand for those who translate. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ROOT, stop } from './setup.mjs';

const HELP = `npm run words -- --missing            lists what each language lacks, with the English text; exits 1 if anything
npm run words -- --fill <folder> <file>   takes lines “key = translation” from a file into public/_locales/<folder>`;

let flags;
try {
  const options = { missing: { type: 'boolean' }, fill: { type: 'string' }, help: { type: 'boolean' } };
  flags = parseArgs({ options, allowPositionals: true });
} catch (error) {
  stop(error.message);
}
const { missing = false, fill = null, help } = flags.values;
const [file] = flags.positionals;
if (help || (!missing && fill === null)) {
  console.log(HELP);
  process.exit(help ? 0 : 2);
}
if (fill !== null && !existsSync(join(ROOT, 'public/_locales', fill, 'messages.json')))
  stop(`no language is in public/_locales/${fill}`);
if (fill !== null && !existsSync(file ?? '')) stop('--fill needs a file with lines “key = translation”');
// The rest is TypeScript, which Node 20 cannot load by itself.
const { module } = await runnerImport('scripts/words/main.ts', {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
});
const lines = fill === null ? '' : readFileSync(file, 'utf8');
process.exitCode = module.words({ root: ROOT, missing, fill, lines });
