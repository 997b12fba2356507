/** Every language is complete, and written as its readers write. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countedIn, keysFor, sourceOf as source } from '../../../scripts/words/forms';
import type { Entry } from '../../../scripts/words/ship';
import { LANGUAGES } from '../../../src/i18n/languages';
import { type Catalogue, catalogue, languages } from '../catalogues';
import { ALIKE, NAMES, QUOTED_ENGLISH, WRITING } from './ways-of-writing';

const english = catalogue('en');
const sourceOf = (key: string) => source(english, key);
const textOf = (from: Catalogue, key: string) => from[key]?.message ?? '';

const placeholders = (message: string) =>
  [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name).toSorted();

/** The message without placeholders, addresses and names: what is left is language. */
function proper(message: string): string {
  const names = [...NAMES].toSorted((a, b) => b.length - a.length);
  return names.reduce((text, name) => text.replaceAll(name, ' '), message.replace(/\$\w+\$/g, ' '));
}

it('are the ones that can be chosen, in the order of their tags', () => {
  expect(LANGUAGES.map(({ folder }) => folder)).toEqual(languages.toSorted());
  expect(new Set(LANGUAGES.map(({ name }) => name)).size).toBe(languages.length);
  expect(Object.keys(WRITING)).toEqual(languages.toSorted());
});

describe('the English catalogue', () => {
  it.each(Object.entries(english))('%s tells translators what it is for', (_, entry) => {
    expect(entry.description ?? '').not.toBe('');
    for (const { example } of Object.values(entry.placeholders ?? {})) expect(example ?? '').not.toBe('');
  });
});

