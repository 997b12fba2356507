/** The popup: renders what is stored and decides nothing. */
import { known, LAYER_OF } from '../../core/evidence';
import { GIVE_UP_MS } from '../../core/schedule';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { isAwaited } from '../../core/trouble';
import type { Way } from '../../core/ways';
import { stepKeys } from '../../i18n/steps';
import { word } from '../../i18n/words';
import { Answer } from '../components/answer';
import { AskCountry, AskCrowd } from '../components/ask-more';
import { AskedList } from '../components/asked-list';
import { EvidenceList } from '../components/evidence-list';
import { KeepingNote } from '../components/keeping-note';
import { Steps } from '../components/steps';
import type { TroubleView } from '../follow-trouble';
import { stateOf } from '../state';
import type { StoredView } from '../stored-view';
import { Bar, inWords } from './bar';
import { Foot } from './foot';
import { PhoneQuestion } from './phone-question';
import { Tell } from './tell';
import { Ways } from './ways';
import { Welcome } from './welcome';

export interface PopupProps extends StoredView, TroubleView {
  /** The other ways the person chose; `null` until they are looked up. */
  ways: readonly Way[] | null;
  /** The host permission for WhatsApp is there. */
  allowed: boolean;
  now: number;
}

export function Popup(props: PopupProps) {
  const { situation, asked, fallbacks, settings, ways, allowed, trouble: kept, keeping, now } = props;
  const { verdict, incident, evidence, round } = situation;
  const state = stateOf(situation, now);
  const trouble = incident !== null && verdict.verdict !== 'working';
  const undecided = state === 'checking' && verdict.verdict === 'unsure';
  const symptom = known(evidence, 'page', now)?.symptom;
  const opened = !symptom || (LAYER_OF[symptom] !== 'reach' && symptom !== 'server-error');
  const waiting = round?.outstanding.length ?? 0;
  const all = Math.max(5, waiting);
  const progress = state === 'checking' ? { done: all - waiting, all } : null;
  return (
    <>
      <Bar
        progress={progress}
        trouble={trouble}
        askingWorld={(progress && round?.outstanding.includes('world')) ?? false}
      />
      <Answer
        situation={situation}
        checking={undecided}
        progress={progress ? inWords(progress) : ''}
        now={now}
      />
      {!allowed && <p class="card">{word('popup_no_permission')}</p>}
      {state === 'idle' && settings === DEFAULT_SETTINGS && <Welcome />}
      <Tell trouble={kept} situation={situation} now={now} />
      <KeepingNote keeping={keeping} />
      {trouble && <PhoneQuestion works={known(evidence, 'phone', now)?.works ?? null} />}
      {trouble && state === 'settled' && !isAwaited(kept, now) && now - incident.beganAt > GIVE_UP_MS && (
        <p class="card">{word('popup_no_more_checks')}</p>
      )}
      <Steps steps={stepKeys(verdict, opened)} coming={undecided} />
      {trouble && <Ways verdict={verdict} ways={ways} settings={settings} states={fallbacks} now={now} />}
      {state !== 'idle' && (
        <details open={trouble && innerWidth > 480}>
          <summary>{word('popup_evidence')}</summary>
          <EvidenceList evidence={evidence} now={now} />
          {trouble && (
            <div class="row">
              <AskCountry settings={settings} />
              <AskCrowd settings={settings} />
            </div>
          )}
        </details>
      )}
      <details>
        <summary>{word('popup_asked')}</summary>
        <AskedList asked={asked} />
      </details>
      <Foot situation={situation} trouble={trouble} />
    </>
  );
}
