/** The popup: renders what is stored and decides nothing. */
import { known, LAYER_OF } from '../../core/evidence';
import { DEFAULT_SETTINGS } from '../../core/settings';
import type { Way } from '../../core/ways';
import { stepKeys } from '../../i18n/steps';
import { word } from '../../i18n/words';
import { Answer } from '../components/answer';
import { AskCountry, AskCrowd } from '../components/ask-more';
import { AskedList } from '../components/asked-list';
import { EvidenceList } from '../components/evidence-list';
import { Steps } from '../components/steps';
import { stateOf } from '../state';
import type { StoredView } from '../stored-view';
import type { TellPart } from '../tell';
import { Bar, inWords } from './bar';
import { Foot } from './foot';
import { PhoneQuestion } from './phone-question';
import { Ways } from './ways';
import { Welcome } from './welcome';

export interface PopupProps extends StoredView {
  /** What is known of the end; `null` until it is loaded. */
  tell: TellPart | null;
  /** The other ways the person chose; `null` until they are looked up. */
  ways: readonly Way[] | null;
  /** What is loaded after the first paint. */
  later: typeof import('./later') | null;
  /** The host permission for WhatsApp is there. */
  allowed: boolean;
  now: number;
}

export function Popup(props: PopupProps) {
  const { situation, asked, fallbacks, settings, ways, later, allowed, tell, now } = props;
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
      {tell?.(situation, now)}
      {trouble && <PhoneQuestion works={known(evidence, 'phone', now)?.works ?? null} />}
      <Steps steps={stepKeys(verdict, opened)} coming={undecided} />
      {trouble && (
        <Ways
          situation={situation}
          ways={ways}
          settings={settings}
          states={fallbacks}
          beside={later?.Beside}
          now={now}
        />
      )}
      {later && <later.Below situation={situation} settings={settings} idle={state === 'idle'} now={now} />}
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
