/** Pictures of the report and of the settings. */

import { recordsAt } from './records.ts';
import type { Picture } from './sheet.ts';
import { choose, openAll, openOwnPage, show } from './stage.ts';
import type { GalleryState } from './states.ts';
import { FORCED, type Studio, speak, take, withMedia } from './studio.ts';

const DESKTOP = 1100;
const NARROW = 320;

/** The report for each state; for those with the most to show on a narrow screen, too. */
export async function pictureReports(studio: Studio, states: readonly GalleryState[]): Promise<Picture[]> {
  const page = await openOwnPage(studio.session, 'report', studio.scheme);
  await speak(studio, page);
  await studio.session.inExtension(choose, { records: recordsAt(Date.now()) });
  await page.waitForSelector('#past tbody tr');
  const pictures: Picture[] = [];
  const shoot = async (name: string, width: number, mode = '') => {
    pictures.push(await take(studio, page, { surface: 'report', name, width, mode, scale: 1 }));
  };
  for (const state of states) {
    await show(page, state);
    await shoot(state.name, DESKTOP);
    if (!state.name.endsWith('-confirmed') && state.name !== 'hostile-words') continue;
    await openAll(page, true);
    await shoot(state.name, NARROW, 'all open, 320 px');
    await shoot(state.name, DESKTOP, 'all open');
    await openAll(page, false);
    if (studio.kind === 'chrome')
      await withMedia(studio, page, ['forced-colors', 'active'], () => shoot(state.name, DESKTOP, FORCED));
  }
  await page.close();
  return pictures;
}

/** The settings: as they are, asking whether to erase everything, and on a narrow screen. */
export async function pictureOptions(studio: Studio): Promise<Picture[]> {
  const page = await openOwnPage(studio.session, 'options', studio.scheme);
  await speak(studio, page);
  const pictures: Picture[] = [];
  const shoot = async (name: string, width: number, mode = '') => {
    pictures.push(await take(studio, page, { surface: 'options', name, width, mode, scale: 1 }));
  };
  await shoot('settings', 900);
  await shoot('settings', NARROW, '320 px');
  if (studio.kind === 'chrome') {
    await withMedia(studio, page, ['forced-colors', 'active'], () => shoot('settings', 900, FORCED));
    await withMedia(studio, page, ['prefers-contrast', 'more'], () =>
      shoot('settings', 900, 'more contrast'),
    );
  }
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-action="erase"]')?.click());
  await page.waitForSelector('[data-action="erase-sure"]');
  await shoot('settings', 900, 'erase everything');
  await page.close();
  return pictures;
}
