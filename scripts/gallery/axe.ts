/** What axe finds in a page. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

interface Found {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** So many places are named for each violation; one cause mostly makes them all. */
const TOLD = 2;

/** One line for each violation in the page, or in this part of it; empty when there is none. */
export async function axeProblems(page: Page, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (part) => {
    type Axe = { run(part: string): Promise<{ violations: Found[] }> };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(part);
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => ({ target: target.map(String), failureSummary })),
    }));
  }, part);
  return found.map(({ id, nodes }) => {
    const told = nodes.slice(0, TOLD).map(({ target, failureSummary = '' }) => {
      const why = failureSummary.split('\n').at(-1)?.trim();
      return `${target.join(' ')} (${why})`;
    });
    const more = nodes.length > TOLD ? `, and ${nodes.length - TOLD} more` : '';
    return `${id}: ${told.join('; ')}${more}`;
  });
}
