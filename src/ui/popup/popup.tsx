/** The popup: renders what is stored and decides nothing. */
import type { Asked } from '../../core/asking/ledger';
import { known, LAYER_OF } from '../../core/evidence';
import { GIVE_UP_MS } from '../../core/schedule';
import type { Situation } from '../../core/situation';
import { clock, numeral, size } from '../../i18n/numbers';
import { stepKeys } from '../../i18n/steps';
import { word } from '../../i18n/words';
import { toBackground } from '../../messaging/send';
import type { FallbackStates } from '../../platform/store-keys';
import { Answer } from './answer';
import { EvidenceList } from './evidence-list';
import { stateOf } from './state';
import { Ways } from './ways';

export interface PopupProps {
  situation: Situation;
  asked: Asked[];
  fallbacks: FallbackStates;
  /** The host permission for WhatsApp is there. */
  allowed: boolean;
  now: number;
}

export function Popup({ situation, asked, fallbacks, allowed, now }: PopupProps) {
  const { verdict, incident, evidence, round } = situation;
  const state = stateOf(situation, now);
  const trouble = incident !== null && verdict.verdict !== 'working';
  const undecided = state === 'checking' && verdict.verdict === 'unsure';
  const symptom = known(evidence, 'page', now)?.symptom;
  const opened = !symptom || (LAYER_OF[symptom] !== 'reach' && symptom !== 'server-error');
  const steps = stepKeys(verdict, opened);
  const waiting = state === 'checking' ? (round?.outstanding.length ?? 0) : 0;
  const all = Math.max(5, waiting);
  const progress = word('popup_checking_progress', numeral(all - waiting), numeral(all));
  // What is pressed stands above all that grows while the witnesses answer: it never moves under the finger.
  return (
    <>
      <div class="bar">
        <button type="button" data-action="check-again" onClick={() => toBackground({ type: 'check.again' })}>
          {word('popup_check_again')}
        </button>
        {trouble && <AskTheWorld asking={round?.outstanding.includes('world') ?? false} />}
        <span class="brand">
          <span>{word('name')}</span>
        </span>
        {state === 'checking' && (
          <div
            class="done"
            role="progressbar"
            aria-label={progress}
            aria-valuemax={all}
            aria-valuenow={all - waiting}
            // From the first moment there is something to see.
            style={{ inlineSize: `${(100 * (all - waiting + 1)) / (all + 1)}%` }}
          />
        )}
      </div>
      <Answer situation={situation} checking={undecided} progress={progress} now={now} />
      {!allowed && <p class="card">{word('popup_no_permission')}</p>}
      {trouble && <PhoneQuestion works={known(evidence, 'phone', now)?.works ?? null} />}
      {trouble && state === 'settled' && now - incident.beganAt > GIVE_UP_MS && (
        <p class="card">{word('popup_no_more_checks')}</p>
      )}
      {steps.length > 0 && (
        <section aria-labelledby="steps">
          <h2 id="steps">{word('popup_steps')}</h2>
          {/* Before there is an answer, room for what will be said: links below it stay nearly where they are. */}
          <ul class={undecided ? 'steps coming' : 'steps'} aria-hidden={undecided}>
            {steps.map((step) => (
              <li key={step}>{!undecided && word(step)}</li>
            ))}
          </ul>
        </section>
      )}
      {trouble && <Ways verdict={verdict} states={fallbacks} />}
      {state !== 'idle' && <EvidenceList evidence={evidence} now={now} open={trouble && innerWidth > 480} />}
      <details>
        <summary>{word('popup_asked')}</summary>
        <ul class="asked">
          {asked.toReversed().map((one, index) => (
            <li key={asked.length - index} title={one.ended}>
              {word('asked_entry', one.host, clock(one.at), howEnded(one))}
            </li>
          ))}
        </ul>
        <p class="asked">{word(asked.length === 0 ? 'popup_asked_none' : 'popup_asked_note')}</p>
        {asked.length > 0 && (
          <button
            type="button"
            data-action="erase-list"
            onClick={() => toBackground({ type: 'ledger.erase' })}
          >
            {word('asked_erase')}
          </button>
        )}
      </details>
    </>
  );
}

/** An HTTP status as it is; the rest in words (the browser's own name for it is the row's title). */
function howEnded({ ended, bytes }: Asked): string {
  if (/^\d+$/.test(ended)) return bytes ? `${ended} · ${size(bytes)}` : ended;
  if (ended === 'opaque') return word('asked_answered');
  if (ended === 'redirect') return word('asked_elsewhere');
  return word(ended === 'asked' ? 'asked_waiting' : 'asked_no_answer');
}

function AskTheWorld({ asking }: { asking: boolean }) {
  return (
    <button
      type="button"
      data-action="ask-the-world"
      aria-disabled={asking}
      onClick={() => (asking ? undefined : toBackground({ type: 'world.ask' }))}
    >
      {word(asking ? 'popup_asking_world' : 'popup_ask_world')}
    </button>
  );
}

function PhoneQuestion({ works }: { works: boolean | null }) {
  const answer = (answer: boolean) => () => toBackground({ type: 'phone.answer', works: answer });
  return (
    <fieldset class="card">
      <legend>{word('popup_phone_question')}</legend>
      <div class="row">
        <button type="button" data-action="phone-works" aria-pressed={works === true} onClick={answer(true)}>
          {word('popup_phone_works')}
        </button>
        <button
          type="button"
          data-action="phone-fails"
          aria-pressed={works === false}
          onClick={answer(false)}
        >
          {word('popup_phone_fails')}
        </button>
      </div>
    </fieldset>
  );
}
