import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorNamesDocument } from './error-names.ts';
import { screensDocument } from './screens.ts';

/** Writes the documents that are made from data. */
export function writeDocs(root: string): void {
  writeFileSync(join(root, 'docs/screens.md'), screensDocument());
  writeFileSync(join(root, 'docs/error-names.md'), errorNamesDocument());
}
