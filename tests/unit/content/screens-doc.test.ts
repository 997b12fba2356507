import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { screensDocument } from '../../../scripts/docs/screens';

it('docs/screens.md is what the fixtures say; `npm run docs` writes it anew', () => {
  const written = readFileSync(new URL('../../../docs/screens.md', import.meta.url), 'utf8');
  expect(written, 'out of date: run `npm run docs`').toBe(screensDocument());
});
