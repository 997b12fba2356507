/** What must hold, and what was seen. */
import { naivePeak } from './naive.ts';
import { BY_LOT, type Day, SERVICES, type Service } from './services.ts';
import { LONGEST_WAIT_S, type Tally } from './tally.ts';

export interface Gate {
  must: string;
  seen: string;
  holds: boolean;
}

/** Free services of small teams; the others are built for all the world's browsers. */
export const SMALL: readonly Service[] = [BY_LOT];

export const peak = (tally: Tally, service: Service): number =>
  tally.perSecond[service].reduce((a, b) => Math.max(a, b), 0);

/** Share of the installs for which "global" stood so many seconds after their first sign. */
export function globalBy(tally: Tally, seconds: number): number {
  const in_time = tally.globalAfter
    .slice(0, Math.min(seconds, LONGEST_WAIT_S - 1) + 1)
    .reduce((a, b) => a + b, 0);
  return in_time / tally.installs;
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

export function gatesOf(tally: Tally, day: Day): Gate[] {
  const gate = (must: string, seen: string, holds: boolean): Gate => ({ must, seen, holds });
  const wrong = Object.entries(tally.wrong);
  const end = Math.floor(day.endsAt / 1000);
  const herd = SERVICES.map((service) => {
    const line = tally.perSecond[service];
    const most = (part: Uint32Array) => part.reduce((a, b) => Math.max(a, b), 0);
    return { service, before: most(line.slice(0, end)), after: most(line.slice(end)) };
  });
  const grown = herd.filter(({ before, after }) => after > before);
  return [
    gate(
      'no install names the wrong side while the outage lasts',
      wrong.length === 0 ? '0' : wrong.map(([rule, count]) => `${count} by ${rule}`).join(', '),
      wrong.length === 0,
    ),
    gate(
      '"global" stands 15 s after the first sign for at least 80 %',
      percent(globalBy(tally, 15)),
      globalBy(tally, 15) >= 0.8,
    ),
    gate('and 60 s after it for at least 99 %', percent(globalBy(tally, 60)), globalBy(tally, 60) >= 0.99),
    gate('"global" is not taken back while the outage lasts', String(tally.takenBack), tally.takenBack === 0),
    gate(
      'nobody is asked before a `Retry-After` is over',
      `${tally.impatient} of ${tally.patience}`,
      tally.impatient === 0 && tally.patience > 0,
    ),
    ...SMALL.flatMap((service) => [
      gate(
        `${service}: at most 3 requests per install in its first ten minutes`,
        `${(tally.inFirst[service] / tally.installs).toFixed(4)} on average, ${tally.most[service]} at most`,
        tally.most[service] > 0 && tally.most[service] <= 3,
      ),
      gate(
        `${service}: its peak is at most 0.5 % of the naive design’s`,
        percent(peak(tally, service) / naivePeak(service, tally.installs)),
        peak(tally, service) <= 0.005 * naivePeak(service, tally.installs),
      ),
    ]),
    gate(
      'an install’s first round asks others than WhatsApp at most 14 times',
      String(tally.mostInRound),
      tally.mostInRound <= 14,
    ),
    gate('and no hour more than 24 times', String(tally.mostInHour), tally.mostInHour <= 24),
    gate(
      'the end brings no herd: no service’s peak after it is above its peak before',
      grown.length === 0
        ? 'none is'
        : grown
            .map(({ service, before, after }) => `${service}: ${before} before, ${after} after`)
            .join(', '),
      grown.length === 0,
    ),
  ];
}
