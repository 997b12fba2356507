/** The flags of `npm start`. Plain JavaScript: they are read before anything is installed. */
import { readFlags } from './read-flags.mjs';

/** Replays there are (`tests/lab/replays`), the default first. */
export const REPLAYS = {
  '2022-10-25': 'WhatsApp Web opens, nothing is sent, Meta is silent at first',
  '2021-10-04': 'everything of Meta’s is gone, WhatsApp Web does not open',
  '2024-03-05': 'Facebook and Instagram are down, WhatsApp is fine: nothing may be said',
  '2025-04-12': 'WhatsApp is connected, and messages fail; Meta is silent at first',
  '2026-02-27': 'WhatsApp Web loads and loads, while phones work',
  evening: 'made of several days: messages fail, and Meta never says a word',
};
const [DEFAULT] = Object.keys(REPLAYS);

export const LIST = Object.entries(REPLAYS)
  .map(([id, title]) => `  ${id.padEnd(10)}  ${title}${id === DEFAULT ? ' (the default)' : ''}`)
  .join('\n');

export const HELP = `npm start -- [flags]

Opens a real browser with the extension on WhatsApp Web as a fake internet plays it, and replays a real outage.

  --replay <name>              which outage, see below
  --browser <chrome|firefox>   which browser; chrome when there is one, else firefox
  --list                       list the replays
  --live                       no replay and no fake internet: the browser, the extension, the real WhatsApp Web
  --port <number>              the fake internet's port on 127.0.0.1; a free one by default
  --help                       this text

Replays:
${LIST}

With a display a window opens and stays until closed. Without one, or with CI set, it runs headless, puts pictures
in out/ and ends by itself: 0 when the extension said what it should, 1 when not, 2 when it could not run.`;

const WORDS = { '--replay': 'replay', '--browser': 'browser', '--port': 'port' };
const SWITCHES = { '--list': 'list', '--live': 'live', '--help': 'help', '-h': 'help' };

/** Reads the flags of `npm start`: `{ options }`, or `{ problem }` in one line that says what to do. */
export function parseFlags(args, env = {}) {
  const { options, problem } = readFlags(args, WORDS, SWITCHES, env);
  if (problem !== undefined) return { problem };
  const { replay, live = false, port } = options;
  if (replay !== undefined && !Object.hasOwn(REPLAYS, replay))
    return { problem: `Unknown replay ${replay}. There are ${Object.keys(REPLAYS).join(', ')}.` };
  if (live && (replay !== undefined || port !== undefined))
    return { problem: '--live is the real internet: it goes with --browser alone.' };
  return {
    options: {
      list: options.list ?? false,
      help: options.help ?? false,
      live,
      browser: options.browser ?? null,
      replay: replay ?? DEFAULT,
      port: port === undefined ? 0 : Number(port),
    },
  };
}