describe.each(languages)('the catalogue %s', (language) => {
  const own = catalogue(language);
  const writing = WRITING[language];
  if (writing === undefined) throw new Error(`no way of writing for ${language}`);
  const tag = textOf(own, 'locale_tag');
  const messages = Object.entries(own).map(([key, entry]) => [key, entry.message] as const);
  const sentences = messages.filter(([key]) => !key.startsWith('locale_') && !key.startsWith('badge_'));

  it('has the messages of the English one in their order, with the plural forms it needs and no others', () => {
    const plain = (keys: string[]) => keys.filter((key) => countedIn(english, key) === null);
    const has = Object.keys(own);
    expect(has.toSorted()).toEqual(keysFor(english, tag).toSorted());
    expect(plain(has)).toEqual(plain(Object.keys(english)));
  });

  it('has words in every one of them, and nothing that only translators read', () => {
    for (const [key, entry] of Object.entries(own)) {
      expect(entry.message.trim(), key).not.toBe('');
      expect(entry.message, key).toBe(entry.message.trim());
      if (language === 'en') continue;
      expect(entry.description, key).toBeUndefined();
      for (const one of Object.values(entry.placeholders ?? {}))
        expect(Object.keys(one), key).toEqual(['content']);
    }
  });

  it('fills the same placeholders with the same things', () => {
    const contents = (entry: Entry | undefined) =>
      Object.entries(entry?.placeholders ?? {}).map(([name, { content }]) => [name, content]);
    for (const [key, entry] of Object.entries(own)) {
      expect(placeholders(entry.message), key).toEqual(placeholders(sourceOf(key)?.message ?? ''));
      expect(contents(entry).toSorted(), key).toEqual(contents(sourceOf(key)).toSorted());
    }
  });

  it('names its language, direction and numerals so that the browser understands', () => {
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(Intl.NumberFormat.supportedLocalesOf(tag)).toEqual([tag]);
    expect(tag.replace(/-u-.*/, '')).toBe(language.replace('_', '-'));
    expect(new Intl.NumberFormat(tag).resolvedOptions().numberingSystem).toBe(writing.digits ?? 'latn');
    expect(textOf(own, 'locale_direction')).toBe(writing.direction ?? 'ltr');
  });

  it('is written in its own letters', () => {
    const letters = sentences.flatMap(([, message]) => proper(message).match(/\p{L}/gu) ?? []);
    const expected = writing.script ?? /\p{Script=Latin}/u;
    expect(letters.filter((letter) => expected.test(letter)).length).toBeGreaterThan(0.97 * letters.length);
  });

  it.runIf(language !== 'en')('leaves nothing in English but names', () => {
    for (const [key, message] of messages) {
      if (key.startsWith('locale_')) continue;
      const quoted = QUOTED_ENGLISH[language] ?? [];
      const rest = proper(quoted.reduce((text, one) => text.replace(one, ''), message));
      if (!ALIKE.includes(`${language} ${key}`) && /\p{L}/u.test(proper(message)))
        expect(message, key).not.toBe(sourceOf(key)?.message);
      if (writing.script) expect(rest, key).not.toMatch(/\p{Script=Latin}/u);
      else expect(rest, key).not.toMatch(/\b(?:the|your|cannot|does|which|with|this|from)\b/i);
    }
  });

  it('is set with the quotes, dots and spaces of its typography', () => {
    const [open, close] = writing.quotes;
    for (const [key, message] of sentences) {
      expect(message, key).not.toMatch(/["'`]|\.\.|\s\s|\p{Cc}/u);
      const bare = message.replaceAll(open, '').replaceAll(close, '');
      expect(bare, key).not.toMatch(/[“”„‟«»‹›]/);
      expect(message.split(open).length, key).toBe(message.split(close).length);
      // Direction follows from the letters and from `dir`; marks would only hide where it does not.
      expect(message, key).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
      if (writing.direction === 'rtl') expect(message, key).not.toMatch(/[,;?]/);
      if (language === 'fr') expect(message, key).not.toMatch(/(?<![\u202f])[;?!]|(?<![\u00a0])(?<!\d):/);
    }
  });

  it('ends its sentences as the English one does', () => {
    const stop = writing.stop ?? '.';
    const ending = (message: string) =>
      /(?:[.।۔?؟:…]|)$/u.exec(message.replace(/[”“»)\s]+$/u, ''))?.[0] ?? '';
    for (const [key, message] of sentences) {
      const expected = ending(sourceOf(key)?.message ?? '').replace('.', stop);
      expect(ending(message).replace('؟', '?'), key).toBe(expected);
      if (stop !== '.') expect(proper(message), key).not.toContain('.');
    }
  });

  it('speaks to the person in one way', () => {
    const { notAddressed } = writing;
    if (notAddressed === undefined) return;
    for (const [key, message] of sentences) expect(message, key).not.toMatch(notAddressed);
  });

  it('keeps headlines short', () => {
    for (const [key, message] of messages) {
      if (!key.startsWith('headline_')) continue;
      const words = message.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
      expect(words.length, `${key}: ${message}`).toBeLessThanOrEqual(writing.headline ?? 8);
    }
  });

  it('tells how sure it is of an outage: three ways to say it, never one for all', () => {
    for (const cause of ['whatsapp_only', 'meta_wide', 'web_only', 'messages_only']) {
      const said = ['confirmed', 'likely', 'possible'].map((sure) =>
        textOf(own, `headline_${cause}_${sure}`),
      );
      expect(new Set(said).size, cause).toBe(3);
    }
  });

  it('has badges that fit the toolbar: at most four letters as they are drawn', () => {
    const letters = new Intl.Segmenter(tag, { granularity: 'grapheme' });
    for (const [key, message] of messages)
      if (key.startsWith('badge_')) expect([...letters.segment(message)].length, key).toBeLessThanOrEqual(4);
  });

  it('calls a button by its name where it speaks of it', () => {
    const [open, close] = writing.quotes;
    expect(textOf(own, 'popup_no_more_checks')).toContain(open + textOf(own, 'popup_check_again') + close);
  });

  it('keeps the store’s limits', () => {
    expect(textOf(own, 'name')).toBe('Not Just Me');
    expect(textOf(own, 'store_summary').length).toBeLessThanOrEqual(132);
  });

  it('has a long description for the stores, in its own letters', () => {
    const text = readFileSync(join(import.meta.dirname, `../../../store/${language}.md`), 'utf8');
    expect(text).toMatch(/^# Not Just Me\n\n.+\n\n.+\n\n(?:- .+\n){4}\n.+\n\n.+\n$/);
    const prose = proper(text);
    const foreign = writing.script ? /\p{Script=Latin}/u : /(?!\p{Script=Latin})\p{L}/u;
    expect(prose).not.toMatch(foreign);
    if (language !== 'en') expect(prose).not.toMatch(/\b(?:the|your|which|with|this|from)\b/i);
    expect(prose).not.toMatch(/["'`]|\.\./);
  });
});
