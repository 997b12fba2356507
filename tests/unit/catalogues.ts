/** The message catalogues of every language, as they are on disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Entry {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}
export type Catalogue = Record<string, Entry>;

const LOCALES = join(import.meta.dirname, '../../public/_locales');

export const languages: readonly string[] = readdirSync(LOCALES);

const read = new Map<string, Catalogue>();

export function catalogue(language: string): Catalogue {
  const known =
    read.get(language) ?? JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8'));
  read.set(language, known);
  return known;
}
