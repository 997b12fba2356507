/** What can be taken away from the detector, read from its sources: selectors, icon names, and numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SELECTORS = 'src/content/selectors.ts';

/** Where the detector's thresholds are. */
const NUMBERS = [
  'src/core/page-health.ts',
  'src/core/sockets.ts',
  'src/content/read-page.ts',
  'src/content/read-sends.ts',
  'src/content/watch-page.ts',
];

/** Every mutant, of one `kind`: in `file`, the text from `start` to `end` becomes `text`. */
export function mutants(root) {
  return [
    ...selectorMutants(readFileSync(join(root, SELECTORS), 'utf8')),
    ...NUMBERS.flatMap((file) => numberMutants(file, readFileSync(join(root, file), 'utf8'))),
  ];
}

function selectorMutants(source) {
  const constants = [...source.matchAll(/export const (\w+) = (?:'([^']+)'|\/(.+)\/);/g)];
  return constants.flatMap(({ 0: whole, 1: name, 2: selector, 3: pattern, index }) => {
    const replaced = (what, value) => ({
      kind: 'selectors',
      name: `selectors ${name} without ${what}`,
      file: SELECTORS,
      start: index,
      end: index + whole.length,
      text: `export const ${name} = ${value};`,
    });
    if (selector !== undefined) {
      const pieces = selector.split(',');
      return pieces.map((piece) => {
        const others = pieces.filter((one) => one !== piece);
        return replaced(piece, `'${others.length > 0 ? others.join(',') : 'none'}'`);
      });
    }
    const names = alternatives(pattern);
    return names.map((one) => replaced(one.what, `/${one.left}/`));
  });
}

/** A pattern of icon names with each of its alternatives taken out in turn, and with nothing left of it. */
function alternatives(pattern) {
  const groups = [...pattern].flatMap((one, at) => (one === '(' ? [groupAt(pattern, at)] : []));
  return [
    { what: 'all of it', left: 'none-at-all' },
    ...groups.flatMap(({ start, end, choices }) =>
      choices.map((what) => {
        const others = choices.filter((one) => one !== what);
        const left = others.length > 0 ? `(${others.join('|')})` : '';
        // A group of one is there to be optional; without it its question mark goes too.
        const after = others.length > 0 ? end : end + 1;
        return { what, left: pattern.slice(0, start) + left + pattern.slice(after) };
      }),
    ),
  ];
}

/** The group that opens at `start`: where it ends, and its choices. */
function groupAt(pattern, start) {
  let depth = 0;
  let end = start;
  const bars = [];
  do {
    if (pattern[end] === '(') depth++;
    if (pattern[end] === ')') depth--;
    if (pattern[end] === '|' && depth === 1) bars.push(end);
    end++;
  } while (depth > 0);
  const edges = [start, ...bars, end - 1];
  const choices = edges.slice(1).map((edge, index) => pattern.slice(edges[index] + 1, edge));
  return { start, end, choices };
}

/** Numbers in code, not in comments: each doubled and halved; a zero that begins a pair becomes five. */
function numberMutants(file, source) {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const found = [...code.matchAll(/(?<![\w.'`-])(?:[1-9][\d_]*|(?<=\[)0(?=,))(?![\w.'`])/g)];
  return found.flatMap(({ 0: literal, index }) => {
    const value = Number(literal.replaceAll('_', ''));
    const line = source.slice(0, index).split('\n').length;
    const values = value === 0 ? [5] : value === 1 ? [2] : [value * 2, Math.floor(value / 2)];
    return values.map((other) => ({
      kind: 'numbers',
      name: `${file}:${line} ${literal} becomes ${other}`,
      file,
      start: index,
      end: index + literal.length,
      text: String(other),
    }));
  });
}
