/** Somebody else's words as one short line of plain text: no tags, no control or direction characters. */
export function plainText(text: string, length: number): string {
  const line = text
    .slice(0, length * 4)
    .normalize('NFC')
    .replace(/<[^>]{0,200}>/g, ' ')
    // Control characters, halves of characters, direction marks, overrides and isolates, and zero-width characters.
    .replace(/[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
    // No letter carries more than two marks in any language of ours; heaps of them spill over the page.
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length > length
    ? `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
    : line;
}
