/** Verdict → which phrase says it. The phrase names are parts of message keys: `headline_…`, `explain_…`. */
import type { Verdict } from '../core/verdict';
import type { MessageKey } from './words';

export type Said = Pick<Verdict, 'verdict' | 'cause' | 'confidence' | 'rule'>;

/** The phrase for the cause, without how sure it is. */
export function phraseOf({ verdict, cause, rule }: Said): string {
  switch (verdict) {
    case 'working':
      return rule === 'answers-again' ? 'answers_again' : 'working';
    case 'local':
      return `local_${cause || 'unknown'}`;
    case 'global':
      return (cause || 'whatsapp-only').replace('-', '_');
    case 'captive-portal':
      return 'portal';
    case 'unsure':
      return rule === 'here-or-web' ? 'here_or_web' : 'unsure';
    default:
      return verdict;
  }
}

/** The headline: never more certain than the evidence. */
export function headlineKey(said: Said): MessageKey {
  const sure = said.verdict === 'global' ? `_${said.confidence || 'possible'}` : '';
  return `headline_${phraseOf(said)}${sure}` as MessageKey;
}

/** One sentence that explains it. */
export function explainKey(said: Said): MessageKey {
  return `explain_${phraseOf(said)}` as MessageKey;
}
