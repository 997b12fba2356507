import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VERDICTS } from '../../src/core/verdict.ts';
import { type BrowserKind, openBrowser } from '../../tests/lab/browsers/index.ts';
import { startLab } from '../../tests/lab/server.ts';
import { leaveNothingBehind } from '../start/tidy.ts';
import { pictureBanners } from './banners.ts';
import { pictureOptions, pictureReports } from './pages.ts';
import { pictureModes, picturePopups, picturePrepared, pictureWelcome } from './popups.ts';
import { type Picture, sheet } from './sheet.ts';
import { type GalleryState, STATES, situationOf } from './states.ts';
import { pictureStore } from './store.ts';
import type { Studio } from './studio.ts';

/** What `gallery.mjs` was asked to do. */
export interface GalleryOptions {
  root: string;
  kinds: readonly BrowserKind[];
  langs: readonly string[];
  /** Languages of which one popup will do: their letters. */
  samples: readonly string[];
  surfaces: readonly string[];
  only: string;
}

const SCHEMES = ['light', 'dark'] as const;

/** Takes all pictures and writes the page that shows them. Resolves with the exit code. */
export async function makeGallery(options: GalleryOptions): Promise<number> {
  const { root, kinds, only } = options;
  leaveNothingBehind();
  const states = STATES.filter(({ name }) => name.includes(only));
  if (states.length === 0) {
    console.error(
      `not-just-me: no answer has “${only}” in its name: ${STATES.map(({ name }) => name).join(', ')}`,
    );
    return 2;
  }
  const misnamed = states.filter((state) => !isNamedRightly(state));
  if (misnamed.length > 0) {
    const names = misnamed.map(({ name }) => name).join(', ');
    console.error(`not-just-me: the rules say something else now than these names in states.ts: ${names}`);
    return 2;
  }
  const folder = join(root, 'out', 'gallery');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pictures: Picture[] = [];
  for (const kind of kinds) pictures.push(...(await inBrowser(options, folder, kind, states)));
  const order = (one: Picture) => STATES.findIndex(({ name }) => name === one.name);
  await writeFile(join(folder, 'index.html'), sheet(pictures.toSorted((a, b) => order(a) - order(b))));
  const problems = pictures.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problem}`));
  for (const problem of problems) console.log(`  ${problem}`);
  console.log(`\n${pictures.length} pictures, ${problems.length} problems: out/gallery/index.html`);
  return problems.length > 0 ? 1 : 0;
}

/** A picture called after a verdict shows that verdict. */
function isNamedRightly(state: GalleryState): boolean {
  const { verdict, cause, confidence } = situationOf(state, Date.now()).verdict;
  if (!VERDICTS.some((one) => state.name.startsWith(one))) return true;
  return [verdict, `${verdict}-${cause}`, `${verdict}-${cause}-${confidence}`].includes(state.name);
}

/** Pictures from one browser. */
async function inBrowser(
  { root, langs, samples, surfaces, only }: GalleryOptions,
  folder: string,
  kind: BrowserKind,
  states: readonly GalleryState[],
): Promise<Picture[]> {
  const lab = await startLab({ world: { whatsapp: { page: 'main' } } });
  try {
    const session = await openBrowser({ kind, lab, extensionDir: join(root, 'dist', kind), lang: 'en' });
    try {
      const pictures: Picture[] = [];
      for (const lang of langs)
        for (const scheme of SCHEMES) {
          const startedAt = Date.now();
          const studio = { session, folder, kind, lang, scheme };
          const taken = await inStudio(studio, surfaces, states, only === '');
          pictures.push(...taken);
          const seconds = Math.round((Date.now() - startedAt) / 1000);
          console.log(`${kind} ${lang} ${scheme}: ${taken.length} pictures in ${seconds} s`);
        }
      if (surfaces.includes('popup') && only === '')
        for (const lang of samples)
          pictures.push(...(await picturePrepared({ session, folder, kind, lang, scheme: 'light' })));
      if (surfaces.includes('store'))
        await pictureStore({ session, folder, kind, lang: langs[0] ?? 'en', scheme: 'light' });
      return pictures;
    } finally {
      await session.close();
    }
  } finally {
    await lab.close();
  }
}

/** Every surface in one language and scheme. `extras`: other widths and circumstances too. */
async function inStudio(
  studio: Studio,
  surfaces: readonly string[],
  states: readonly GalleryState[],
  extras: boolean,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  if (surfaces.includes('popup')) {
    pictures.push(...(await picturePopups(studio, states)));
    if (extras) pictures.push(...(await pictureModes(studio)), ...(await picturePrepared(studio)));
    if (extras && studio.lang === 'en') pictures.push(...(await pictureWelcome(studio)));
  }
  if (surfaces.includes('report')) pictures.push(...(await pictureReports(studio, states)));
  if (surfaces.includes('options') && extras) pictures.push(...(await pictureOptions(studio)));
  if (surfaces.includes('banner')) pictures.push(...(await pictureBanners(studio, states)));
  return pictures;
}
