/** Any bytes a source may meet, for properties: noise, JSON of any shape, and our own shape with one part wrong. */
import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Letters, marks, direction characters, half and whole surrogates, brackets: whatever may stand in a text. */
const anyCharacter = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom('<', '>', ' ', '\n', '\0', '😀', '\u0301', '\u202e', '\u200d', '\ud800', 'ক'),
);

/** Any string at all. (fast-check's own `binary` unit takes a second to begin with, in each file.) */
export function anyString(maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: anyCharacter, maxLength });
}

/** The same value with the part at `path` replaced. */
function replaced(value: Json, path: readonly number[], by: Json): Json {
  const [first, ...rest] = path;
  if (first === undefined || value === null || typeof value !== 'object') return by;
  const keys = Object.keys(value);
  const key = keys[first % Math.max(1, keys.length)];
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((part, index) => (String(index) === key ? replaced(part, rest, by) : part));
  return { ...value, [key]: replaced(value[key] ?? null, rest, by) };
}

/** Text that may come where `sample` belongs. */
export function anyText(sample: unknown): fc.Arbitrary<string> {
  const json = fc.jsonValue({ stringUnit: anyCharacter }) as fc.Arbitrary<Json>;
  const bent = fc
    .tuple(fc.array(fc.nat(20), { maxLength: 6 }), json)
    .map(([path, by]) => JSON.stringify(replaced(sample as Json, path, by)));
  const cut = fc.nat(400).map((end) => JSON.stringify(sample).slice(0, end));
  return fc.oneof(
    anyString(300),
    json.map((value) => JSON.stringify(value)),
    bent,
    cut,
  );
}
