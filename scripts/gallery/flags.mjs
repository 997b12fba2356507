/** The flags of `npm run gallery`. Plain JavaScript: they are read before anything is installed. */
import { readFlags } from '../start/read-flags.mjs';

const KINDS = ['chrome', 'firefox'];
const LANGS = ['en', 'bn'];

export const HELP = `npm run gallery -- [flags]

Takes pictures of the popup and of the banner for every answer there is, from the release build in real browsers on
a fake internet, and puts them on one page: out/gallery/index.html. Each popup is also checked by axe.

  --browser <chrome|firefox>   only this browser
  --lang <en|bn>               only this language
  --only <name>                only answers with this in their name, e.g. local or global-meta-wide
  --help                       this text

It ends with 0 when axe found nothing and nothing overflows, 1 when not, 2 when it could not run.`;

const WORDS = { '--browser': 'browser', '--lang': 'lang', '--only': 'only' };

/** Reads the flags of `npm run gallery`: `{ options }`, or `{ problem }` in one line that says what to do. */
export function parseFlags(args, env = {}) {
  const { options, problem } = readFlags(args, WORDS, { '--help': 'help', '-h': 'help' }, env);
  if (problem !== undefined) return { problem };
  const { browser, lang, only = '', help = false } = options;
  if (lang !== undefined && !LANGS.includes(lang))
    return { problem: `Unknown language ${lang}. There are ${LANGS.join(' and ')}.` };
  return { options: { kinds: browser ? [browser] : KINDS, langs: lang ? [lang] : LANGS, only, help } };
}
