// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readScreen } from '../../../src/content/read-page';
import { FIXTURES, FORMS, isIn, SENDS } from '../../fixtures';
import { fateOf, readOf } from '../../fixtures/fate';
import { YEARS } from '../../fixtures/fixture';

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe.each(FORMS)('$lang, test ids: $testIds', (form) => {
  it.each(FIXTURES.filter(isIn(form)))('$screen · $id', ({ screen, after, html }) => {
    expect(readScreen(parsed(html(form)), after === 'main')).toBe(screen);
  });

  it.each(SENDS)('$fate · $id', ({ fate, html }) => {
    expect(fateOf(parsed(html(form)))).toBe(readOf(fate));
  });
});

describe('the fixtures', () => {
  it('have names of their own', () => {
    const names = [...FIXTURES, ...SENDS].map(({ id }) => id);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(YEARS)('know what every day and a bad day look like in %s', (years) => {
    const screens = FIXTURES.filter((one) => one.years === years).map(({ screen }) => screen);
    expect(screens).toEqual(expect.arrayContaining(['main', 'loading', 'qr', 'main-lost-action', 'choice']));
  });
});
