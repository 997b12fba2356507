/** Every request of the last hour: to whom, why, when, and how it ended. */
import type { Asked } from '../../core/asking/ledger';
import { clock } from '../../i18n/numbers';
import { type MessageKey, word } from '../../i18n/words';
import { EraseList, howEnded } from '../components/asked-list';

export function AskedTable({ asked }: { asked: readonly Asked[] }) {
  return (
    <>
      {asked.length > 0 && (
        <table>
          <caption class="hidden">{word('popup_asked')}</caption>
          <thead>
            <tr>
              <th scope="col">{word('asked_when')}</th>
              <th scope="col">{word('asked_whom')}</th>
              <th scope="col">{word('asked_why')}</th>
              <th scope="col">{word('asked_how')}</th>
            </tr>
          </thead>
          <tbody>
            {asked.toReversed().map((one, index) => (
              <tr key={asked.length - index} title={one.ended}>
                <td>
                  <time dateTime={new Date(one.at).toISOString()}>{clock(one.at)}</time>
                </td>
                <th scope="row">
                  <bdi>{one.host}</bdi>
                </th>
                <td>{word(`purpose_${one.purpose}` as MessageKey)}</td>
                <td>
                  <bdi>{howEnded(one)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked.length > 0 && <EraseList />}
      <p class="told">{word(asked.length === 0 ? 'popup_asked_none' : 'popup_asked_note')}</p>
    </>
  );
}
