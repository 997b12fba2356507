/** The report: the whole story, for whoever wants to know how we know. */
import { OUTAGES } from '../../catalogue/outages';
import { known } from '../../core/evidence';
import type { IncidentRecord } from '../../core/record';
import { SIDE_OF } from '../../core/verdict';
import { stepKeys } from '../../i18n/steps';
import { type MessageKey, word } from '../../i18n/words';
import { toBackground } from '../../messaging/send';
import { browser } from '../../platform/browser';
import { Answer } from '../components/answer';
import { AskCountry, AskCrowd } from '../components/ask-more';
import { CopyReport } from '../components/copy-report';
import { Steps } from '../components/steps';
import { told } from '../components/told';
import { outlookOf } from '../outlook';
import { stateOf } from '../state';
import type { StoredView } from '../stored-view';
import type { TroubleView } from '../tell/follow-trouble';
import { KeepingNote } from '../tell/keeping-note';
import { AskedTable } from './asked-table';
import { Elsewhere } from './elsewhere';
import { HistoryActions } from './history-actions';
import { KnownList } from './known-list';
import { pastsOf } from './past';
import { PastList } from './past-list';
import { Plot } from './plot';
import { Timeline } from './timeline';
import { WorldMap } from './world-map';

const DAY_MS = 24 * 60 * 60_000;

export interface ReportProps extends StoredView, TroubleView {
  /** What is kept of past troubles, and of the one that lasts. */
  records: readonly IncidentRecord[];
  now: number;
}

export function Report({ situation, asked, settings, records, keeping, now }: ReportProps) {
  const { verdict, incident, evidence, round } = situation;
  const state = stateOf(situation, now);
  const trouble = incident !== null && verdict.verdict !== 'working';
  const undecided = state === 'checking' && verdict.verdict === 'unsure';
  const pasts = pastsOf(records, trouble ? { incident, verdict: verdict.verdict } : null, now);
  const outlook = outlookOf(situation, now);
  const places = [
    ...(known(evidence, 'world', now)?.places ?? []),
    ...(known(evidence, 'country', now)?.places ?? []),
  ];
  const asking = state === 'checking' && (round?.outstanding.includes('world') ?? false);
  return (
    <>
      <header>
        <b>{word('name')}</b>
        <nav class="row" aria-label={word('report_actions')}>
          <button
            type="button"
            data-action="check-again"
            onClick={() => toBackground({ type: 'check.again' })}
          >
            {word('popup_check_again')}
          </button>
          <CopyReport situation={situation} />
          <button type="button" data-action="open-options" onClick={() => browser.runtime.openOptionsPage()}>
            {word('popup_options')}
          </button>
        </nav>
      </header>
      <div class="hero" data-side={undecided ? 'unsure' : SIDE_OF[verdict.verdict]}>
        <Answer situation={situation} checking={undecided} progress="" now={now} />
        <Steps steps={undecided ? [] : stepKeys(verdict)} />
      </div>
      <Part id="story" title="report_story">
        <Timeline situation={situation} now={now} />
      </Part>
      <Part id="world" title="report_world">
        {places.length > 0 ? (
          <WorldMap places={places} summary={told(evidence, 'world', now)} />
        ) : (
          <p>{word(asking ? 'popup_asking_world' : 'report_world_none')}</p>
        )}
        {trouble && (
          <div class="row">
            <button
              type="button"
              data-action="ask-the-world"
              aria-disabled={asking}
              onClick={() => (asking ? undefined : toBackground({ type: 'world.ask', byLot: false }))}
            >
              {word(asking ? 'popup_asking_world' : 'popup_ask_world')}
            </button>
            <AskCountry settings={settings} />
          </div>
        )}
      </Part>
      <Part id="past" title="report_past">
        {[
          { spanMs: DAY_MS, label: word('report_last_day') },
          { spanMs: 30 * DAY_MS, label: word('report_last_month') },
        ].map((span) => (
          <Plot key={span.spanMs} pasts={pasts} outages={OUTAGES} now={now} {...span} />
        ))}
        <PastList pasts={pasts} />
        <KeepingNote keeping={keeping} />
        <p class="told">{word('report_past_note')}</p>
        <HistoryActions records={records} incident={incident} />
      </Part>
      <Part id="known" title="report_known">
        {outlook !== null && (
          <div class="outlook" data-outlook>
            <h3>{word('outlook_title')}</h3>
            <p>{outlook}</p>
          </div>
        )}
        <p class="told">{word('outlook_note')}</p>
        {/* Opened by whoever comes for it. */}
        <details open={location.hash === '#known'}>
          <summary>{word('outlook_list')}</summary>
          <KnownList pasts={pasts} />
        </details>
      </Part>
      <Part id="elsewhere" title="report_elsewhere">
        <Elsewhere country={settings.country} meta={known(evidence, 'meta-status', now)?.link} />
        {trouble && <AskCrowd settings={settings} />}
      </Part>
      <Part id="asked" title="popup_asked">
        <AskedTable asked={asked} />
      </Part>
    </>
  );
}

function Part({
  id,
  title,
  children,
}: {
  id: string;
  title: MessageKey;
  children: preact.ComponentChildren;
}) {
  return (
    <section class="card" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{word(title)}</h2>
      {children}
    </section>
  );
}
