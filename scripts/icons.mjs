/**
 * Draws the toolbar and store icons (public/icons/*.png) from docs/icons/*.svg with a headless Chromium:
 * `npm run icons`. The smallest has a drawing of its own, on whole pixels. The browser is CHROME_PATH or one of
 * the usual names.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from 'puppeteer-core';

/** File → its size in pixels and its drawing. The toolbar's have one for each side, on the grid of 16. */
const DRAWINGS = {
  'icon-16.png': [16, 'icon-16.svg'],
  'icon-32.png': [32, 'icon.svg'],
  'icon-48.png': [48, 'icon.svg'],
  'icon-128.png': [128, 'icon.svg'],
  ...Object.fromEntries(
    ['yours', 'between', 'theirs', 'unsure'].flatMap((side) =>
      [16, 32].map((size) => [`${side}-${size}.png`, [size, `${side}-16.svg`]]),
    ),
  ),
};

/** Flat shapes need no more: a larger file means the drawing has gone wrong. */
const LARGEST_BYTES = 6_000;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function findBrowser() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [...onPath, ...USUAL_PLACES].find((path) => existsSync(path));
  if (found) return found;
  console.error('No Chromium or Chrome found. Set CHROME_PATH to the browser and run again.');
  process.exit(1);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const into = join(root, 'public', 'icons');
await mkdir(into, { recursive: true });

const browser = await launch({
  executablePath: findBrowser(),
  pipe: true,
  // A container's root cannot use the sandbox; nothing but our own drawings is opened.
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const page = await browser.newPage();
  for (const [file, [size, drawing]] of Object.entries(DRAWINGS)) {
    const svg = await readFile(join(root, 'docs', 'icons', drawing), 'utf8');
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    if (png.length > LARGEST_BYTES) throw new Error(`${file} would have ${png.length} bytes`);
    await writeFile(join(into, file), png);
    console.log(`${file}  ${png.length} bytes  from ${drawing}`);
  }
} finally {
  await browser.close();
}
