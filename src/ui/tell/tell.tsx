/** “Tell me when it’s back”, what will come of it, and that it is back. */
import { useEffect, useState } from 'preact/hooks';
import { GIVE_UP_MS } from '../../core/schedule';
import type { Situation } from '../../core/situation';
import { isAwaited, lasts, type Trouble } from '../../core/trouble';
import { clock, lasting, numeral, pluralOf } from '../../i18n/numbers';
import { word } from '../../i18n/words';
import { toBackground } from '../../messaging/send';
import { browser } from '../../platform/browser';
import type { TroubleView } from './follow-trouble';
import { KeepingNote } from './keeping-note';

/** How long the end of a trouble stays on show, in ms. */
const SHOWN_MS = 60 * 60_000;

const LINES = { display: 'grid', gap: '6px' };

const NOTIFICATIONS = { permissions: ['notifications' as const] };

export interface TellProps extends TroubleView {
  situation: Situation;
  now: number;
}

/** Everything about the end of a trouble, and about keeping it. Loaded after the first paint. */
export function Tell({ keeping, ...props }: TellProps) {
  return (
    <>
      <Wish {...props} />
      <GivenUp {...props} />
      <KeepingNote keeping={keeping} />
    </>
  );
}

function Wish({ trouble, situation: { incident }, now }: Omit<TellProps, 'keeping'>) {
  const { record, wishedAt } = trouble;
  const [may, setMay] = useState(true);
  const [tabs, setTabs] = useState(true);
  useEffect(() => {
    void browser.permissions.contains(NOTIFICATIONS).then(setMay);
    void browser.tabs.query({ url: 'https://web.whatsapp.com/*' }).then((open) => setTabs(open.length > 0));
  }, [now]);
  if (record === null) return null;
  const lasting = lasts(trouble) && (incident?.id === trouble.incident || wishedAt > 0);
  if (!lasting) return incident === null ? <Over trouble={trouble} now={now} /> : null;
  const wished = wishedAt > 0;
  return (
    <section class="card" data-told={wished}>
      {record.again > 0 && <p>{word(pluralOf('tell_again', record.again), numeral(record.again))}</p>}
      <div class="row">
        <button
          type="button"
          data-action="tell-me-when-back"
          aria-pressed={wished}
          onClick={() => toBackground({ type: 'tell.when-back', wish: !wished })}
        >
          {word('tell_button')}
        </button>
      </div>
      <div role="status" style={LINES}>
        {wished && <p>{word(may ? 'tell_will' : 'tell_badge')}</p>}
        {wished && !tabs && <p>{word(isAwaited(trouble, now) ? 'tell_keep_tab' : 'tell_given_up')}</p>}
      </div>
      {wished && !may && (
        // The browser asks on this click, and on no other.
        <div class="row">
          <button type="button" data-allow="notifications" onClick={() => allow().then(setMay)}>
            {word('tell_allow')}
          </button>
        </div>
      )}
    </section>
  );
}

/** Nobody is asked any more by itself. Of a private window too, of whose trouble there is no record. */
function GivenUp({ trouble, situation: { incident }, now }: Omit<TellProps, 'keeping'>) {
  const old = incident !== null && incident.noticedAt > 0 && now - incident.beganAt > GIVE_UP_MS;
  return old && !isAwaited(trouble, now) ? <p class="card">{word('popup_no_more_checks')}</p> : null;
}

/** Nothing may be waited for before the browser is asked: the click must still be fresh. */
const allow = () => browser.permissions.request(NOTIFICATIONS).catch(() => false);

/** It is over, or its site answers: for a while, whether a notification said so or not. */
function Over({ trouble: { record, host, page }, now }: { trouble: Trouble; now: number }) {
  if (record === null) return null;
  const { overAt, beganAt } = record;
  const at = overAt ?? (page === 0 ? host : 0);
  if (at === 0 || Math.abs(now - at) > SHOWN_MS) return null;
  return (
    <section class="card" data-back={overAt === null ? 'answers' : 'back'}>
      <p>
        <b>{word(overAt === null ? 'back_answers' : 'back_back')}</b>{' '}
        {overAt === null
          ? word('back_open', clock(beganAt))
          : word('back_lasted', lasting(overAt - beganAt), clock(beganAt))}
      </p>
    </section>
  );
}
