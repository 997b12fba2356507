import { PROPERTIES } from '../../tests/scenarios/properties.ts';
import { checkParser, parsersOf } from '../../tests/unit/sources/parsers.ts';

interface Options {
  runs: number;
  seed: number;
  only: string;
}

type Check = (options: { numRuns: number; seed: number }) => void;

const modules = import.meta.glob<Record<string, unknown>>('../../src/sources/*.ts', { eager: true });

/** Runs all of it, and tells. The exit code. */
export function fuzz({ runs, seed, only }: Options): number {
  const parsers = parsersOf(modules).map(
    ([name, parse]) => [name, (options) => checkParser(name, parse, options)] as readonly [string, Check],
  );
  const all: readonly (readonly [string, Check])[] = [
    ...PROPERTIES.map((one) => [one.name, one.check] as const),
    ...parsers,
  ];
  const chosen = all.filter(([name]) => name.includes(only));
  if (chosen.length === 0) {
    console.log(`Nothing has "${only}" in its name.`);
    return 1;
  }
  console.log(`seed ${seed}, ${runs} cases each`);
  const failed = chosen.filter(([name, check]) => !holds(name, check, { numRuns: runs, seed }));
  console.log(`${chosen.length - failed.length} passed, ${failed.length} failed`);
  return failed.length > 0 ? 1 : 0;
}

function holds(name: string, check: Check, options: { numRuns: number; seed: number }): boolean {
  const began = Date.now();
  try {
    check(options);
    console.log(`holds   ${name} (${((Date.now() - began) / 1_000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    console.log(`FAILS   ${name}\n${error instanceof Error ? error.message : error}`);
    return false;
  }
}
