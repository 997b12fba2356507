/** The figures, for a terminal. */
import { type Gate, globalBy, peak } from './gates.ts';
import { SERVICES } from './services.ts';
import type { Tally } from './tally.ts';

export function summary(
  tally: Tally,
  gates: readonly Gate[],
  took: { seconds: number; megabytes: number },
): string {
  const rows = SERVICES.map((service) => {
    const all = tally.perSecond[service].reduce((a, b) => a + b, 0);
    const each = (tally.inFirst[service] / tally.installs).toFixed(2);
    return `  ${service.padEnd(20)} ${String(peak(tally, service)).padStart(8)}/s at most, ${String(all).padStart(10)} in all, ${each.padStart(6)} per install in its first ten minutes (at most ${tally.most[service]})`;
  });
  const by = [5, 10, 15, 30, 60, 120, 300].map((s) => `${s} s ${(100 * globalBy(tally, s)).toFixed(2)} %`);
  return [
    `\n${tally.installs} browsers, ${tally.lives} of them lived through; ${took.seconds} s, ${took.megabytes} MB`,
    ...rows,
    `  "global" after ${by.join(' · ')}`,
    '',
    ...gates.map(({ must, seen, holds }) => `${holds ? 'holds ' : 'FAILED'}  ${must}: ${seen}`),
  ].join('\n');
}
