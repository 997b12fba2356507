/** Days and names of countries in the language of the messages, for the pages that have room for them. */
import { localeTag } from './words';

/** Day and time: 25 Oct 2022, 12:07. */
export function dayAndTime(at: number): string {
  return new Intl.DateTimeFormat(localeTag(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A day of this year, short: 25 Oct. */
export function shortDay(at: number): string {
  return new Intl.DateTimeFormat(localeTag(), { day: 'numeric', month: 'short' }).format(at);
}

/** Name of a country by its code; the code itself where there is none. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(localeTag(), { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
