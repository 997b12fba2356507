/** What happened on all those days, in one table each. */
import type { Report } from '../../tests/soak/run-day.ts';

export function summary(reports: readonly Report[]): string {
  const failing = reports.filter(({ failure }) => failure !== undefined);
  return [counted(reports), ...(failing.length > 0 ? [noticed(failing)] : [])].join('\n\n');
}

function counted(reports: readonly Report[]): string {
  const total: Record<string, number> = {};
  for (const { counts } of reports)
    for (const [what, times] of Object.entries(counts)) total[what] = (total[what] ?? 0) + times;
  const hours = reports.reduce((sum, { visibleMs }) => sum + visibleMs, 0) / 3_600_000;
  const requests = reports.reduce((sum, report) => sum + report.requests, 0);
  const rows = Object.entries(total)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([what, times]) => `${String(times).padStart(8)}  ${what}`);
  const head = `What happened in ${reports.length} days (${Math.round(hours)} h in sight, ${requests} requests of ours):`;
  return [head, ...rows].join('\n');
}

function noticed(reports: readonly Report[]): string {
  const names = [...new Set(reports.map(({ failure }) => failure as string))].toSorted();
  const rows = names.map((name) => {
    const days = reports.filter(({ failure }) => failure === name);
    const problems = days.filter((day) => day.problems.length > 0).length;
    const sides = [...new Set(days.flatMap((day) => day.sides ?? []))].toSorted().join(', ');
    const after = spread(days.flatMap(({ noticedAfterMs }) => noticedAfterMs ?? []));
    const quiet = spread(days.flatMap(({ quietAfterMs }) => quietAfterMs ?? []));
    return [name, String(days.length), String(problems), after, quiet, sides];
  });
  const head = ['failure', 'days', 'problems', 'noticed after', 'quiet again after', 'told as'];
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), title.length),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  const explained = 'Median and worst, in seconds in sight, of the failures that nothing disturbed:';
  return [explained, line(head), ...rows.map(line)].join('\n');
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const seconds = (ms: number) => (ms / 1000).toFixed(0);
  return middle === undefined ? '–' : `${seconds(middle)} (${seconds(sorted.at(-1) ?? 0)})`;
}
