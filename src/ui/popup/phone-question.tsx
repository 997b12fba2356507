/** The one witness nobody else can ask: another network, in the person's hand. */
import { word } from '../../i18n/words';
import { toBackground } from '../../messaging/send';

export function PhoneQuestion({ works }: { works: boolean | null }) {
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
