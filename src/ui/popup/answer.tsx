/** The headline: whose problem it is, since when, how sure. */
import type { Situation } from '../../core/situation';
import { SIDE_OF, type Side } from '../../core/verdict';
import { clock, lasting, numeral } from '../../i18n/numbers';
import { explainKey, headlineKey } from '../../i18n/phrases';
import { type MessageKey, word } from '../../i18n/words';
import { Glyph } from '../components/glyph';
import type { PopupState } from './state';

export function Answer({ situation, state, now }: { situation: Situation; state: PopupState; now: number }) {
  const { verdict, incident, round } = situation;
  // Until the first witness has decided something, an honest "checking" beats a flicker of "unsure".
  const checking = state === 'checking' && verdict.verdict === 'unsure';
  const side: Side = SIDE_OF[verdict.verdict];
  const all = Math.max(5, round?.outstanding.length ?? 0);
  const done = all - (round?.outstanding.length ?? 0);
  return (
    <div class="answer" data-side={side}>
      <Glyph side={side} turning={checking} />
      <div role="status">
        <h1>{word(checking ? 'headline_checking' : headlineKey(verdict))}</h1>
      </div>
      <p>{word(checking ? 'explain_checking' : explainKey(verdict))}</p>
      {incident && verdict.verdict !== 'working' && (
        <p>
          <span>{word('popup_since', clock(incident.beganAt), lasting(now - incident.beganAt))}</span>
          {verdict.confidence && (
            <>
              {' · '}
              <span>{word(`popup_confidence_${verdict.confidence}` as MessageKey)}</span>
            </>
          )}
        </p>
      )}
      {state === 'checking' && <p>{word('popup_checking_progress', numeral(done), numeral(all))}</p>}
    </div>
  );
}
