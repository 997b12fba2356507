/** Numbers, times, plural forms and names of countries in the language of the messages, by `Intl`. */
import { localeTag, type MessageKey, word } from './words';

/** What can be counted: a message with one form for one thing (`_one`) and one for most others (`_other`). */
type Countable<Key extends string = MessageKey> = Key extends `${infer Counted}_one`
  ? `${Counted}_other` extends MessageKey
    ? Counted
    : never
  : never;

/**
 * Key of the form for `count` things in the messages' language. Languages have the forms they need: Arabic adds `_zero`,
 * `_two`, `_few` and `_many`, Russian `_few` and `_many`, and Indonesian has `_other` alone. Forms for millions, of
 * which we never speak, are left to `_other`.
 */
export function pluralOf(counted: Countable, count: number): MessageKey {
  const form = `${counted}_${new Intl.PluralRules(localeTag()).select(count)}` as MessageKey;
  return word(form) === '' ? `${counted}_other` : form;
}

/** A number in the numerals of the language. */
export function numeral(value: number): string {
  return new Intl.NumberFormat(localeTag()).format(value);
}

/** A number of bytes: 940 byte, 12 kB. */
export function size(bytes: number): string {
  const [value, unit] = bytes < 1000 ? [bytes, 'byte'] : [Math.round(bytes / 1000), 'kilobyte'];
  return new Intl.NumberFormat(localeTag(), { style: 'unit', unit }).format(value);
}

/** Clock time, as people say it: 12:07. */
export function clock(at: number): string {
  return new Intl.DateTimeFormat(localeTag(), { timeStyle: 'short' }).format(at);
}

/** A length of time in whole minutes, or hours and minutes; at least one minute. `ms` is milliseconds. */
export function lasting(ms: number): string {
  const tag = localeTag();
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const unit = (value: number, name: 'hour' | 'minute') =>
    value === 0
      ? []
      : [new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value)];
  const parts = [...unit(Math.floor(minutes / 60), 'hour'), ...unit(minutes % 60, 'minute')];
  // Some languages put a word between the two: Arabic, Urdu, Swahili.
  return new Intl.ListFormat(tag, { type: 'unit', style: 'narrow' }).format(parts);
}

/** A country's name, by its ISO 3166-1 alpha-2 code; the code itself where the browser knows no name. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(localeTag(), { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
