/** Every request made in the last hour: to whom, when, and how it ended. */
import type { Asked } from '../../core/asking/ledger';
import { clock, size } from '../../i18n/numbers';
import { word } from '../../i18n/words';
import { toBackground } from '../../messaging/send';

export function AskedList({ asked }: { asked: readonly Asked[] }) {
  return (
    <>
      <ul class="asked">
        {asked.toReversed().map((one, index) => (
          <li key={asked.length - index} title={one.ended}>
            {word('asked_entry', one.host, clock(one.at), howEnded(one))}
          </li>
        ))}
      </ul>
      <p class="asked">{word(asked.length === 0 ? 'popup_asked_none' : 'popup_asked_note')}</p>
      {asked.length > 0 && <EraseList />}
    </>
  );
}

/** An HTTP status as it is; the rest in words (the browser's own name for it is the row's title). */
export function howEnded({ ended, bytes }: Asked): string {
  if (/^\d+$/.test(ended)) return bytes ? `${ended} · ${size(bytes)}` : ended;
  if (ended === 'opaque') return word('asked_answered');
  if (ended === 'redirect') return word('asked_elsewhere');
  return word(ended === 'asked' ? 'asked_waiting' : 'asked_no_answer');
}

export function EraseList() {
  return (
    <button type="button" data-action="erase-list" onClick={() => toBackground({ type: 'ledger.erase' })}>
      {word('asked_erase')}
    </button>
  );
}
