/** Numbers, times and plural forms in the language of the messages, by `Intl`. */
import { localeTag } from './words';

/** The plural form of `count` in the messages' language, for keys ending in `_one` and `_other`. */
export function pluralOf(count: number): 'one' | 'other' {
  return new Intl.PluralRules(localeTag()).select(count) === 'one' ? 'one' : 'other';
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
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(localeTag(), { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  if (minutes < 60) return unit(minutes, 'minute');
  const rest = minutes % 60;
  const hours = unit(Math.floor(minutes / 60), 'hour');
  return rest === 0 ? hours : `${hours} ${unit(rest, 'minute')}`;
}
