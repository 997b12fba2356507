/** Days in the language of the messages, for the pages that have room for them. */
import { localeTag } from './words';

/** Day and time: 25 Oct 2022, 12:07. */
export function dayAndTime(at: number): string {
  return new Intl.DateTimeFormat(localeTag(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A day of this year, short: 25 Oct. */
export function shortDay(at: number): string {
  return new Intl.DateTimeFormat(localeTag(), { day: 'numeric', month: 'short' }).format(at);
}

/** A day: 25 Oct 2022. */
export function dayOf(at: number): string {
  return new Intl.DateTimeFormat(localeTag(), { dateStyle: 'medium' }).format(at);
}
