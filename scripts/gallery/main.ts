import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VERDICTS } from '../../src/core/verdict.ts';
import { type BrowserKind, openBrowser } from '../../tests/lab/browsers/index.ts';
import { startLab } from '../../tests/lab/server.ts';
import { leaveNothingBehind } from '../start/tidy.ts';
import { pictureBanners } from './banners.ts';
import { pictureModes, picturePopups } from './popups.ts';
import { type Picture, sheet } from './sheet.ts';
import { type GalleryState, STATES, situationOf } from './states.ts';

/** What `gallery.mjs` was asked to do. */
export interface GalleryOptions {
  root: string;
  kinds: readonly BrowserKind[];
  langs: readonly string[];
  only: string;
}

const SCHEMES = ['light', 'dark'] as const;

/** Takes all pictures and writes the page that shows them. Resolves with the exit code. */
export async function makeGallery({ root, kinds, langs, only }: GalleryOptions): Promise<number> {
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
  for (const kind of kinds)
    for (const lang of langs)
      pictures.push(...(await inBrowser(root, folder, kind, lang, states, only === '')));
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

/** Pictures from one browser in one language. */
async function inBrowser(
  root: string,
  folder: string,
  kind: BrowserKind,
  lang: string,
  states: readonly GalleryState[],
  modesToo: boolean,
): Promise<Picture[]> {
  const lab = await startLab({ world: { whatsapp: { page: 'main' } } });
  try {
    const session = await openBrowser({ kind, lab, extensionDir: join(root, 'dist', kind), lang });
    try {
      const pictures: Picture[] = [];
      for (const scheme of SCHEMES) {
        const studio = { session, folder, kind, lang, scheme };
        const startedAt = Date.now();
        const popups = await picturePopups(studio, states);
        const modes = modesToo ? await pictureModes(studio) : [];
        const banners = await pictureBanners(studio, states);
        pictures.push(...popups, ...modes, ...banners);
        const count = `${popups.length + modes.length} popups, ${banners.length} banners`;
        console.log(
          `${kind} ${lang} ${scheme}: ${count} in ${Math.round((Date.now() - startedAt) / 1000)} s`,
        );
      }
      return pictures;
    } finally {
      await session.close();
    }
  } finally {
    await lab.close();
  }
}
