/** Which messages a language needs: those of the English catalogue, and of what is counted its own plural forms. */
import type { Catalogue, Entry } from './ship.ts';

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
const FORM = new RegExp(`_(${FORMS.join('|')})$`);

/** The counted message that this key is a form of, or null. English has `_one` and `_other` of each. */
export function countedIn(english: Catalogue, key: string): string | null {
  const counted = key.replace(FORM, '');
  return counted !== key && `${counted}_one` in english && `${counted}_other` in english ? counted : null;
}

/** The forms a language needs for what we count, which are hundreds at most; `other` is what all fall back to. */
export function formsOf(tag: string): string[] {
  const rules = new Intl.PluralRules(tag);
  const used = new Set(Array.from({ length: 1_000 }, (_, count) => rules.select(count)));
  return FORMS.filter((form) => form === 'other' || used.has(form));
}

/** Every key of a language, in the order of the English ones. */
export function keysFor(english: Catalogue, tag: string): string[] {
  const forms = formsOf(tag);
  return Object.keys(english).flatMap((key) => {
    const counted = countedIn(english, key);
    if (counted === null) return [key];
    return key.endsWith('_one') ? forms.map((form) => `${counted}_${form}`) : [];
  });
}

/** The English message that this one translates. */
export function sourceOf(english: Catalogue, key: string): Entry | undefined {
  return english[key] ?? english[`${countedIn(english, key)}_other`];
}
