/** The flags of `npm run dev`. Plain JavaScript: they are read before anything is installed. */
import { readFlags } from '../start/read-flags.mjs';

export const HELP = `npm run dev -- [flags]

Builds the extension, opens it in a browser on a fake internet, and builds and reloads it whenever a file changes.
The playground, a page with a button for every state of that internet, opens in a second tab.

  --browser <chrome|firefox>   which browser; chrome by default
  --port <number>              the playground's port on 127.0.0.1; a free one by default
  --once                       build, open, say where the playground is, and end: to see that all is well
  --help                       this text`;

const WORDS = { '--browser': 'browser', '--port': 'port' };
const SWITCHES = { '--once': 'once', '--help': 'help', '-h': 'help' };

/** Reads the flags of `npm run dev`: `{ options }`, or `{ problem }` in one line that says what to do. */
export function parseDevFlags(args, env = {}) {
  const { options, problem } = readFlags(args, WORDS, SWITCHES, env);
  if (problem !== undefined) return { problem };
  return {
    options: {
      browser: options.browser ?? 'chrome',
      port: options.port === undefined ? 0 : Number(options.port),
      once: options.once ?? false,
      help: options.help ?? false,
    },
  };
}
