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
