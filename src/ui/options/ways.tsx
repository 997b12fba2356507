/** Other ways to reach people: which to offer, in which order, and the person's own address in each. */
import { FALLBACKS } from '../../catalogue/fallbacks';
import { numeral } from '../../i18n/numbers';
import { type MessageKey, word } from '../../i18n/words';
import type { PartProps } from './options';
import { moved, toggled } from './order';
import { Part, TextField } from './parts';

const LONGEST_CONTACT = 254;

/** Offered to those who have not chosen. */
const FIRST: readonly string[] = FALLBACKS.map(({ id }) => id);

const nameOf = (id: string) =>
  FALLBACKS.find((way) => way.id === id)?.name ?? word(`way_${id.replace('-', '_')}` as MessageKey);

export function WayChoice({ settings, change, say }: PartProps) {
  const chosen = (settings.ways ?? FIRST).filter((id) => FIRST.includes(id));
  const rest = FIRST.filter((id) => !chosen.includes(id));
  const move = (id: string, by: 1 | -1) => (event: { currentTarget: HTMLElement }) => {
    const ways = moved(chosen, id, by);
    const button = event.currentTarget;
    change({ ways });
    say(word('options_way_place', nameOf(id), numeral(ways.indexOf(id) + 1), numeral(ways.length)));
    // Its row has moved in the document, which takes the focus away.
    requestAnimationFrame(() => button.focus());
  };
  const setContact = (id: string, text: string) => {
    const { [id]: _before, ...others } = settings.contacts;
    const contact = text.trim().slice(0, LONGEST_CONTACT);
    change({ contacts: contact === '' ? others : { ...others, [id]: contact } });
  };
  return (
    <Part id="ways" title="popup_ways">
      <p class="told">{word('options_ways_note')}</p>
      <ol class="order">
        {[...chosen, ...rest].map((id) => {
          const at = chosen.indexOf(id);
          const name = nameOf(id);
          return (
            <li key={id} data-way={id}>
              <label class="tick">
                <input
                  type="checkbox"
                  checked={at >= 0}
                  onChange={() => change({ ways: toggled(chosen, id) })}
                />
                {name}
              </label>
              {at >= 0 && (
                <>
                  <TextField
                    aria-label={word('options_contact', name)}
                    placeholder={word('options_contact_short')}
                    maxLength={LONGEST_CONTACT}
                    value={settings.contacts[id] ?? ''}
                    onDone={(text) => setContact(id, text)}
                  />
                  <span class="moves">
                    <button
                      type="button"
                      data-action="move-up"
                      aria-label={word('options_move_up', name)}
                      aria-disabled={at === 0}
                      onClick={move(id, -1)}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      data-action="move-down"
                      aria-label={word('options_move_down', name)}
                      aria-disabled={at === chosen.length - 1}
                      onClick={move(id, 1)}
                    >
                      ↓
                    </button>
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ol>
    </Part>
  );
}
