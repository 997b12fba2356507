/** The two release builds, as files. Built by `npm run build`; these tests only read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const BUILDS = ['chrome', 'firefox'] as const;
export type Build = (typeof BUILDS)[number];

export interface BuiltFile {
  /** Path inside the package, with slashes. */
  path: string;
  bytes: Buffer;
}

/** Every file of the package. */
export function filesOf(build: Build): BuiltFile[] {
  const root = join(import.meta.dirname, '../../dist', build);
  if (!existsSync(root)) throw new Error(`dist/${build} is missing: run npm run build first`);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const full = join(entry.parentPath, entry.name);
      return { path: relative(root, full).replaceAll('\\', '/'), bytes: readFileSync(full) };
    });
}

/** The text of one file of the package. */
export function textOf(build: Build, path: string): string {
  return readFileSync(join(import.meta.dirname, '../../dist', build, path), 'utf8');
}

// biome-ignore lint/suspicious/noExplicitAny: a manifest is plain JSON, and these tests say what must be in it.
export function manifestOf(build: Build): any {
  return JSON.parse(textOf(build, 'manifest.json'));
}

/** The file and everything it imports, each once. */
export function withImports(build: Build, path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const folder = path.split('/').slice(0, -1).join('/');
  const text = textOf(build, path);
  const found = [...text.matchAll(/(?:from|import|src=|href=)\s*["'`]([^"'`]+\.(?:js|css))["'`]/g)];
  for (const [, target = ''] of found) {
    const resolved = target.startsWith('/') ? target.slice(1) : join(folder, target).replaceAll('\\', '/');
    withImports(build, resolved, seen);
  }
  return seen;
}
