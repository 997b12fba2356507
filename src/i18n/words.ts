/** Words in the person's language. English is the source; `_locales` holds the rest. */
import type en from '../../public/_locales/en/messages.json';
import { browser } from '../platform/browser';

/** Type only: nothing of the file is bundled. */
export type MessageKey = keyof typeof en;

/** A file of `_locales` as it is shipped: placeholders stand in the message as `$1` to `$9` (`docs/adr/0020-languages.md`). */
type Shipped = Partial<Record<string, { message: string }>>;

/** The language the person chose instead of the browser's, once it is loaded. */
let chosen: Shipped | null;
let wanted: string | null;

/**
 * Speaks the language of this folder of `_locales` from now on, or the browser's own for `null` and for a file that cannot be
 * read. `browser.i18n` always speaks the browser's, so the file is read here. Until it is there, the words stay as they were.
 */
export async function loadLanguage(folder: string | null): Promise<void> {
  wanted = folder;
  const file =
    folder &&
    (await fetch(browser.runtime.getURL(`_locales/${folder}/messages.json`))
      .then((answer) => answer.json())
      .catch(() => null));
  // Chosen twice in a row: the later choice counts, whichever file comes first.
  if (wanted === folder) chosen = file;
}

/** The message for `key`; its placeholders filled in order. */
export function word(key: MessageKey, ...fill: string[]): string {
  const text = chosen?.[key]?.message;
  // In one pass: what is filled in is text, whatever dollars it brings.
  return text?.replace(/\$(\d)/g, (_, place) => fill[place - 1] ?? '') ?? browser.i18n.getMessage(key, fill);
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
