/** Pictures of the popup: the stored situation is written, the popup follows it by itself. */
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { quiet } from '../../src/core/situation.ts';
import { NO_TROUBLE } from '../../src/core/trouble.ts';
import { CONTACTS, waitedForAt } from './records.ts';
import type { Picture } from './sheet.ts';
import { choose, openAll, openPopup, reload, show, store, unchoose } from './stage.ts';
import { type GalleryState, stateNamed } from './states.ts';
import { FORCED, type Studio, speak, take, withMedia, wordsOf } from './studio.ts';

/** The popup as it opens from the toolbar, for each state. */
export async function picturePopups(studio: Studio, states: readonly GalleryState[]): Promise<Picture[]> {
  const popup = await openPopup(studio.session, studio.scheme);
  await speak(studio, popup);
  const pictures: Picture[] = [];
  // The popup was opened in trouble: while that lasts it asks for nothing more, so the unfinished states stay so.
  for (const state of states.toSorted(
    (one, other) => Number(!one.outstanding) - Number(!other.outstanding),
  )) {
    await show(popup, state);
    pictures.push(await take(studio, popup, { surface: 'popup', name: state.name, width: 380 }));
  }
  await popup.close();
  return pictures;
}

/** Other widths and circumstances, for the states with the most to show. */
export async function pictureModes(studio: Studio): Promise<Picture[]> {
  const popup = await openPopup(studio.session, studio.scheme);
  await speak(studio, popup);
  const pictures: Picture[] = [];
  const shoot = async (name: string, mode: string, width: number) => {
    pictures.push(await take(studio, popup, { surface: 'popup', name, width, mode }));
  };
  for (const name of ['working', 'local-dns', 'global-whatsapp-only-likely', 'unsure', 'hostile-words']) {
    await popup.setViewport({ width: 380, height: 600 });
    await reload(popup);
    await show(popup, stateNamed(name));
    await shoot(name, '320 px', 320);
    await openAll(popup, true);
    await shoot(name, 'all open, 320 px', 320);
    await shoot(name, 'all open', 380);
    if (studio.kind === 'chrome') {
      await withMedia(studio, popup, ['forced-colors', 'active'], () => shoot(name, FORCED, 380));
      await withMedia(studio, popup, ['prefers-contrast', 'more'], () => shoot(name, 'more contrast', 380));
    }
    await popup.setViewport({ width: 800, height: 600 });
    await reload(popup);
    await shoot(name, '800 px', 800);
  }
  await popup.close();
  return pictures;
}

/** With own addresses on the other ways, and waiting to be told: the most there is to say and to press. */
export async function picturePrepared(studio: Studio): Promise<Picture[]> {
  const { session, lang } = studio;
  const popup = await openPopup(session, studio.scheme);
  const settings = { ...DEFAULT_SETTINGS, language: lang, contacts: CONTACTS };
  await session.inExtension(choose, { settings, trouble: waitedForAt(Date.now()) });
  await reload(popup);
  await popup.waitForSelector(`html[lang="${wordsOf(lang)('locale_tag')}"]`);
  const pictures: Picture[] = [];
  for (const state of ['local-dns', 'global-whatsapp-only-confirmed']) {
    await show(popup, stateNamed(state));
    // Loaded after the first paint.
    for (const part of ['tell-me-when-back', 'copy-plan'])
      await popup.waitForSelector(`[data-action="${part}"]`);
    for (const width of [380, 320])
      pictures.push(
        await take(studio, popup, {
          surface: 'popup',
          name: 'prepared',
          width,
          mode: `${state}, ${width} px`,
        }),
      );
  }
  await popup.close();
  await session.inExtension(choose, { trouble: NO_TROUBLE });
  return pictures;
}

/** The very first popup, in the browser's own language: nothing is chosen yet. */
export async function pictureWelcome(studio: Studio): Promise<Picture[]> {
  const { session } = studio;
  await session.inExtension(unchoose);
  await session.inExtension(store, { situation: quiet(Date.now()) });
  const popup = await session.openPopup();
  await session.setColorScheme(popup, studio.scheme);
  await popup.waitForSelector('[data-welcome]');
  const picture = await take(studio, popup, { surface: 'popup', name: 'first-run', width: 380 });
  await popup.close();
  return [picture];
}
