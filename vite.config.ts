/**
 * One manifest source, two builds: `vite build --mode chrome|firefox` → `dist/chrome`, `dist/firefox`.
 * Vitest's projects live here too.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import source from './manifest.json' with { type: 'json' };
import { buildPages, withoutPages } from './scripts/build/pages.ts';
import { shipped } from './scripts/words/ship.ts';

type Browser = 'chrome' | 'firefox';

const TARGET = ['chrome123', 'firefox140'];

const LOCALES = join(import.meta.dirname, 'public/_locales');

/**
 * The two browsers name the background differently; everything else is the same, but for Firefox's portal service. Without our
 * pages, which are bundled apart.
 */
export function manifestFor(browser: Browser): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, background, ...shared } = withoutPages(source);
  if (browser === 'chrome') return { ...shared, background, minimum_chrome_version } as ManifestV3Export;
  return {
    ...shared,
    background: { scripts: [background.service_worker], type: 'module' },
    // Tells whether the network wants a sign-in; brings no install warning (MDN captivePortal).
    permissions: [...shared.permissions, 'captivePortal'],
    browser_specific_settings,
  } as unknown as ManifestV3Export;
}

/**
 * Takes out what crxjs writes and nobody needs, after it has written the manifest: the web-accessible entry for
 * the script injected by `executeScript` (that API needs none, and a page could find the extension by it; measured
 * 2026-11-21), the second copy of each single-file script, and what only translators need of the messages. Puts in what is
 * bundled apart: the pages.
 */
function tidyPackage(outDir: string): Plugin {
  return {
    name: 'tidy-package',
    apply: 'build',
    enforce: 'post',
    closeBundle: async () => {
      const path = join(outDir, 'manifest.json');
      // The inner builds of single-file scripts close first, before there is a manifest.
      if (!existsSync(path)) return;
      const { web_accessible_resources: _opened, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
      const { action, options_ui } = source;
      writeFileSync(path, `${JSON.stringify({ ...manifest, action, options_ui }, null, 2)}\n`);
      await buildPages(import.meta.dirname, outDir, TARGET, [
        withoutInnerHtml(),
        withoutUnusedApis(),
        withoutPreloading(),
      ]);
      for (const file of readdirSync(join(outDir, 'assets'))) {
        if (file.includes('.iife.ts-')) rmSync(join(outDir, 'assets', file));
      }
      for (const folder of readdirSync(LOCALES)) {
        const catalogue = JSON.parse(readFileSync(join(LOCALES, folder, 'messages.json'), 'utf8'));
        writeFileSync(join(outDir, '_locales', folder, 'messages.json'), shipped(catalogue));
      }
    },
  };
}

/**
 * Preact can set inner HTML; we never do, and our package should not be able to. Removed, not hidden, so that
 * Mozilla's linter finds nothing to warn about (`docs/adr/0004-no-inner-html.md`).
 */
function withoutInnerHtml(): Plugin {
  return {
    name: 'without-inner-html',
    transform: (code, id) => {
      if (!id.includes('/preact/dist/')) return null;
      const cut = code
        .replace(/(\w+)\.innerHTML=([\w.]+)\.__html/g, 'void 0')
        .replace(/\w+\.innerHTML=""/g, 'void 0');
      return { code: cut, map: null };
    },
  };
}

/** Parts of the browser's API that our pages use and the polyfill knows; all others it passes through untouched anyway. */
const USED_APIS = ['permissions', 'runtime', 'storage'];

/**
 * The polyfill carries a table of every callback API of 2018, most of its weight. Only the rows of what we use are kept
 * (`docs/adr/0002-one-polyfill-import.md`); a new version without the table stops the build here.
 */
function withoutUnusedApis(): Plugin {
  return {
    name: 'without-unused-apis',
    transform: (code, id) => {
      if (!id.includes('webextension-polyfill/dist/browser-polyfill.js')) return null;
      const [, table] = /const apiMetadata = (\{[\s\S]*?\n {6}\});/.exec(code) ?? [];
      if (table === undefined)
        throw new Error('webextension-polyfill: the table of APIs is not where it was');
      const rows = Object.entries(JSON.parse(table)).filter(([name]) => USED_APIS.includes(name));
      return { code: code.replace(table, JSON.stringify(Object.fromEntries(rows))), map: null };
    },
  };
}

/**
 * A dynamic import is wrapped by Vite in two kilobytes that look after style sheets of chunks. Ours have none, and the popup
 * would carry them.
 */
function withoutPreloading(): Plugin {
  return {
    name: 'without-preloading',
    enforce: 'pre',
    load: (id) =>
      id.startsWith('\0vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
  };
}

export default defineConfig(({ mode }) => {
  const browser: Browser = mode === 'firefox' ? 'firefox' : 'chrome';
  const outDir = join(import.meta.dirname, 'dist', browser);
  const building = mode === 'chrome' || mode === 'firefox';
  return {
    plugins: building ? [crx({ manifest: manifestFor(browser), browser }), tidyPackage(outDir)] : [],
    build: { outDir, emptyOutDir: true, target: TARGET, modulePreload: false },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    test: {
      projects: [
        {
          extends: true,
          test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/scenarios/*.test.ts'] },
        },
        // Whole days on virtual time; slow where others compute as well.
        { extends: true, test: { name: 'soak', include: ['tests/soak/*.test.ts'], testTimeout: 60_000 } },
        { extends: true, test: { name: 'built', include: ['tests/built/*.test.ts'] } },
        {
          extends: true,
          test: {
            name: 'e2e',
            include: ['tests/e2e/*.test.ts'],
            testTimeout: 120_000,
            hookTimeout: 120_000,
            // Mostly waiting: three files at a time leave each other enough of two cores.
            maxWorkers: 3,
          },
        },
        {
          extends: true,
          test: {
            name: 'stories',
            include: ['tests/stories/*.test.ts'],
            // Browser profiles open at once. Stories wait rather than compute, so two cores are enough for them.
            maxConcurrency: Number(process.env.STORIES_AT_ONCE ?? 8),
          },
        },
      ],
    },
  };
});
