import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/sources/plain-text';
import { always } from '../any';
import { anyString } from '../any-text';

describe('somebody else’s words', () => {
  it('stay as they are when they are one plain line', () => {
    expect(plainText('We are aware of major disruptions.', 80)).toBe('We are aware of major disruptions.');
    expect(plainText('আমরা সমস্যাটি দেখছি। café', 80)).toBe('আমরা সমস্যাটি দেখছি। café');
  });

  it('become one line', () => {
    expect(plainText('  first\r\n\tsecond\u2028third  ', 80)).toBe('first second third');
  });

  it.each([
    ['<b>High</b> disruptions', 'High disruptions'],
    ['<img src=x onerror=alert(1)>Cloud API', 'Cloud API'],
    ['a</script><script>b', 'a b'],
    ['<<b>script>c', 'script>c'],
  ])('lose their tags: %s', (text, plain) => {
    expect(plainText(text, 80)).toBe(plain);
  });

  it.each([
    ['a right-to-left override', '\u202e'],
    ['an isolate', '\u2067'],
    ['a right-to-left mark', '\u200f'],
    ['an Arabic letter mark', '\u061c'],
    ['a zero-width space', '\u200b'],
    ['a byte-order mark', '\ufeff'],
    ['a NUL', '\0'],
    ['a C1 control', '\u0085'],
  ])('lose %s, which could turn or hide what stands beside them', (_, character) => {
    expect(plainText(`ab${character}cd`, 80)).toBe('ab cd');
  });

  it('cannot spill over the page with heaps of marks', () => {
    const heap = `a${'\u0301'.repeat(10_000)}b`;
    expect(plainText(heap, 60).match(/\p{M}+/u)?.[0].length ?? 0).toBeLessThanOrEqual(4);
  });

  it('are cut with an ellipsis, and only when too long', () => {
    expect(plainText('a'.repeat(10), 10)).toBe('a'.repeat(10));
    expect(plainText('a'.repeat(11), 10)).toBe(`${'a'.repeat(9)}…`);
    expect(plainText('four four five', 6)).toBe('four…');
  });

  it('are never cut through the middle of a character', () => {
    const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
    expect(plainText('😀'.repeat(8), 10)).not.toMatch(lone);
    expect(plainText('😀'.repeat(8), 9)).not.toMatch(lone);
    expect(plainText(`${' '.repeat(7)}😀`, 2)).not.toMatch(lone);
    always(
      fc.property(
        anyString(80).filter((text) => !lone.test(text)),
        fc.integer({ min: 2, max: 20 }),
        (text, length) => {
          expect(plainText(text, length)).not.toMatch(lone);
        },
      ),
    );
  });

  it('are bounded, one line, and safe to print, whatever comes', () => {
    always(
      fc.property(anyString(400), fc.integer({ min: 2, max: 60 }), (text, length) => {
        const plain = plainText(text, length);
        expect([...plain].length).toBeLessThanOrEqual(length);
        expect(plain).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u);
        expect(plain).not.toMatch(/<[^>]{0,200}>/);
        expect(plain).toBe(plain.trim());
      }),
    );
  });

  it('do not take long, however long they are', () => {
    const hostile = ['<'.repeat(2_000_000), '\u0301'.repeat(2_000_000), ' '.repeat(2_000_000)];
    for (const text of hostile) expect(plainText(text, 400).length).toBeLessThanOrEqual(400);
  });
});
