import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The two browsers the extension is made for. */
export type BrowserKind = 'chrome' | 'firefox';

const NAMES: Record<BrowserKind, string[]> = {
  chrome: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'],
  firefox: ['firefox-esr', 'firefox', 'firefox.exe'],
};

const USUAL_PLACES: Record<BrowserKind, string[]> = {
  chrome: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
  ],
};

const VARIABLES: Record<BrowserKind, string> = { chrome: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/** Path of an installed browser: CHROME_PATH or FIREFOX_PATH, then the PATH, then the usual places. */
export function findBrowser(kind: BrowserKind): string | null {
  const given = process.env[VARIABLES[kind]];
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = NAMES[kind].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES[kind]].find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
