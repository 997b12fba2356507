/** The message catalogues of every language, as they are on disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../scripts/words/ship';

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
