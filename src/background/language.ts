/** The words of badge and banner, in the language the person chose. */
import type { Settings } from '../core/settings';
import { loadLanguage } from '../i18n/words';
import { browser } from '../platform/browser';
import { KEYS, TROUBLE } from '../platform/store-keys';

let ready: Promise<void> | undefined;

/** Resolves when words are said in the chosen language. It is read once in a life of the background. */
export function chosenLanguage(): Promise<void> {
  ready ??= browser.storage.local
    .get(KEYS.settings)
    .then(({ settings }) => loadLanguage((settings as Settings | undefined)?.language ?? null))
    .catch(() => undefined);
  return ready;
}

/** Calls `changed` when something on disk changes how we say things: the trouble's end, or the language, once it is loaded. */
export function followDisk(changed: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (TROUBLE in changes) changed();
    if (KEYS.settings in changes) {
      ready = undefined;
      void chosenLanguage().then(changed);
    }
  });
}
