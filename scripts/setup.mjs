/**
 * Makes a bare machine ready: npm packages by the lockfile, and on Debian as root the browsers. Plain Node without
 * imports of ours, since nothing is installed yet. Every problem is one clear line and exit code 2.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Says what to do and ends the program. */
export function stop(line) {
  console.error(`not-just-me: ${line}`);
  process.exit(2);
}

/** Runs a command, showing what it prints; `stop`s with `problem` when it fails. */
export function run(command, args, problem, options = {}) {
  const done = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (done.status !== 0) stop(problem);
}

/** Installs the npm packages when they are missing or older than the lockfile. No install scripts are run. */
export function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node 20.19 or newer is needed, this is ${process.version}.`);
  const lock = join(ROOT, 'package-lock.json');
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing npm packages (about half a minute)…');
  run(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    'npm could not install the packages; see its message above. Is the npm registry reachable?',
    { shell: process.platform === 'win32' },
  );
}

const NAMES = {
  chrome: {
    env: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  },
  firefox: { env: 'FIREFOX_PATH', names: ['firefox-esr', 'firefox'] },
};
const ELSEWHERE = {
  chrome: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};
/** Letters of all our languages: Arabic and Nastaliq, Bengali, Cyrillic, Devanagari, Latin, Tamil. */
const FONTS = 'fonts-noto-core';
/**
 * Debian's packages: the browser, and what its pictures need. Firefox has a package per language; those of the gallery are
 * enough, since extensions speak any language without one, and every package slows each start of a new profile. Swahili has none.
 */
const PACKAGES = {
  chrome: ['chromium', 'chromium-l10n', FONTS],
  firefox: ['firefox-esr', ...['ar', 'bn', 'de', 'hi-in'].map((tag) => `firefox-esr-l10n-${tag}`), FONTS],
};

/** Path of an installed browser, or null. */
export function findBrowser(kind) {
  const { env, names } = NAMES[kind];
  if (process.env[env]) return existsSync(process.env[env]) ? process.env[env] : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...ELSEWHERE[kind],
  ];
  return places.find((place) => existsSync(place)) ?? null;
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Makes sure the browsers are there. On Debian as root they are installed; elsewhere one line says what to do. */
export function ensureBrowsers(kinds) {
  const missing = kinds.filter((kind) => findBrowser(kind) === null);
  for (const kind of missing) {
    const { env, names } = NAMES[kind];
    if (process.env[env]) stop(`${env} names no file: ${process.env[env]}`);
    if (!isDebianRoot())
      stop(
        `No ${kind === 'chrome' ? 'Chromium or Chrome' : 'Firefox'} found. Install ${names[0]}, or set ${env} to its path.`,
      );
  }
  const packages = [...new Set(wantedPackages(kinds, missing))];
  if (packages.length === 0) return;
  console.log(`Installing ${packages.join(', ')} from Debian (a minute or two)…`);
  const installed =
    apt(['update', '-qq']) && apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  if (installed) return;
  if (missing.length > 0) stop('apt-get could not install the browsers; see its message above.');
  // The browsers run without them; a test that needs their letters says so.
  console.warn(`not-just-me: going on without ${packages.join(', ')}; pictures may lack letters.`);
}

/** Runs apt-get, showing only its complaints; false when it failed. */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync('/usr/bin/apt-get', args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env }).status ===
    0
  );
}

/** Browsers that are missing, and on Debian the language and font packages the tests look at. */
function wantedPackages(kinds, missing) {
  const absent = missing.flatMap((kind) => PACKAGES[kind]);
  if (!isDebianRoot()) return absent;
  const extras = kinds.flatMap((kind) => PACKAGES[kind].slice(1));
  const has = (name) => spawnSync('dpkg', ['-s', name], { stdio: 'ignore' }).status === 0;
  return [...absent, ...extras.filter((name) => !has(name))];
}
