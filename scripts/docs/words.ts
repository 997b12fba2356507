import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cause, Confidence, VerdictName } from '../../src/core/verdict.ts';
import { explainKey, headlineKey, type Said } from '../../src/i18n/phrases.ts';
import { stepKeys } from '../../src/i18n/steps.ts';

const SURE: readonly Confidence[] = ['possible', 'likely', 'confirmed'];

/** Each verdict with the causes it may have. */
export const CAUSES_OF: { readonly [V in VerdictName]: readonly Cause[] } = {
  working: [''],
  offline: [''],
  'captive-portal': [''],
  local: ['dns', 'blocked', 'tls', 'proxy', 'firewall', 'browser', 'session', 'unknown'],
  regional: [''],
  global: ['meta-wide', 'whatsapp-only', 'web-only', 'messages-only'],
  unsure: ['', 'browser', 'session'],
};

/** Rules that have words of their own. */
const RULES: { readonly [V in VerdictName]?: readonly string[] } = {
  working: ['page-works', 'answers-again'],
  unsure: ['cannot-tell', 'here-or-web'],
};

/** Everything that can ever be said: verdict × cause × confidence, and the rule where it chooses the words. */
export const SAYABLE: readonly Said[] = (Object.keys(CAUSES_OF) as VerdictName[]).flatMap((verdict) => {
  const claims = verdict !== 'working' && verdict !== 'unsure';
  return CAUSES_OF[verdict].flatMap((cause) =>
    (claims ? SURE : (['' as const] satisfies Confidence[])).flatMap((confidence) =>
      (RULES[verdict] ?? ['']).map((rule) => ({ verdict, cause, confidence, rule })),
    ),
  );
});

type Catalogue = Readonly<Record<string, { message: string }>>;

/** docs/words.md, whole. */
export function wordsDocument(root: string): string {
  const read = (folder: string): Catalogue =>
    JSON.parse(readFileSync(join(root, 'public/_locales', folder, 'messages.json'), 'utf8'));
  const english = read('en');
  const text = (key: string | undefined) => (key && english[key]?.message) || '–';
  const rows = new Map<string, { said: Said[]; words: string[] }>();
  for (const said of SAYABLE) {
    const words = [`**${text(headlineKey(said))}**`, text(explainKey(said)), text(stepKeys(said)[0])];
    const key = [said.verdict, said.cause, ...words].join(' | ');
    rows.set(key, { words, said: [...(rows.get(key)?.said ?? []), said] });
  }
  return `${[
    '# Words',
    'Made from `public/_locales/en` by `npm run docs`; do not edit. What is said for each verdict, cause and confidence: one ' +
      'headline, one sentence, and the first thing the person can do.',
    'Headlines have at most eight words, name nobody’s fault, use no word that needs explaining, and are never more certain than ' +
      'the evidence: *may* is possible, *seems* is likely, *is* is confirmed by two independent kinds. How sure the answer is ' +
      'stands beside it as well, in words. Times are said as people say them: “Since 12:07 (40 minutes)”.',
    table(
      ['Verdict', 'Cause', 'How sure', 'Headline', 'Sentence', 'First action'],
      [...rows.values()].map(({ said, words }) => [...namesOf(said), ...words]),
    ),
  ].join('\n\n')}\n`;
}

/** Verdict, cause, and every confidence (or rule, where it chooses the words) with which it is said so. */
function namesOf(said: readonly Said[]): string[] {
  const [{ verdict, cause } = { verdict: '', cause: '' }] = said;
  const sure = said.map(({ confidence, rule }) => confidence || `\`${rule}\``);
  return [`\`${verdict}\``, cause && `\`${cause}\``, sure.join(', ')];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
