import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved, toggled } from '../../../../src/ui/options/order';

describe('the order of ways', () => {
  it('changes by one place at a time, and not beyond its ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a'], 'z', 1)).toEqual(['a']);
  });

  it('loses and doubles nothing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1 }),
        fc.nat(),
        fc.constantFrom(1, -1),
        (list, at, by) => {
          const after = moved(list, list[at % list.length] as string, by);
          expect(after.toSorted()).toEqual(list.toSorted());
        },
      ),
    );
  });

  it('takes in at the end, and lets go', () => {
    expect(toggled(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});
