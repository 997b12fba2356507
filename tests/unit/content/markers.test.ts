// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as SELECTORS from '../../../src/content/selectors';
import { FIXTURES, FORMS, isIn, SENDS } from '../../fixtures';
import { fateOf, readOf } from '../../fixtures/fate';
import type { Fixture, SendFixture } from '../../fixtures/fixture';
import { type Piece, piecesOf, without } from '../../fixtures/pieces';
import { PROOFS } from '../../fixtures/proofs';

const ALL = [...FIXTURES, ...SENDS];
const ENGLISH = FORMS.filter(({ lang }) => lang === 'en');

type Any = Fixture | SendFixture;
type Reader = (one: Any) => (string | null)[];

const wanted = (one: Any) => ('fate' in one ? readOf(one.fate) : one.screen);

/** A fixture with test ids and without; reading leaves pages as they were. */
const pagesOf = remembered((one: Any) =>
  ENGLISH.filter((form) => isIn(form)(one)).map((form) =>
    new DOMParser().parseFromString(one.html(form), 'text/html'),
  ),
);

/** Reads fixtures by the code as it would be without this piece. */
async function readerWithout(piece: Piece | null): Promise<Reader> {
  vi.resetModules();
  if (piece) vi.doMock('../../../src/content/selectors', () => without(SELECTORS, piece));
  const { readScreen } = await import('../../../src/content/read-page');
  const { sendsReader } = await import('../../../src/content/read-sends');
  return (one) =>
    pagesOf(one).map((page) =>
      'fate' in one ? fateOf(page, sendsReader()) : readScreen(page, one.after === 'main'),
    );
}

const isRight = remembered(async (one: Any) =>
  (await readerWithout(null))(one).every((said) => said === wanted(one)),
);

/** Those that are right in every form, and wrong in one without this piece. */
async function proofsOf(piece: Piece, fixtures: readonly Any[]): Promise<string[]> {
  const right: Any[] = [];
  for (const one of fixtures) if (await isRight(one)) right.push(one);
  const read = await readerWithout(piece);
  return right.filter((one) => read(one).some((said) => said !== wanted(one))).map(({ id }) => id);
}

function remembered<Result>(make: (one: Any) => Result): (one: Any) => Result {
  const made = new Map<Any, Result>();
  return (one) => {
    const result = made.get(one) ?? make(one);
    made.set(one, result);
    return result;
  };
}

afterEach(() => vi.doUnmock('../../../src/content/selectors'));

describe('every marker is needed', () => {
  it.each(piecesOf(SELECTORS))(
    '$constant: $piece',
    async (piece) => {
      const id = PROOFS[piece.constant]?.[piece.piece];
      const fixture = ALL.find((one) => one.id === id);
      if (fixture && (await proofsOf(piece, [fixture])).length > 0) return;
      // Only where something is amiss: look for a better proof, so that the list is easy to mend.
      const others = (await proofsOf(piece, ALL)).slice(0, 8).join(', ');
      expect.fail(
        `${id ?? 'nothing in tests/fixtures/proofs.ts'} does not prove it; ${others || 'no fixture is read otherwise without it'}${others && ' would'}`,
      );
    },
    60_000,
  );

  it('and every proof is of a marker', () => {
    const known = piecesOf(SELECTORS).map(({ constant, piece }) => `${constant}: ${piece}`);
    const proved = Object.entries(PROOFS).flatMap(([constant, proofs]) =>
      Object.keys(proofs).map((piece) => `${constant}: ${piece}`),
    );
    expect(proved.filter((one) => !known.includes(one))).toEqual([]);
  });
});
