/** The headline: whose problem it is, since when, how sure. */
import type { Situation } from '../../core/situation';
import { SIDE_OF, type Side } from '../../core/verdict';
import { clock, lasting } from '../../i18n/numbers';
import { explainKey, headlineKey } from '../../i18n/phrases';
import { type MessageKey, word } from '../../i18n/words';
import { Glyph } from '../components/glyph';

interface AnswerProps {
  situation: Situation;
  /** Nobody has decided anything yet: an honest "checking" beats a flicker of "unsure". */
  checking: boolean;
  /** How far the round is, in words; empty when there is none. */
  progress: string;
  now: number;
}

export function Answer({ situation: { verdict, incident }, checking, progress, now }: AnswerProps) {
  const side: Side = SIDE_OF[verdict.verdict];
  const certainty = verdict.confidence && word(`popup_confidence_${verdict.confidence}` as MessageKey);
  return (
    <div class="answer" data-side={side}>
      <span class="badge">
        <Glyph side={side} turning={checking} />
      </span>
      <div role="status">
        <h1>{word(checking ? 'headline_checking' : headlineKey(verdict))}</h1>
      </div>
      <p>{word(checking ? 'explain_checking' : explainKey(verdict))}</p>
      {incident && verdict.verdict !== 'working' && (
        <p class="facts">
          <span>{word('popup_since', clock(incident.beganAt), lasting(now - incident.beganAt))}</span>
          {(checking || certainty) && <span class="tag">{checking ? progress : certainty}</span>}
        </p>
      )}
    </div>
  );
}
