/** docs/outages.md from its data. */
import { type Doubt, OUTAGES, type Outage } from '../../src/catalogue/outages.ts';
import { MORE_SOURCES, NOT_WHATSAPP, NOTES } from './outage-notes.ts';
import { table } from './table.ts';

const DOUBTED: { readonly [D in Doubt]: string } = {
  start: 'when it began',
  length: 'how long it lasted',
  alone: 'one source only',
  affected: 'whether WhatsApp failed',
};

const link = (address: string) => `[${new URL(address).hostname.replace(/^www\./, '')}](${address})`;

function lasted({ length }: Outage): string {
  if (length === null) return 'not known';
  return `${length.atLeast ? 'at least ' : ''}${length.minutes} min`;
}

/** docs/outages.md, whole. */
export function outagesDocument(): string {
  const compared = OUTAGES.filter(({ length }) => length !== null);
  const open = compared.filter(({ length }) => length?.atLeast);
  return `${[
    '# Past outages',
    'Made from `src/catalogue/outages.ts` and `scripts/docs/outage-notes.ts` by `npm run docs`; do not edit.',
    'What is known of past outages of WhatsApp: the list behind “When will it be back?” ([how it is reckoned](estimate.md)). ' +
      'Collected in November 2026 and checked one by one: the length is what the sources say, and the column “In doubt” what they ' +
      `do not agree on or do not say. ${OUTAGES.length} outages; ${compared.length} with a length, ${open.length} of them only ` +
      '“at least”, since nobody wrote down the end. Those without any length are compared with nothing.',
    'It is a list of what newspapers wrote about: long outages are more likely to be in it than short ones. Corrections are ' +
      'welcome, with a source.',
    table(
      ['Day', 'Began (UTC)', 'Kind', 'Lasted', 'In doubt', 'What the sources say', 'Sources'],
      OUTAGES.map((outage) => [
        outage.id,
        new Date(outage.at).toISOString().slice(11, 16),
        `\`${outage.kind}\``,
        lasted(outage),
        outage.doubts.map((doubt) => DOUBTED[doubt]).join(', '),
        NOTES[outage.id] ?? '',
        [...outage.sources, ...(MORE_SOURCES[outage.id] ?? [])].map(link).join(', '),
      ]),
    ),
    'Kinds are the causes of a `global` verdict ([verdicts.md](verdicts.md)). `messages-only` holds days on which only pictures and voice ' +
      'messages failed as well: the app was connected, and part of what was sent did not leave.',
    '## Days that are not in the list',
    table(
      ['Day', 'What failed', 'Source'],
      NOT_WHATSAPP.map(([day, told, source]) => [day, told, link(source)]),
    ),
  ].join('\n\n')}\n`;
}
