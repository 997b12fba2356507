/**
 * The extension's two programs, bundled from the sources as they are and run with globals of our making: many pages and
 * many lives of the background stand side by side in one process, each with its own document, browser and clock.
 */
import { join } from 'node:path';
import { build, type Rollup } from 'vite';

export type Globals = Readonly<Record<string, unknown>>;
export type Program = (globals: Globals) => void;

export interface Extension {
  sentinel: Program;
  background: Program;
}

/** What the manifest and the build call the two scripts that the background injects. */
export const SENTINEL_FILE = 'sentinel.js';
export const BANNER_FILE = 'banner.js';

let bundled: Promise<Extension> | null = null;

/** Bundles once per process. */
export function loadExtension(): Promise<Extension> {
  bundled ??= (async () => ({
    sentinel: toProgram(await bundle('src/content/sentinel.iife.ts')),
    background: toProgram(await bundle('src/background/main.ts')),
  }))();
  return bundled;
}

const ROOT = join(import.meta.dirname, '..', '..');

async function bundle(path: string): Promise<string> {
  const entry = join(ROOT, path);
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'soak',
        enforce: 'pre',
        resolveId: (id) =>
          /(^\.|platform)\/browser$/.test(id) || id.endsWith('?script') ? `\0soak:${id}` : undefined,
        load: (id) => {
          if (!id.startsWith('\0soak:')) return undefined;
          return id.endsWith('?script')
            ? `export default ${JSON.stringify(BANNER_FILE)};`
            : 'export const browser = soakBrowser;';
        },
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'soak' },
    },
  });
  const [chunk] = (output as Rollup.RollupOutput[])[0]?.output ?? [];
  if (chunk === undefined) throw new Error(`${path}: nothing came out of the bundle`);
  return chunk.code;
}

/** Compiled once for each set of names, which is once. */
function toProgram(code: string): Program {
  const compiled = new Map<string, (...values: unknown[]) => void>();
  return (globals) => {
    const names = Object.keys(globals);
    const run =
      compiled.get(names.join()) ?? (new Function(...names, code) as (...values: unknown[]) => void);
    compiled.set(names.join(), run);
    run(...Object.values(globals));
  };
}
