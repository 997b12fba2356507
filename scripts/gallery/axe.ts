/** What axe finds in a page. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

interface Found {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** So many places are named for each violation; one cause mostly makes them all. */
const TOLD = 2;

/** One line for each violation; empty when there is none. */
export async function axeProblems(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Found[] }> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => ({ target: target.map(String), failureSummary })),
    }));
  });
  return found.map(({ id, nodes }) => {
    const told = nodes.slice(0, TOLD).map(({ target, failureSummary = '' }) => {
      const why = failureSummary.split('\n').at(-1)?.trim();
      return `${target.join(' ')} (${why})`;
    });
    const more = nodes.length > TOLD ? `, and ${nodes.length - TOLD} more` : '';
    return `${id}: ${told.join('; ')}${more}`;
  });
}
