import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOURCE_IDS } from '../../../../src/core/evidence';
import { RULES } from '../../../../src/core/rules/index';

const PAGE = readFileSync(join(import.meta.dirname, '../../../../docs/verdicts.md'), 'utf8');

describe('the table of rules', () => {
  it('names each rule once', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  });

  it('is asked in the order in which the documentation lists it: the first that fits decides', () => {
    const documented = [...PAGE.matchAll(/^\| \d+[bc]? \| `([\w-]+)` \|/gm)].map((row) => row[1]);
    expect(RULES.map((rule) => rule.id)).toEqual(documented);
  });

  it('declares sources that exist, each once', () => {
    for (const { id, needs } of RULES) {
      expect(new Set(needs).size, id).toBe(needs.length);
      for (const source of needs) expect(SOURCE_IDS, id).toContain(source);
    }
  });
});
