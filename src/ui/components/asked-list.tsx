/** Every request made in the last hour: to whom, when, and how it ended. */
import type { Asked } from '../../core/budget';
import { clock } from '../../i18n/numbers';
import { word } from '../../i18n/words';

export function AskedList({ asked }: { asked: readonly Asked[] }) {
  return (
    <>
      <ul class="asked">
        {asked.toReversed().map((one, index) => (
          <li key={asked.length - index} title={one.ended}>
            {word('asked_entry', one.host, clock(one.at), howEnded(one.ended))}
          </li>
        ))}
      </ul>
      <p class="asked">{word(asked.length === 0 ? 'popup_asked_none' : 'popup_asked_note')}</p>
    </>
  );
}

/** An HTTP status as it is; the rest in words (the browser's own name for it is the row's title). */
export function howEnded(ended: string): string {
  if (/^\d+$/.test(ended)) return ended;
  if (ended === 'opaque') return word('asked_answered');
  if (ended === 'redirect') return word('asked_elsewhere');
  return word(ended === 'asked' ? 'asked_waiting' : 'asked_no_answer');
}
