/** The flags of `npm run gallery`. Plain JavaScript: they are read before anything is installed. */
import { readdirSync } from 'node:fs';
import { readFlags } from '../start/read-flags.mjs';

const KINDS = ['chrome', 'firefox'];
const SURFACES = ['popup', 'report', 'options', 'banner', 'store'];
/** Between them: two kinds of letters that stack, right to left, long words. */
const LANGS = ['en', 'bn', 'ar', 'hi', 'de'];
const FOLDERS = readdirSync(new URL('../../public/_locales', import.meta.url));

export const HELP = `npm run gallery -- [flags]

Takes pictures of every surface for every answer there is, from the release build in real browsers on a fake internet,
light and dark, in five languages, and puts them on one page: out/gallery/index.html; of every other language a popup or two.
Each page of ours is also checked by axe. The pictures for the stores are in out/gallery/store.

  --browser <chrome|firefox>   only this browser
  --lang <folder>              only this language, any of public/_locales; or "all"
  --surface <name>             only this surface: popup, report, options, banner or store
  --only <name>                only answers with this in their name, e.g. local or global-meta-wide
  --help                       this text

It ends with 0 when axe found nothing and nothing overflows, 1 when not, 2 when it could not run.`;

const WORDS = { '--browser': 'browser', '--lang': 'lang', '--only': 'only', '--surface': 'surface' };

/** Reads the flags of `npm run gallery`: `{ options }`, or `{ problem }` in one line that says what to do. */
export function parseFlags(args, env = {}) {
  const { options, problem } = readFlags(args, WORDS, { '--help': 'help', '-h': 'help' }, env);
  if (problem !== undefined) return { problem };
  const { browser, lang, surface, only = '', help = false } = options;
  if (lang !== undefined && lang !== 'all' && !FOLDERS.includes(lang))
    return { problem: `Unknown language ${lang}. There are ${FOLDERS.join(', ')}, and all.` };
  if (surface !== undefined && !SURFACES.includes(surface))
    return { problem: `Unknown surface ${surface}. There are ${SURFACES.join(', ')}.` };
  const langs = lang === undefined ? LANGS : lang === 'all' ? FOLDERS : [lang];
  return {
    options: {
      kinds: browser ? [browser] : KINDS,
      langs,
      samples: lang === undefined ? FOLDERS.filter((folder) => !LANGS.includes(folder)) : [],
      surfaces: surface ? [surface] : SURFACES,
      only,
      help,
    },
  };
}
