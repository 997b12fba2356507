import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shipped } from '../../../scripts/words/ship';
import { direction, loadLanguage, localeTag, word } from '../../../src/i18n/words';
import { catalogue, languages } from '../catalogues';
import { browser, forget, world } from '../fake-browser';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

/** The package's own files, as the build writes them. */
const files = vi.fn(async (url: string): Promise<Response> => {
  const folder = /^chrome-extension:\/\/own-id\/_locales\/(\w+)\/messages\.json$/.exec(url)?.[1] ?? '';
  if (!languages.includes(folder)) throw new TypeError('Failed to fetch');
  return new Response(shipped(catalogue(folder)));
});

beforeEach(() => {
  forget();
  files.mockClear();
  vi.stubGlobal('fetch', files);
});
afterEach(() => loadLanguage(null));

describe('words', () => {
  it('are the message with its placeholders filled, in order', () => {
    expect(word('popup_since', '12:07', '40 minutes')).toBe('Since 12:07 (40 minutes)');
  });

  it.each([
    ['en', 'en', 'ltr'],
    ['bn', 'bn', 'ltr'],
  ])('in %s know their own language, whatever the browser’s interface speaks', (language, tag, way) => {
    world.language = language;
    expect([localeTag(), direction()]).toEqual([tag, way]);
  });

  it('run from left to right where no direction is told', () => {
    vi.spyOn(browser.i18n, 'getMessage').mockReturnValueOnce('');
    expect(direction()).toBe('ltr');
  });
});

describe('a language the person chose', () => {
  it('is spoken once it is loaded, whatever the browser speaks, and no longer once it is taken back', async () => {
    await loadLanguage('bn');
    expect([localeTag(), word('popup_steps')]).toEqual(['bn', 'আপনি যা করতে পারেন']);
    await loadLanguage(null);
    expect([localeTag(), word('popup_steps')]).toEqual(['en', 'What you can do']);
  });

  it('is English too, where the browser speaks another', async () => {
    world.language = 'bn';
    await loadLanguage('en');
    expect(word('popup_steps')).toBe('What you can do');
  });

  it('asks for nothing when there is none', async () => {
    await loadLanguage(null);
    expect(files).not.toHaveBeenCalled();
  });

  it('has its placeholders filled as the browser fills them, with whatever text', async () => {
    const texts = fc.oneof(fc.string(), fc.constantFrom('$1', '$2', '$TIME$', '$$', '$&', "$'"));
    await loadLanguage('en');
    fc.assert(
      fc.property(texts, texts, (time, length) => {
        expect(word('popup_since', time, length)).toBe(`Since ${time} (${length})`);
      }),
    );
    expect(word('popup_since', '12:07')).toBe('Since 12:07 ()');
  });

  it.each([
    ['is missing', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['is broken', async () => new Response('{"locale_tag": {"mess')],
    ['is something else', async () => new Response('null')],
    ['lacks the word', async () => new Response('{"name": {"message": "Not Just Me"}}')],
  ])('gives way to the browser’s own when its file %s', async (_, answer) => {
    files.mockImplementationOnce(answer);
    await expect(loadLanguage('bn')).resolves.toBeUndefined();
    expect(word('popup_steps')).toBe('What you can do');
    expect(localeTag()).toBe('en');
  });

  it('stays until the next one is there', async () => {
    await loadLanguage('bn');
    const next = loadLanguage('en');
    expect(localeTag()).toBe('bn');
    await next;
    expect(localeTag()).toBe('en');
  });

  it('is the one chosen last, whichever file comes first', async () => {
    let late: (answer: Response) => void = () => {};
    files.mockImplementationOnce(() => new Promise((resolve) => (late = resolve)));
    const first = loadLanguage('bn');
    await loadLanguage('en');
    late(new Response(shipped(catalogue('bn'))));
    await first;
    expect(localeTag()).toBe('en');
  });
});

describe.each(languages)('%s as it is shipped', (language) => {
  it('says the same as its catalogue does by the browser’s rules, and carries nothing for translators', async () => {
    world.language = language;
    const said = (key: string) => word(key as 'name', '«1»', '«2»', '«3»');
    const keys = Object.keys(catalogue(language));
    const theirs = keys.map(said);
    await loadLanguage(language);
    expect(keys.map(said)).toEqual(theirs);
    expect(shipped(catalogue(language))).not.toMatch(/"description"|"placeholders"|\$[A-Z]/);
  });
});
