/** What stands in the tables of the report. */
import { tellRatio } from './gates.ts';
import type { Pair } from './pairs.ts';
import { differenceOf, type Estimate, mean, ratioOf } from './statistics.ts';

/** One cell, from all pairs of a page. */
type Tell<Cost> = (of: readonly Pair<Cost>[]) => string;

/** A column for each page, a row for each thing to tell of it. */
export function costTable<Cost>(
  pages: Readonly<Record<string, readonly Pair<Cost>[]>>,
  rows: Readonly<Record<string, Tell<Cost>>>,
): string {
  return table(
    ['', ...Object.keys(pages)],
    Object.entries(rows).map(([name, tell]) => [name, ...Object.values(pages).map(tell)]),
  );
}

/** The mean over the visits without the extension. */
export function withoutIt<Key extends string>(key: Key): Tell<Record<Key, number>> {
  return (of) => mean(of.map(([, without]) => without[key])).toFixed(1);
}

/** With the extension against without it. */
export function ratio<Key extends string>(key: Key): Tell<Record<Key, number>> {
  return (of) => tellRatio(ratioOf(of.map(([withIt, without]) => [withIt[key], without[key]])));
}

/** What is more with the extension. */
export function more<Key extends string>(key: Key): Tell<Record<Key, number>> {
  return (of) => tellDifference(differenceOf(of.map(([withIt, without]) => [withIt[key], without[key]])));
}

function tellDifference({ value, low, high }: Estimate): string {
  return low === high ? signed(value) : `${signed(value)} (${signed(low)} to ${signed(high)})`;
}

function signed(value: number): string {
  const shown = value.toFixed(1).replace(/\.0$/, '').replace(/^-0$/, '0');
  return value > 0 && shown !== '0' ? `+${shown}` : shown.replace('-', '−');
}

/** In kB of 1,024 bytes. */
export function kb(value: number): string {
  return `${value.toFixed(1)} kB`;
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
