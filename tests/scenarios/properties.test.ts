import { describe, expect, it } from 'vitest';
import { PROPERTIES } from './properties';

const options = { numRuns: 2_000, seed: Number(process.env.FC_SEED ?? 20_261_121) };

describe('for any evidence', () => {
  it.each(PROPERTIES.map((one) => [one.name, one] as const))(
    '%s',
    (_, { check }) => {
      expect(() => check(options)).not.toThrow();
    },
    60_000,
  );
});
