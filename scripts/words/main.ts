/** What `npm run words` does: says what is not translated yet, and puts translations in their place. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysFor, sourceOf } from './forms.ts';
import type { Catalogue, Entry } from './ship.ts';

export interface WordsOptions {
  root: string;
  /** Says what is missing. */
  missing: boolean;
  /** Folder of the language to fill, or null. */
  fill: string | null;
  /** Lines `key = translation`, for `fill`. */
  lines: string;
}

/** Resolves with the exit code. */
export function words({ root, missing, fill, lines }: WordsOptions): number {
  const locales = join(root, 'public', '_locales');
  const read = (folder: string): Catalogue =>
    JSON.parse(readFileSync(join(locales, folder, 'messages.json'), 'utf8'));
  const english = read('en');
  if (fill !== null) {
    const filled = withTranslations(english, read(fill), lines);
    writeFileSync(join(locales, fill, 'messages.json'), `${JSON.stringify(filled, null, 2)}\n`);
  }
  if (!missing) return 0;
  const folders = readdirSync(locales).filter((folder) => folder !== 'en');
  const open = folders.map((folder) => openIn(english, read(folder), folder));
  for (const line of open.flat()) console.log(line);
  const languages = open.filter((lines) => lines.length > 0).length;
  console.log(
    languages === 0 ? 'every language has every message' : `${languages} languages are not complete`,
  );
  return languages === 0 ? 0 : 1;
}

/** One line for each message that a language lacks, or has and should not have any more. */
function openIn(english: Catalogue, own: Catalogue, folder: string): string[] {
  const wanted = keysFor(english, own.locale_tag?.message ?? folder.replace('_', '-'));
  const lacking = wanted
    .filter((key) => !own[key]?.message.trim())
    .map((key) => {
      const { message = '', description = '' } = sourceOf(english, key) ?? {};
      return `${folder}  ${key} = ${message}  (${description})`;
    });
  const left = Object.keys(own).filter((key) => !wanted.includes(key));
  return [...lacking, ...left.map((key) => `${folder}  ${key}: English has it no longer`)];
}

/** The catalogue with the translations in these lines, in the order of the English one; what English lacks is dropped. */
export function withTranslations(english: Catalogue, own: Catalogue, lines: string): Catalogue {
  const texts = new Map(
    lines
      .split('\n')
      .map((line) => /^(\w+) = (.+)$/.exec(line))
      .flatMap((found) => (found ? [[found[1], found[2]] as const] : [])),
  );
  const tag = texts.get('locale_tag') ?? own.locale_tag?.message ?? 'en';
  const entries = keysFor(english, tag).flatMap((key): [string, Entry][] => {
    const message = texts.get(key) ?? own[key]?.message;
    if (message === undefined) return [];
    const placeholders = Object.entries(sourceOf(english, key)?.placeholders ?? {});
    if (placeholders.length === 0) return [[key, { message }]];
    const contents = placeholders.map(([name, { content }]) => [name, { content }]);
    return [[key, { message, placeholders: Object.fromEntries(contents) }]];
  });
  return Object.fromEntries(entries);
}
