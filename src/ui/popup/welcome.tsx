/** The first popup explains itself, and stays so until the person has answered it. Nothing opens by itself. */
import { DEFAULT_SETTINGS } from '../../core/settings';
import { word } from '../../i18n/words';
import { browser } from '../../platform/browser';
import { KEYS } from '../../platform/store-keys';

/** From now on there are settings, so this is no first run any more. */
const settle = () => browser.storage.local.set({ [KEYS.settings]: DEFAULT_SETTINGS }).catch(() => undefined);

export function Welcome() {
  const choose = () => void settle().then(() => browser.runtime.openOptionsPage());
  return (
    <section class="card" data-welcome>
      <p>{word('welcome_what')}</p>
      <p class="told">{word('welcome_choose')}</p>
      <div class="row">
        <button type="button" data-action="choose-ways" onClick={choose}>
          {word('welcome_choose_ways')}
        </button>
        <button type="button" data-action="welcome-done" onClick={() => void settle()}>
          {word('welcome_done')}
        </button>
      </div>
    </section>
  );
}
