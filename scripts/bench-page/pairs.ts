import type { PageName } from './pages.ts';

/** What the two visits of a pair cost, whichever came first. */
export type Pair<Cost> = readonly [withIt: Cost, without: Cost];

/** One visit to a page, with an extension or without any. */
type Visit<Cost> = (page: PageName, withIt: boolean) => Promise<Cost>;

/**
 * Visits in pairs, A B B A …, page after page within each round: a machine that grows warm or busy does so for both
 * sides and for all pages alike.
 */
export async function inPairs<Cost, Name extends PageName>(
  pages: readonly Name[],
  count: number,
  visit: Visit<Cost>,
): Promise<Record<Name, Pair<Cost>[]>> {
  const all = Object.fromEntries(pages.map((page) => [page, []])) as unknown as Record<Name, Pair<Cost>[]>;
  for (let round = 0; round < count; round++) {
    for (const page of pages) all[page].push(await onePair(page, round % 2 === 0, visit));
  }
  return all;
}

async function onePair<Cost>(page: PageName, withFirst: boolean, visit: Visit<Cost>): Promise<Pair<Cost>> {
  const first = await visit(page, withFirst);
  const second = await visit(page, !withFirst);
  return withFirst ? [first, second] : [second, first];
}
