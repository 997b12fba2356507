/** The figures as Markdown, ready for docs/performance.md. */
import { arch, cpus, platform, totalmem } from 'node:os';
import { costTable, kb, more, ratio, table, withoutIt } from './cells.ts';
import type { ChromiumFigures } from './chromium.ts';
import type { ChromiumCost } from './chromium-run.ts';
import type { FirefoxFigures } from './firefox.ts';
import type { FirefoxCost } from './firefox-run.ts';
import type { Gate } from './gates.ts';
import type { Heap } from './heap.ts';
import type { Weight } from './weigh.ts';

/** When, on what, and how much was measured. */
export function tellRun(pairs: number, seconds: number, weight: Weight): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GB, ${platform()} ${arch()}`;
  return `Measured ${new Date().toISOString().slice(0, 10)} on ${machine}; \`--pairs ${pairs} --seconds ${seconds}\`.
The script in the page: ${weight.raw} bytes, ${weight.gzip} compressed (gzip).`;
}

export function tellChromium(version: string, { pairs, control, traces, days }: ChromiumFigures): string {
  const costs = costTable<ChromiumCost>(
    {
      'light page': pairs.light,
      'busy page': pairs.busy,
      'bare page': pairs.bare,
      'busy page, *a script that watches every change*': control,
    },
    {
      'script time without, ms': withoutIt('scriptMs'),
      'script time, ratio': ratio('scriptMs'),
      'script time, ms more': more('scriptMs'),
      'whole main thread, ratio': ratio('taskMs'),
      'layouts more': more('layouts'),
      'style recalculations more': more('styles'),
      'nodes more': more('nodes'),
      'event listeners more': more('listeners'),
      'heap after collection, kB more': more('heapKb'),
      'long tasks more': more('longTasks'),
    },
  );
  const notes = table(
    [
      'of a trace',
      'our script ran',
      'in all, ms',
      'at most, ms',
      'layouts, styles of ours',
      'long tasks of ours',
      'of all',
      'before the page’s first script',
    ],
    traces.map(({ page, throttle, ours }) => [
      `${page} page${throttle === 1 ? '' : `, processor slowed ${throttle}-fold`}`,
      `${ours.runs} times`,
      ours.totalMs.toFixed(1),
      ours.longestMs.toFixed(1),
      String(ours.layouts),
      String(ours.longTasks),
      String(ours.allLongTasks),
      ours.isFirst ? 'yes' : 'no',
    ]),
  );
  const [withIt, without] = days;
  const heapRow = (name: string, { allKb, codeKb }: Heap): string[] => [
    name,
    kb(allKb),
    kb(codeKb),
    kb(allKb - codeKb),
  ];
  const heap = table(
    ['heap grew over', 'in all', 'of it compiled code', 'the rest'],
    [
      heapRow('the first day', withIt.first),
      heapRow('the second day', withIt.second),
      heapRow('the first day, without the extension', without.first),
      heapRow('the second day, without the extension', without.second),
    ],
  );
  return `### ${version}

${costs}

${notes}

${heap}

By the virtual clock, chats in front all the time; ${withIt.timers} timers of ours ran in the first day.`;
}

export function tellFirefox(version: string, { light, busy }: FirefoxFigures): string {
  const costs = costTable<FirefoxCost>(
    { 'light page': light, 'busy page': busy },
    {
      'processor time of the tab’s process without, ms': withoutIt('cpuMs'),
      'the same, ratio': ratio('cpuMs'),
      'style flushes more': more('styles'),
      'boxes laid out, ratio': ratio('reflowed'),
      'objects and strings after collection, kB more': more('heapKb'),
    },
  );
  return `### ${version}\n\n${costs}`;
}

export function tellGates(gates: readonly Gate[]): string {
  const rows = gates.map(({ says, seen, holds }) => [says, seen, holds ? 'holds' : '**does not hold**']);
  return `### Gates\n\n${table(['must hold', 'seen', ''], rows)}`;
}
