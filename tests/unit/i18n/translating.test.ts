import { expect, it } from 'vitest';
import { formsOf, keysFor } from '../../../scripts/words/forms';
import { withTranslations } from '../../../scripts/words/main';
import type { Catalogue } from '../../../scripts/words/ship';

const english: Catalogue = {
  locale_tag: { message: 'en', description: 'Tag' },
  places_one: { message: '$N$ place', placeholders: { n: { content: '$1', example: '1' } } },
  places_other: { message: '$N$ places', placeholders: { n: { content: '$1', example: '12' } } },
  // Ends like a form and is none.
  the_other: { message: 'The other' },
};

it('a language has the forms it needs of what is counted', () => {
  expect(formsOf('ru')).toEqual(['one', 'few', 'many', 'other']);
  expect(formsOf('id')).toEqual(['other']);
  expect(keysFor(english, 'id')).toEqual(['locale_tag', 'places_other', 'the_other']);
  expect(keysFor(english, 'es')).toEqual(['locale_tag', 'places_one', 'places_other', 'the_other']);
});

it('translations take their place in the English order, with placeholders and without what English lacks', () => {
  const own: Catalogue = {
    gone: { message: 'weg' },
    the_other: { message: 'Das andere' },
    locale_tag: { message: 'de' },
  };
  const filled = withTranslations(
    english,
    own,
    'places_other = $N$ Orte\nplaces_one = $N$ Ort\nnot a line\n',
  );
  expect(Object.keys(filled)).toEqual(['locale_tag', 'places_one', 'places_other', 'the_other']);
  expect(filled.places_one).toEqual({ message: '$N$ Ort', placeholders: { n: { content: '$1' } } });
});
