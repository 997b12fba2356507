/** Other ways to reach people: which to offer, in which order, and the person's own address in each. */
import { APPS, type App } from '../../catalogue/apps';
import { readContact } from '../../catalogue/contacts';
import { FIRST_WAYS } from '../../catalogue/first-ways';
import { numeral } from '../../i18n/numbers';
import { type MessageKey, word } from '../../i18n/words';
import { AddPage } from '../components/add-page';
import type { PartProps } from './options';
import { moved, toggled } from './order';
import { Part, TextField } from './parts';

const LONGEST_CONTACT = 254;

/** Offered to those who have not chosen. */
const FIRST: readonly string[] = FIRST_WAYS.map(({ id }) => id);

const nameOf = ({ id, name }: App) => name ?? word(`way_${id.replace('-', '_')}` as MessageKey);

export function WayChoice(part: PartProps) {
  const { settings } = part;
  const known = (settings.ways ?? FIRST).flatMap((id) => APPS.find((app) => app.id === id) ?? []);
  const chosen = known.map(({ id }) => id);
  const rest = APPS.filter(({ id }) => !chosen.includes(id));
  return (
    <Part id="ways" title="popup_ways">
      <p class="told">{word('options_ways_note')}</p>
      <ol class="order">
        {[...known, ...rest].map((app) => (
          <WayRow key={app.id} app={app} chosen={chosen} {...part} />
        ))}
      </ol>
      <h3>{word('options_pages')}</h3>
      <AddPage pages={settings.pages} />
    </Part>
  );
}

interface WayRowProps extends PartProps {
  app: App;
  /** Ids of those that are offered, in order. */
  chosen: readonly string[];
}

function WayRow({ app, chosen, settings, change, say }: WayRowProps) {
  const { id } = app;
  const at = chosen.indexOf(id);
  const name = nameOf(app);
  const move = (by: 1 | -1) => (event: { currentTarget: HTMLElement }) => {
    const ways = moved(chosen, id, by);
    const button = event.currentTarget;
    change({ ways }, word('options_way_place', name, numeral(ways.indexOf(id) + 1), numeral(ways.length)));
    // Its row has moved in the document, which takes the focus away.
    requestAnimationFrame(() => button.focus());
  };
  const keep = (text: string) => {
    const { [id]: _before, ...others } = settings.contacts;
    const contact = text.trim() === '' ? '' : readContact(app, text);
    if (contact === null) say(word('options_contact_wrong', name), true);
    else change({ contacts: contact === '' ? others : { ...others, [id]: contact } });
  };
  return (
    <li data-way={id}>
      <label class="tick">
        <input type="checkbox" checked={at >= 0} onChange={() => change({ ways: toggled(chosen, id) })} />
        {name}
      </label>
      {at >= 0 && (
        <>
          <TextField
            aria-label={word('options_contact', name)}
            placeholder={word('options_contact_short')}
            maxLength={LONGEST_CONTACT}
            value={settings.contacts[id] ?? ''}
            onDone={keep}
          />
          <span class="moves">
            <button
              type="button"
              data-action="move-up"
              aria-label={word('options_move_up', name)}
              aria-disabled={at === 0}
              onClick={move(-1)}
            >
              ↑
            </button>
            <button
              type="button"
              data-action="move-down"
              aria-label={word('options_move_down', name)}
              aria-disabled={at === chosen.length - 1}
              onClick={move(1)}
            >
              ↓
            </button>
          </span>
        </>
      )}
    </li>
  );
}
