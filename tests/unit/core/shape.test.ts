import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from '../../../src/core/shape';
import { always } from '../any';

const read = <T>(shape: v.Shape<T>, value: unknown) => {
  const parsed = v.safeParse(shape, value);
  return parsed.success ? parsed.output : 'another shape';
};

describe('a shape', () => {
  it.each<[string, v.Shape<unknown>, unknown[], unknown[]]>([
    ['string', v.string(), ['', 'a'], [1, null, undefined, {}, new String('a')]],
    ['number', v.number(), [0, -1, 1.5, Number.POSITIVE_INFINITY], [Number.NaN, '1', null]],
    ['boolean', v.boolean(), [true, false], [0, 'true', null, undefined]],
    ['unknown', v.unknown(), [1, null, undefined, {}], []],
    ['picklist', v.picklist(['a', 1, null]), ['a', 1, null], ['b', '1', undefined, Number.NaN]],
    ['matching', v.matching(/^[A-Z]{2}$/), ['IN'], ['in', 'IND', 7, null]],
    ['atMost', v.atMost(5), [5, -1], [6, Number.NaN, '5', null]],
    ['nullable', v.nullable(v.string()), [null, 'a'], [undefined, 1]],
    ['array', v.array(v.number()), [[], [1, 2]], [[1, 'a'], {}, 'ab', null]],
    [
      'record',
      v.record(v.picklist(['a', 'b']), v.number()),
      [{}, { a: 1 }],
      [{ c: 1 }, { a: 'x' }, null, 'a'],
    ],
  ])('%s takes what fits and nothing else', (_, shape, fitting, others) => {
    for (const value of fitting) expect(read(shape, value)).toEqual(value);
    for (const value of others) expect(read(shape, value)).toBe('another shape');
  });

  it('of an object keeps its named parts and drops the rest', () => {
    const shape = v.object({ a: v.string(), b: v.optional(v.number()), c: v.optional(v.number(), 7) });
    expect(read(shape, { a: 'x', z: 1 })).toEqual({ a: 'x', c: 7 });
    expect(read(shape, { a: 'x', b: 2, c: 3 })).toEqual({ a: 'x', b: 2, c: 3 });
    expect(Object.keys(read(shape, { a: 'x', b: undefined }) as object)).toEqual(['a', 'c']);
    for (const value of [{}, { a: 1 }, { a: 'x', b: 'y' }, { a: 'x', b: null }, null, 'x', 7])
      expect(read(shape, value)).toBe('another shape');
  });

  it('takes the same shape for each of a list of names, and misses none', () => {
    const shape = v.object(v.entriesFromList(['a', 'b'], v.number()));
    expect(read(shape, { a: 1, b: 2 })).toEqual({ a: 1, b: 2 });
    expect(read(shape, { a: 1 })).toBe('another shape');
  });

  it('cannot be reached past by the names of its parts', () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":1},"a":{"polluted":1}}');
    const parts = read(v.record(v.string(), v.object({ polluted: v.number() })), hostile) as object;
    expect(Object.getPrototypeOf(parts)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(read(v.object({ a: v.string() }), { __proto__: { a: 'x' } })).toEqual({ a: 'x' });
  });

  it('of anything never throws', () => {
    const shape = v.object({
      a: v.array(v.object({ b: v.nullable(v.string()), c: v.optional(v.unknown()) })),
      d: v.record(v.string(), v.picklist([1, 2])),
    });
    always(fc.property(fc.anything(), (value) => void v.safeParse(shape, value)));
    always(fc.property(fc.anything(), (value) => void v.safeParse(shape, { a: value, d: value })));
  });
});
