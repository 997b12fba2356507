/** What can always be pressed, above all that grows while the witnesses answer: it never moves under the finger. */
import { numeral } from '../../i18n/numbers';
import { word } from '../../i18n/words';
import { toBackground } from '../../messaging/send';
import { browser } from '../../platform/browser';

/** How many of those asked have answered; `null` while nobody is being asked. */
export interface Progress {
  done: number;
  all: number;
}

export const inWords = ({ done, all }: Progress) =>
  word('popup_checking_progress', numeral(done), numeral(all));

/** What is asked in a private window leaves nothing. */
async function checkAgain(): Promise<void> {
  const here = await browser.windows.getCurrent().catch(() => null);
  await toBackground({ type: 'check.again', hidden: here?.incognito ?? false });
}

interface BarProps {
  progress: Progress | null;
  /** There is trouble to ask the world about. */
  trouble: boolean;
  askingWorld: boolean;
}

export function Bar({ progress, trouble, askingWorld }: BarProps) {
  return (
    <div class="bar">
      <button type="button" data-action="check-again" onClick={checkAgain}>
        {word('popup_check_again')}
      </button>
      {trouble && (
        <button
          type="button"
          data-action="ask-the-world"
          aria-disabled={askingWorld}
          onClick={() => (askingWorld ? undefined : toBackground({ type: 'world.ask', byLot: false }))}
        >
          {word(askingWorld ? 'popup_asking_world' : 'popup_ask_world')}
        </button>
      )}
      <span class="brand">
        <span>{word('name')}</span>
      </span>
      {progress && (
        <div
          class="done"
          role="progressbar"
          aria-label={inWords(progress)}
          aria-valuemax={progress.all}
          aria-valuenow={progress.done}
          // From the first moment there is something to see.
          style={{ inlineSize: `${(100 * (progress.done + 1)) / (progress.all + 1)}%` }}
        />
      )}
    </div>
  );
}
