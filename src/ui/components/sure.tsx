/** The second step before something is erased for good. */
import { type MessageKey, word } from '../../i18n/words';

interface SureProps {
  question: MessageKey;
  yes: MessageKey;
  /** `data-action` of what erases; `…-sure` does, `…-not` does not. */
  action: string;
  onYes: () => void;
  onNo: () => void;
}

export function Sure({ question, yes, action, onYes, onNo }: SureProps) {
  return (
    <div class="sure" data-side="theirs">
      <p>{word(question)}</p>
      <div class="row">
        <button type="button" data-action={`${action}-sure`} onClick={onYes}>
          {word(yes)}
        </button>
        <button type="button" data-action={`${action}-not`} onClick={onNo}>
          {word('options_erase_no')}
        </button>
      </div>
    </div>
  );
}
