/** What is in the packages, and how much of it: bytes are gates. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { OUTAGES } from '../../src/catalogue/outages.ts';
import { BUILDS, type Build, filesOf, manifestOf, textOf, withImports } from './release.ts';

const sizeOf = (build: Build, paths: Iterable<string>) =>
  [...paths].reduce((sum, path) => sum + Buffer.byteLength(textOf(build, path)), 0);

/** Evidence (contract, "Who may be asked"). */
const ASKED = [
  'api.globalping.io',
  'api.ioda.inetintel.cc.gatech.edu',
  'api.ooni.io',
  'cloudflare-dns.com',
  'cp.cloudflare.com',
  'dns.google',
  'hn.algolia.com',
  'mastodon.social',
  'metastatus.com',
  'static.whatsapp.net',
  'web.whatsapp.com',
  'www.facebook.com',
  'www.gstatic.com',
  'www.instagram.com',
];

/**
 * Web hosts of other ways, and their status pages (`src/catalogue/apps.ts`): asked only about ways the person has, opened by a click. The
 * contract's "status page and web host of each enabled fallback app".
 */
const WAYS = [
  'app.element.io',
  'app.slack.com',
  'app.zoom.us',
  'chat.google.com',
  'discord.com',
  'discordstatus.com',
  'signal.org',
  'slack-status.com',
  'status.cloud.microsoft',
  'status.matrix.org',
  'status.signal.org',
  'teams.live.com',
  'web.telegram.org',
  'www.apple.com',
  'www.google.com',
  'www.messenger.com',
  'www.viber.com',
  'www.zoomstatus.com',
];

/** Where people can look for themselves (`src/catalogue/links.ts`): opened by a click and by nothing else. */
const LINKED = [
  'allestoerungen.de',
  'check-host.net',
  'downdetector.com',
  'downdetector.com.br',
  'downdetector.in',
  'explorer.ooni.org',
  'ioda.inetintel.cc.gatech.edu',
  'x.com',
];

/** Where past outages are told: opened by a click and by nothing else. */
const TOLD = OUTAGES.flatMap(({ sources }) => sources.map((source) => new URL(source).hostname));

describe.each(BUILDS)('%s', (build) => {
  const files = filesOf(build);
  const code = files.filter(({ path }) => /\.(js|html|css)$/.test(path));
  const manifest = manifestOf(build);

  test('the sentinel is one file of at most 6 kB that imports nothing', () => {
    const [path] = manifest.content_scripts[0].js;
    expect(sizeOf(build, [path])).toBeLessThanOrEqual(6_000);
    expect([...withImports(build, path)]).toEqual([path]);
    expect(textOf(build, path)).not.toMatch(/\bimport\s*\(/);
  });

  test('the popup loads at most 45 kB in all', () => {
    expect(sizeOf(build, withImports(build, manifest.action.default_popup))).toBeLessThanOrEqual(45_000);
  });

  test('the background is at most 75 kB (docs/adr/0025)', () => {
    const entry = manifest.background.service_worker ?? manifest.background.scripts[0];
    expect(sizeOf(build, withImports(build, entry))).toBeLessThanOrEqual(75_000);
  });

  test('the banner is one file of at most 8 kB', () => {
    const banner = files.filter(({ path }) => path.includes('banner'));
    expect(banner).toHaveLength(1);
    expect(banner[0]?.bytes.byteLength).toBeLessThanOrEqual(8_000);
  });

  test('the whole package is at most 250 kB zipped', () => {
    const zipped = files.reduce(
      (sum, { path, bytes }) => sum + deflateRawSync(bytes).byteLength + path.length * 2 + 76,
      22,
    );
    expect(zipped).toBeLessThanOrEqual(250_000);
  });

  test('holds no maps, no build leftovers, nothing of the lab or of a development server', () => {
    expect(files.map(({ path }) => path).filter((path) => /\.map$|^\.|\/\.|node_modules/.test(path))).toEqual(
      [],
    );
    for (const { path, bytes } of code) {
      expect
        .soft(bytes.toString(), path)
        .not.toMatch(/\blocalhost:\d|127\.0\.0\.1:\d|sourceMappingURL|__TEST__|lab\.test/);
    }
  });

  test('evaluates no text as code and sets no markup', () => {
    for (const { path, bytes } of code) {
      expect
        .soft(bytes.toString(), path)
        .not.toMatch(/\beval\(|new Function\(|\.innerHTML\s*=|insertAdjacentHTML|document\.write/);
    }
  });

  test('names only hosts we may ask or link to', () => {
    const hosts = new Set(
      code.flatMap(({ bytes }) =>
        [...bytes.toString().matchAll(/(?:https?|wss):\/\/([a-z0-9.-]+\.[a-z]{2,})/g)].map(
          ([, host]) => host,
        ),
      ),
    );
    // Namespaces of the DOM, not addresses.
    hosts.delete('www.w3.org');
    // Links to a person's own address in an app, and the example beside the field for a status page.
    for (const host of ['matrix.to', 'signal.me', 't.me', 'status.example.com']) hosts.delete(host);
    expect([...hosts].toSorted()).toEqual([...new Set([...ASKED, ...WAYS, ...LINKED, ...TOLD])].toSorted());
  });
});

test('both packages hold the same code', () => {
  const codeOf = (build: Build) =>
    filesOf(build)
      .filter(({ path }) => path !== 'manifest.json')
      .map(({ path, bytes }) => `${path} ${bytes.byteLength}`)
      .toSorted();
  expect(codeOf('firefox')).toEqual(codeOf('chrome'));
});
