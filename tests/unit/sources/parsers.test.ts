import { expect, it } from 'vitest';
import { checkParser, parsersOf } from './parsers';

const modules = import.meta.glob<Record<string, unknown>>('../../../src/sources/*.ts', { eager: true });
const parsers = parsersOf(modules);

it('finds the parsers of every source', () => {
  expect(parsers.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'parseAnswer (doh.ts)',
      'parseOrgs (meta-word.ts)',
      'parseMeasurement (globalping.ts)',
    ]),
  );
});

it.each(parsers)(
  '%s never throws, and never takes long',
  (name, parse) => {
    expect(() => checkParser(name, parse, { numRuns: 1_000, seed: 20_261_121 })).not.toThrow();
  },
  30_000,
);
