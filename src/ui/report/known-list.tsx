/** Outages that others reported, each with where it is told: what “When will it be back?” looks back at. */
import { OUTAGES, type Outage } from '../../catalogue/outages';
import type { OutageKind } from '../../core/estimate';
import { dayOf } from '../../i18n/dates';
import { lasting } from '../../i18n/numbers';
import { word } from '../../i18n/words';
import { isSeenIn, type Past } from './past';

/** Names are not translated. */
const WHAT: { readonly [K in OutageKind]: () => string } = {
  'whatsapp-only': () => 'WhatsApp',
  'web-only': () => 'WhatsApp Web',
  'meta-wide': () => word('kind_meta_wide'),
  'messages-only': () => word('kind_messages_only'),
};

export function KnownList({ pasts }: { pasts: readonly Past[] }) {
  return (
    <table class="known">
      <caption class="hidden">{word('report_known')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('report_when')}</th>
          <th scope="col">{word('report_how_long')}</th>
          <th scope="col">{word('report_kind')}</th>
        </tr>
      </thead>
      <tbody>
        {OUTAGES.toReversed().map((outage) => (
          <tr key={outage.id} data-outage={outage.id}>
            <th scope="row">
              <time dateTime={new Date(outage.at).toISOString()}>{dayOf(outage.at)}</time>
            </th>
            <td>{howLong(outage)}</td>
            <td>
              {WHAT[outage.kind]()} <Marks outage={outage} seen={isSeenIn(outage, pasts)} />
              <small class="sources">
                {outage.sources.map((source) => (
                  <a key={source} href={source} target="_blank" rel="noopener noreferrer">
                    <bdi>{new URL(source).hostname.replace(/^www\./, '')}</bdi>
                  </a>
                ))}
              </small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Marks({ outage, seen }: { outage: Outage; seen: boolean }) {
  const marks = [
    ...(seen ? [word('report_seen_here')] : []),
    ...(outage.doubts.length > 0 ? [word('report_uncertain')] : []),
  ];
  return marks.length === 0 ? null : <small>{marks.join(' · ')}</small>;
}

function howLong({ length }: Outage): string {
  if (length === null) return word('length_unknown');
  const lasted = lasting(length.minutes * 60_000);
  return length.atLeast ? word('length_at_least', lasted) : lasted;
}
