import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outagesDocument } from './outages.ts';
import { screensDocument } from './screens.ts';
import { wordsDocument } from './words.ts';

/** Writes the documents that are made from data. */
export function writeDocs(root: string): void {
  writeFileSync(join(root, 'docs/outages.md'), outagesDocument());
  writeFileSync(join(root, 'docs/screens.md'), screensDocument());
  writeFileSync(join(root, 'docs/words.md'), wordsDocument(root));
}
