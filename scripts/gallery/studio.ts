/** Where and how pictures are taken. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import type { BrowserKind, Session } from '../../tests/lab/browsers/index.ts';
import { screenshot } from '../../tests/lab/screenshot.ts';
import { axeProblems } from './axe.ts';
import type { Picture } from './sheet.ts';
import { choose } from './stage.ts';

export interface Studio {
  session: Session;
  folder: string;
  kind: BrowserKind;
  /** Folder of `_locales`: chosen as the person would, so that a browser without that language shows it too. */
  lang: string;
  scheme: 'light' | 'dark';
}

export const FORCED = 'forced colours';

type Messages = Readonly<Record<string, { message: string }>>;

/** The words of a language, and English where a message is not translated yet. */
export function wordsOf(lang: string): (key: string) => string {
  const read = (folder: string): Messages =>
    JSON.parse(
      readFileSync(join(import.meta.dirname, '../../public/_locales', folder, 'messages.json'), 'utf8'),
    );
  const own = read(lang);
  const english = read('en');
  return (key) => (own[key] ?? english[key])?.message ?? '';
}

/** From here on every page speaks the studio's language. */
export async function speak({ session, lang }: Studio, page: Page): Promise<void> {
  await session.inExtension(choose, { settings: { ...DEFAULT_SETTINGS, language: lang } });
  await page.waitForSelector(`html[lang="${wordsOf(lang)('locale_tag')}"]`);
}

interface Shot {
  surface: Picture['surface'];
  name: string;
  width: number;
  /** What else is different. */
  mode?: string;
  /** Pixels per CSS pixel. */
  scale?: number;
}

/** A picture of one of our pages, whole, and what is wrong with it. */
export async function take(
  studio: Studio,
  page: Page,
  { mode = '', scale = 2, ...shot }: Shot,
): Promise<Picture> {
  const { session, folder, kind, lang, scheme } = studio;
  const { surface, name, width } = shot;
  const file = `${surface}-${name}-${kind}-${lang}-${scheme}${mode && `-${mode.replaceAll(/\W+/g, '-')}`}.png`;
  await screenshot(session, page, { width, scale, path: join(folder, file) });
  const { height, overflow } = await page.evaluate(() => {
    const root = document.documentElement;
    return { height: root.scrollHeight, overflow: root.scrollWidth - root.clientWidth };
  });
  // There axe would judge the colours we ask for, not those the system puts in their place.
  const problems = mode === FORCED ? [] : await axeProblems(page);
  if (overflow > 0) problems.push(`${overflow} px too wide`);
  const seen = await page.evaluate(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  if (seen !== scheme) problems.push(`it is ${seen}`);
  return { surface, name, file, kind, lang, scheme, mode, width, height, problems };
}

/** As the system shows it to those who ask for other colours. Only Chromium can be told to. */
export async function withMedia(
  { session, scheme }: Studio,
  page: Page,
  [name, value]: readonly [name: string, value: string],
  act: () => Promise<void>,
): Promise<void> {
  const devtools = await page.createCDPSession();
  const emulate = (value: string) =>
    devtools.send('Emulation.setEmulatedMedia', {
      features: [
        { name, value },
        { name: 'prefers-color-scheme', value: scheme },
      ],
    });
  await emulate(value);
  await act();
  await emulate('');
  await devtools.detach();
  // Gone with those who asked for it last, whoever asked first.
  await session.setColorScheme(page, scheme);
}
