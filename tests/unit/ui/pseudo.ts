/**
 * A language that nobody speaks, to find text that no translator will ever see: each message stands in brackets and is half as
 * long again. What a page shows outside of brackets was written into the code.
 */
import type { Catalogue } from '../../../scripts/words/ship';
import { APPS } from '../../../src/catalogue/apps';
import { NAMES } from '../i18n/ways-of-writing';

/** `popup_steps` → `⟦What you can do~~~~~~~⟧`. */
export function pseudo(english: Catalogue): Catalogue {
  const entries = Object.entries(english).map(([key, entry]) => {
    const message = `⟦${entry.message}${'~'.repeat(Math.ceil(entry.message.length / 2))}⟧`;
    return [key, { ...entry, message }];
  });
  // Its tag has to be one that `Intl` knows; German times have no letters in them.
  const own = { locale_tag: { message: 'de' }, locale_direction: { message: 'ltr' } };
  return { ...Object.fromEntries(entries), ...own };
}

const SPOKEN = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt', 'placeholder', 'label'];

/**
 * Text of this part of a page that comes from no message and is no number, time or name. `quoted` is what others wrote: a
 * statement of Meta's, an error of the browser's, the name a person gave.
 */
export function hardCodedIn(root: Element, quoted: readonly string[] = []): string[] {
  const texts = [root, ...root.querySelectorAll('*')].flatMap((element) => {
    const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent);
    return [...own, ...SPOKEN.map((name) => element.getAttribute(name))];
  });
  return texts.flatMap((text) => (isHardCoded(text ?? '', quoted) ? [text ?? ''] : []));
}

export function isHardCoded(text: string, quoted: readonly string[]): boolean {
  let rest = text;
  // The innermost first: a message can be part of another.
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
  }
  const known = [...quoted, ...NAMES, ...APPS.flatMap(({ name }) => name ?? [])];
  for (const name of known.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(name, '');
  return /\p{L}/u.test(rest);
}
