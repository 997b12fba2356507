/** The message catalogues of every language, as they are on disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalogue, inline } from '../../scripts/words/ship';

export type { Catalogue };

const LOCALES = join(import.meta.dirname, '../../public/_locales');

export const languages: readonly string[] = readdirSync(LOCALES);

const read = new Map<string, Catalogue>();

export function catalogue(language: string): Catalogue {
  const known =
    read.get(language) ?? JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8'));
  read.set(language, known);
  return known;
}

/** The message with its placeholders filled as the browser fills them. */
export function say(from: Catalogue, key: string, fill: readonly string[] = []): string {
  const entry = from[key];
  return entry === undefined
    ? ''
    : inline(entry).replace(/\$(\d)/g, (_, place) => fill[Number(place) - 1] ?? '');
}
