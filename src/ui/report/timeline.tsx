/** What happened, in the order of time. */
import type { EpochMs } from '../../core/evidence';
import type { Situation } from '../../core/situation';
import { saysOf } from '../../core/testimony';
import { SIDE_OF } from '../../core/verdict';
import { clock } from '../../i18n/numbers';
import { headlineKey } from '../../i18n/phrases';
import { direction, word } from '../../i18n/words';
import { Mark, saysInWords } from '../components/evidence-list';
import { Glyph } from '../components/glyph';
import { sourceName } from '../components/source-name';
import { told } from '../components/told';
import { eventsOf, type Happening } from './events';

export function Timeline({ situation, now }: { situation: Situation; now: EpochMs }) {
  const events = eventsOf(situation);
  if (events.length === 0) return <p>{word('report_nothing')}</p>;
  return (
    <ol class="timeline">
      {events.map((event) => (
        <Entry
          key={`${event.kind} ${'source' in event ? event.source : ''}`}
          {...{ event, situation, now }}
        />
      ))}
    </ol>
  );
}

function Entry({ event, situation, now }: { event: Happening; situation: Situation; now: EpochMs }) {
  const { evidence, verdict } = situation;
  const time = <time dateTime={new Date(event.at).toISOString()}>{clock(event.at)}</time>;
  switch (event.kind) {
    case 'began':
      return (
        <li>
          {time}
          <span class="mark" aria-hidden="true">
            ●
          </span>
          <p>
            <b>{word('report_began')}</b> {told(evidence, 'page', now)}
          </p>
        </li>
      );
    case 'noticed':
      return (
        <li>
          {time}
          <span class="mark" aria-hidden="true">
            ○
          </span>
          <p>{word('report_noticed')}</p>
        </li>
      );
    case 'judged': {
      const side = SIDE_OF[verdict.verdict];
      return (
        <li data-side={side}>
          {time}
          <span class="mark" aria-hidden="true">
            <Glyph side={side} marked />
          </span>
          <p>
            <b>{word('report_judged')}</b> {word(headlineKey(verdict))}
          </p>
        </li>
      );
    }
    case 'said': {
      const says = saysOf(evidence, event.source, now);
      return (
        <li data-says={says} data-event={event.source}>
          {time}
          <Mark says={says} />
          <p>
            <b>{sourceName(event.source)}:</b>{' '}
            <bdi dir={direction()}>{told(evidence, event.source, now)}</bdi>{' '}
            <span class="says">{saysInWords(says)}</span>
          </p>
        </li>
      );
    }
  }
}
