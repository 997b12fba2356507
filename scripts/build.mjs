/** `npm run build`: both release builds, `dist/chrome` and `dist/firefox`. */
import { ensurePackages, ROOT } from './setup.mjs';

/** Builds for the browsers named. Quiet unless something is wrong. */
export async function buildFor(kinds) {
  const { build } = await import('vite');
  // crxjs reports each inner build, and warns of an option it sets itself, by plain `console`; neither helps anybody.
  const { log, warn } = console;
  for (const mode of kinds) {
    console.log = () => {};
    console.warn = () => {};
    await build({ root: ROOT, mode, logLevel: 'error' }).finally(() => {
      console.log = log;
      console.warn = warn;
    });
    console.log(`dist/${mode} built`);
  }
}

if (process.argv[1] === import.meta.filename) {
  ensurePackages();
  await buildFor(['chrome', 'firefox']);
}
