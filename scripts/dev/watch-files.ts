import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of. Vite's own watching leaves out `public` and the manifest. */
const WATCHED = ['src', 'public', 'manifest.json', 'vite.config.ts'];

/** Editors write a file in several steps; a branch change writes many. */
const CALM_MS = 150;

/** Runs `rebuild` after changes, one at a time. Returns the way to stop watching. */
export function onChange(root: string, rebuild: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(rebuild).catch((error: unknown) => console.error(error));
    }, CALM_MS);
  };
  const watchers: FSWatcher[] = WATCHED.map((path) => watch(join(root, path), { recursive: true }, changed));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
