/** Pictures of the popup: the stored situation is written, the popup follows it by itself. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind, Session } from '../../tests/lab/browsers/index.ts';
import { screenshot } from '../../tests/lab/screenshot.ts';
import { axeProblems } from './axe.ts';
import type { Picture } from './sheet.ts';
import { openAll, openPopup, reload, show } from './stage.ts';
import { type GalleryState, stateNamed } from './states.ts';

/** Where and how pictures are taken. */
export interface Studio {
  session: Session;
  folder: string;
  kind: BrowserKind;
  lang: string;
  scheme: 'light' | 'dark';
}

const FORCED = 'forced colours';

/** The popup as it opens from the toolbar, for each state. */
export async function picturePopups(studio: Studio, states: readonly GalleryState[]): Promise<Picture[]> {
  const popup = await openPopup(studio.session, studio.scheme);
  const pictures: Picture[] = [];
  // The popup was opened in trouble: while that lasts it asks for nothing more, so the unfinished states stay so.
  for (const state of states.toSorted(
    (one, other) => Number(!one.outstanding) - Number(!other.outstanding),
  )) {
    await show(popup, state);
    pictures.push(await take(studio, popup, state.name, { width: 380 }));
  }
  await popup.close();
  return pictures;
}

/** Other widths and circumstances, for the states with the most to show. */
export async function pictureModes(studio: Studio): Promise<Picture[]> {
  const popup = await openPopup(studio.session, studio.scheme);
  const pictures: Picture[] = [];
  const shoot = async (name: string, mode: string, width: number) => {
    pictures.push(await take(studio, popup, name, { width, mode }));
  };
  for (const name of ['working', 'local-dns', 'global-whatsapp-only-likely', 'unsure', 'hostile-words']) {
    await popup.setViewport({ width: 380, height: 600 });
    await reload(popup);
    await show(popup, stateNamed(name));
    await shoot(name, '320 px', 320);
    await openAll(popup, true);
    await shoot(name, 'all open, 320 px', 320);
    await shoot(name, 'all open', 380);
    await popup.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await shoot(name, 'all open, right to left', 380);
    await popup.evaluate(() => {
      document.documentElement.dir = 'ltr';
    });
    if (studio.kind === 'chrome') await inForcedColours(popup, studio.scheme, () => shoot(name, FORCED, 380));
    await popup.setViewport({ width: 800, height: 600 });
    await reload(popup);
    await shoot(name, '800 px', 800);
  }
  await popup.close();
  return pictures;
}

/** As Windows' contrast themes show it. Only Chromium can be told to. */
async function inForcedColours(popup: Page, scheme: string, act: () => Promise<void>): Promise<void> {
  const devtools = await popup.createCDPSession();
  const emulate = (forced: string) =>
    devtools.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: forced },
        { name: 'prefers-color-scheme', value: scheme },
      ],
    });
  await emulate('active');
  await act();
  await emulate('none');
  await devtools.detach();
}

async function take(
  { session, folder, kind, lang, scheme }: Studio,
  popup: Page,
  name: string,
  { width, mode = '' }: { width: number; mode?: string },
): Promise<Picture> {
  const file = `popup-${name}-${kind}-${lang}-${scheme}${mode && `-${mode.replaceAll(/\W+/g, '-')}`}.png`;
  await screenshot(session, popup, { width, path: join(folder, file) });
  const { height, overflow } = await popup.evaluate(() => {
    const root = document.documentElement;
    return { height: root.scrollHeight, overflow: root.scrollWidth - root.clientWidth };
  });
  // There axe would judge the colours we ask for, not those the system puts in their place.
  const problems = mode === FORCED ? [] : await axeProblems(popup);
  if (overflow > 0) problems.push(`${overflow} px too wide`);
  return { surface: 'popup', name, file, kind, lang, scheme, mode, width, height, problems };
}
