import type { Screen } from '../../src/core/page-health.ts';
import { YEARS } from '../../tests/fixtures/fixture.ts';
import { FIXTURES, FORMS, SENDS } from '../../tests/fixtures/index.ts';
import { PROOFS } from '../../tests/fixtures/proofs.ts';
import { STATES } from './states.ts';
import { table } from './table.ts';

/** docs/screens.md, whole. */
export function screensDocument(): string {
  const screens = Object.keys(STATES) as Screen[];
  const fixturesOf = (screen: Screen) => FIXTURES.filter((one) => one.screen === screen);
  return `${[
    '# Screens of WhatsApp Web',
    'Made from `tests/fixtures` by `npm run docs`; do not edit.',
    `Every screen we know, in every generation of its markup that public sources tell of, and what it means. Each fixture is ` +
      `read right in Chromium, in Firefox and in a simulated document, in ${FORMS.length / 2} languages (one of them from right to left), ` +
      'with test ids and without. No text is read, in any language.',
    '## States',
    table(
      ['State', 'What it is', 'Alarm', 'Generations', 'Fixtures'],
      screens.map((screen) => {
        const all = fixturesOf(screen);
        const years = YEARS.filter((one) => all.some((fixture) => fixture.years === one));
        return [
          `[\`${screen}\`](#${screen})`,
          STATES[screen].is,
          STATES[screen].alarm,
          years.join(', '),
          `${all.length}`,
        ];
      }),
    ),
    ...screens.flatMap((screen) => [`### ${screen}`, fixtureTable(fixturesOf(screen))]),
    '## Messages of the open chat',
    'What becomes of the newest message. An upload that runs counts for nothing, however long it takes.',
    fixtureTable(SENDS.map((one) => ({ ...one, sees: `${one.fate}: ${one.sees}` }))),
    '## Markers and their proof',
    'Each piece of each selector in `src/content/selectors.ts`, and a fixture that is read wrong without it.',
    table(
      ['Selector', 'Piece', 'Fixture'],
      Object.entries(PROOFS).flatMap(([constant, pieces]) =>
        Object.entries(pieces).map(([piece, id]) => [`\`${constant}\``, `\`${piece}\``, `\`${id}\``]),
      ),
    ),
  ].join('\n\n')}\n`;
}

type Row = Pick<(typeof FIXTURES)[number], 'id' | 'years' | 'sees' | 'source'>;

/** One line for each thing a person can see; the same in several generations is one line. */
function fixtureTable(fixtures: readonly Row[]): string {
  const bySight = [...new Set(fixtures.map(({ sees }) => sees))].map(
    (sees) => [sees, fixtures.filter((one) => one.sees === sees)] as const,
  );
  const each = (values: readonly string[], between: string) => [...new Set(values)].join(between);
  return table(
    ['What the person sees', 'Generations', 'Evidence', 'Fixtures'],
    bySight.map(([sees, all]) => [
      sees,
      each(
        all.map(({ years }) => years),
        ', ',
      ),
      each(
        all.map(({ source }) => source),
        '<br>',
      ),
      each(
        all.map(({ id }) => `\`${id}\``),
        ' ',
      ),
    ]),
  );
}
