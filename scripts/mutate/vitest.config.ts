/** The detector's unit tests, with one place of one source changed as `MUTANT` says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '../..');
const mutant = process.env.MUTANT ? (JSON.parse(process.env.MUTANT) as Mutant) : null;

interface Mutant {
  file: string;
  start: number;
  end: number;
  text: string;
}

export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      load: (id) => {
        if (mutant === null || id.split('?')[0] !== join(root, mutant.file)) return null;
        const source = readFileSync(join(root, mutant.file), 'utf8');
        return source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end);
      },
    },
  ],
  test: {
    // Not `markers.test.ts`: it does the same with selectors, and would notice each as a change of its list.
    include: [
      'tests/unit/content/{fixtures,read-*,watch-*}.test.ts',
      'tests/unit/core/{page-health,sockets}.test.ts',
    ],
    maxWorkers: 1,
  },
});
