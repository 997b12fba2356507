/** Past troubles as a table: the plots' equal. */

import { SIDE_OF } from '../../core/verdict';
import { dayAndTime } from '../../i18n/dates';
import { lasting } from '../../i18n/numbers';
import { type MessageKey, word } from '../../i18n/words';
import type { Past } from './past';

export function PastList({ pasts }: { pasts: readonly Past[] }) {
  if (pasts.length === 0) return <p>{word('report_past_none')}</p>;
  return (
    <table>
      <caption class="hidden">{word('report_past')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('report_when')}</th>
          <th scope="col">{word('report_how_long')}</th>
          <th scope="col">{word('report_whose')}</th>
        </tr>
      </thead>
      <tbody>
        {pasts
          .toSorted((one, other) => other.at - one.at)
          .map(({ id, at, lastedMs, open, verdict }) => (
            <tr key={id} data-side={SIDE_OF[verdict]}>
              <th scope="row">
                <time dateTime={new Date(at).toISOString()}>{dayAndTime(at)}</time>
              </th>
              <td>{open ? word('length_at_least', lasting(lastedMs)) : lasting(lastedMs)}</td>
              <td class="says">{word(`lane_${SIDE_OF[verdict]}` as MessageKey)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
