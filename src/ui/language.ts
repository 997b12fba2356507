/** The language of a page of ours: the browser's, or the one the person chose. */
import type { Settings } from '../core/settings';
import { direction, loadLanguage, localeTag } from '../i18n/words';
import { browser } from '../platform/browser';
import { KEYS } from '../platform/store-keys';

/**
 * Resolves when the page can be painted in its language; from then on `repaint` is called after each change of it. The
 * choice is read while the page reads what it shows, and only a language that was chosen is waited for.
 */
export async function speakChosen(repaint: () => void): Promise<void> {
  let heard = false;
  let painted = false;
  browser.storage.onChanged.addListener((changes, area) => {
    const settings = area === 'local' ? changes[KEYS.settings] : undefined;
    if (settings === undefined) return;
    heard = true;
    void speak(languageOf(settings.newValue)).then(() => painted && repaint());
  });
  const stored = await browser.storage.local.get(KEYS.settings).catch(() => ({}));
  // What is heard meanwhile is newer than what was read.
  if (!heard) await speak(languageOf((stored as Record<string, unknown>)[KEYS.settings]));
  painted = true;
}

async function speak(folder: string | null): Promise<void> {
  await loadLanguage(folder);
  document.documentElement.lang = localeTag();
  document.documentElement.dir = direction();
}

/** The background validates what is stored; a page only makes sure that it can paint. */
function languageOf(settings: unknown): string | null {
  return (settings as Partial<Settings> | undefined)?.language ?? null;
}
