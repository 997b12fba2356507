/** Words in the person's language. English is the source; `_locales` holds the rest. */
import type en from '../../public/_locales/en/messages.json';
import { browser } from '../platform/browser';

/** Type only: nothing of the file is bundled. */
export type MessageKey = keyof typeof en;

/** The message for `key`; its placeholders filled in order. */
export function word(key: MessageKey, ...fill: string[]): string {
  return browser.i18n.getMessage(key, fill);
}

/**
 * Tag of the language the messages are really in. The browser's own UI language can differ from the messages
 * it picks (Chromium with `--lang=bn` says en-US, measured 2026-11-21), so each locale carries its tag.
 */
export function localeTag(): string {
  return word('locale_tag');
}

/** Writing direction of the messages' language. */
export function direction(): 'ltr' | 'rtl' {
  return word('locale_direction') === 'rtl' ? 'rtl' : 'ltr';
}

/** The plural form of `count` in the messages' language, for keys ending in `_one` and `_other`. */
export function pluralOf(count: number): 'one' | 'other' {
  return new Intl.PluralRules(localeTag()).select(count) === 'one' ? 'one' : 'other';
}

/** A number in the numerals of the language. */
export function numeral(value: number): string {
  return new Intl.NumberFormat(localeTag()).format(value);
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
