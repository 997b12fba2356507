/** Copies of the release builds with something changed in them, for what the builds as they are cannot show. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { BrowserKind } from '../lab/browsers/index.ts';
import { buildOf } from './scene.ts';

export interface BuildCopy extends AsyncDisposable {
  dir: string;
}

/** A copy whose manifest is changed by `change`. */
export async function copyOfBuild(
  kind: BrowserKind,
  change: (manifest: { host_permissions: string[] }) => void = () => {},
): Promise<BuildCopy> {
  const dir = await mkdtemp(join(tmpdir(), 'njm-copy-'));
  await cp(buildOf(kind), dir, { recursive: true });
  const path = join(dir, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  change(manifest);
  await writeFile(path, JSON.stringify(manifest));
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) };
}

/** Adds a page of its own to the copy: `name.html`, with one module bundled from `entry`. */
export async function addPageTo({ dir }: BuildCopy, name: string, entry: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: join(dir, name),
      emptyOutDir: false,
      modulePreload: false,
      lib: { entry, formats: ['es'], fileName: () => `${name}.js` },
    },
  });
  const page = `<!DOCTYPE html><meta charset="utf-8"><title>${name}</title><main></main>
<script type="module" src="/${name}/${name}.js"></script>`;
  await writeFile(join(dir, `${name}.html`), page);
}
