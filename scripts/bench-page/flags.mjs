/** The flags of `npm run bench:page`. Plain JavaScript: they are read before anything is installed. */
import { readFlags } from '../start/read-flags.mjs';

const KINDS = ['chrome', 'firefox'];
const PAIRS = { least: 2, usual: 8, most: 200 };
const SECONDS = { least: 5, usual: 60, most: 600 };

export const HELP = `npm run bench:page -- [flags]

What the script in every WhatsApp page costs, in real browsers: pairs of runs with and without the extension, taken
in turns (A B B A …), on a light page, on a page that does next to nothing, and on one that re-renders 10,000 nodes.
It prints a Markdown block with the figures, as it stands in docs/performance.md.

  --browser <chrome|firefox>   only this browser; both by default (about an hour, Chromium alone about 40 minutes)
  --pairs <number>             pairs per page, ${PAIRS.least} to ${PAIRS.most}; ${PAIRS.usual} by default
  --seconds <number>           how long the busy page is busy, ${SECONDS.least} to ${SECONDS.most}; ${SECONDS.usual} by default
  --help                       this text

It ends with 0 when every gate holds, 1 when not, 2 when it could not run.`;

const WORDS = { '--browser': 'browser', '--pairs': 'pairs', '--seconds': 'seconds' };

/** Reads the flags of `npm run bench:page`: `{ options }`, or `{ problem }` in one line that says what to do. */
export function parseFlags(args, env = {}) {
  const { options, problem } = readFlags(args, WORDS, { '--help': 'help', '-h': 'help' }, env);
  if (problem !== undefined) return { problem };
  const { browser, help = false } = options;
  const pairs = number('--pairs', options.pairs, PAIRS);
  const seconds = number('--seconds', options.seconds, SECONDS);
  const wrong = [pairs, seconds].find((one) => typeof one === 'string');
  if (wrong !== undefined) return { problem: wrong };
  return { options: { kinds: browser ? [browser] : KINDS, pairs, seconds, help } };
}

/** The number, or what is wrong with it. */
function number(flag, text, { least, usual, most }) {
  if (text === undefined) return usual;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most
    ? value
    : `${flag} ${text} will not do: it is a whole number from ${least} to ${most}.`;
}
