/** The answer: whose problem it is, where the line breaks, since when, how sure. */
import type { Situation } from '../../core/situation';
import { SIDE_OF, type Side } from '../../core/verdict';
import { clock, lasting } from '../../i18n/numbers';
import { explainKey, headlineKey } from '../../i18n/phrases';
import { type MessageKey, word } from '../../i18n/words';
import { Witnesses } from './evidence-list';
import { Line } from './line';

interface AnswerProps {
  situation: Situation;
  /** Nobody has decided anything yet: an honest "checking" beats a flicker of "unsure". */
  checking: boolean;
  /** How far the round is, in words; empty when there is none. */
  progress: string;
  now: number;
}

export function Answer({ situation, checking, progress, now }: AnswerProps) {
  const { verdict, incident } = situation;
  const side: Side = checking ? 'unsure' : SIDE_OF[verdict.verdict];
  const tag =
    progress || (verdict.confidence && word(`popup_confidence_${verdict.confidence}` as MessageKey));
  return (
    <div class="answer" data-side={side} data-sure={verdict.confidence}>
      <div role="status">
        <h1>{word(checking ? 'headline_checking' : headlineKey(verdict))}</h1>
      </div>
      <Line side={side} checking={checking} />
      {checking ? <Witnesses situation={situation} now={now} /> : <p>{word(explainKey(verdict))}</p>}
      {incident && verdict.verdict !== 'working' && (
        <p class="facts">
          <span>{word('popup_since', clock(incident.beganAt), lasting(now - incident.beganAt))}</span>
          {tag && <span class="tag">{tag}</span>}
        </p>
      )}
    </div>
  );
}
