/** docs/scale.md and its pictures, made from one run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../docs/table.ts';
import { type Gate, globalBy, peak, SMALL } from './gates.ts';
import type { Options } from './main.ts';
import { naivePeak } from './naive.ts';
import { type Plot, plots } from './plot.ts';
import { type Day, SERVICES } from './services.ts';
import { LONGEST_WAIT_S, type Tally } from './tally.ts';

/** Writes both pictures and the page that shows them. */
export function writeReport(
  root: string,
  tally: Tally,
  gates: readonly Gate[],
  day: Day,
  options: Options,
): void {
  const pictures = join(root, 'docs', 'pictures');
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, 'scale-requests.svg'), plots(requests(tally, day)));
  writeFileSync(join(pictures, 'scale-global.svg'), plots([shown(tally)]));
  writeFileSync(join(root, 'docs', 'scale.md'), page(tally, gates, options));
}

const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 0 });
const percent = (share: number) => (share >= 0.001 ? `${(100 * share).toFixed(1)} %` : '< 0.1 %');

/** One plot per service: requests in each second, the naive design's peak as a line where it is near, and the outage's end. */
function requests(tally: Tally, day: Day): Plot[] {
  return SERVICES.map((service) => {
    const line = [...tally.perSecond[service]];
    return {
      title: service,
      note: `peak ${number(peak(tally, service))} a second`,
      points: line.map((count, second) => [second / 60, count]),
      highest: Math.max(1, ...line),
      unit: 'min',
      mark: { at: day.endsAt / 60_000, name: 'over' },
    };
  });
}

/** Share of the installs that say "global", by the seconds since their first sign. */
function shown(tally: Tally): Plot {
  const seconds = Array.from({ length: 121 }, (_, second) => second);
  return {
    title: 'Browsers that say “global”, in percent',
    note: `${percent(globalBy(tally, 15))} after 15 s, ${percent(globalBy(tally, 60))} after 60 s`,
    points: seconds.map((second) => [second, 100 * globalBy(tally, second)]),
    highest: 100,
    unit: 's',
    mark: { at: 60, name: '60 s' },
  };
}

function page(tally: Tally, gates: readonly Gate[], options: Options): string {
  const never = (tally.globalAfter[LONGEST_WAIT_S] ?? 0) / tally.installs;
  return `# A million browsers at once

Made by \`npm run simulate -- --write\`; do not edit. A famous outage is met by everybody in the same minute. What would
${number(tally.installs)} browsers with this extension do to those they ask, and what would each of them say?

They meet the outage of 2021-10-04, when every name of Meta’s was gone, on virtual time. Half of them have WhatsApp open
and lose the connection within its first minutes; the others try to load it, one after the other, all through the outage, and three in ten of
those press “Tell me when it’s back” and close the tab. Of
all requests, ${options.timeouts} % are never answered: a bad hour for everybody. Resolvers still have the addresses in their caches for up
to five minutes, as they had on the day. Of the resolvers’ answers some ask for patience (\`Retry-After\`), and of Globalping’s a tenth.

**What is driven is what is shipped.** The planning, the pauses, the lottery, the manners (single flight, buckets, breakers,
budgets, patience), the sources with their parsers, and the verdict are bundled from \`src\`, and the command fails if one of
them is not in the bundle. Played are the network, and the order in which \`background/gather.ts\` starts its sources, written
again without a browser (\`scripts/simulate/install.ts\`).

**${number(tally.lives)} of the ${number(tally.installs)} are lived through**, each with dice of its own; each stands for ${number(tally.installs / tally.lives)} others that do the
same in the same second (only the lottery is won by as many of them as would of all). Real ones would each have their own moment: the peaks below come out higher than they would be,
never lower. \`--lives all\` lives through every single one. The outage lasts ${options.minutes} minutes here, which is enough to see its
beginning, its middle and its end; \`--minutes\` changes it. Seed ${options.seed}.

## What must hold

${table(
  ['', 'Must hold', 'Seen'],
  gates.map(({ must, seen, holds }) => [holds ? 'holds' : '**fails**', must, seen]),
)}

## Who is asked how much

![Requests per second over time, one plot per service](pictures/scale-requests.svg)

The naive design asks everybody at once and again every 30 s until it is over, spread evenly, which is kind: timers that an
outage started together stay together.

${table(
  [
    'Service',
    'Peak, a second',
    'Naive peak',
    'Share',
    'In all',
    'Per install in its first ten minutes',
    'At most',
  ],
  SERVICES.map((service) => {
    const naive = naivePeak(service, tally.installs);
    return [
      SMALL.includes(service) ? `${service} (small and free)` : service,
      number(peak(tally, service)),
      naive === 0 ? '–' : number(naive),
      naive === 0 ? '–' : percent(peak(tally, service) / naive),
      number(tally.perSecond[service].reduce((a, b) => a + b, 0)),
      (tally.inFirst[service] / tally.installs).toFixed(2),
      String(tally.most[service]),
    ];
  }),
)}

The shares of the big ones are no boast, and need not be: a first answer within seconds costs each browser a handful of
requests, and those go to hosts that are built for all the world’s browsers, or to WhatsApp itself, whose page asks far more
than we do. The one small service, Globalping, is asked by about five hundred installs a day, however many there are.

## What is said, and when

![Share of browsers that say “global”, by seconds since the first sign](pictures/scale-global.svg)

${table(
  ['Seconds after the first sign', '5', '10', '15', '30', '60', '120', '300'],
  [
    [
      '“global” stands',
      ...[5, 10, 15, 30, 60, 120, 300].map((s) => `${(100 * globalBy(tally, s)).toFixed(2)} %`),
    ],
  ],
)}

${(100 * never).toFixed(2)} % do not say it within ten minutes. They met the trouble in its last minute, or whatever they asked stayed silent; they
say that it is not yet clear, and never that it is this side’s.
`;
}
