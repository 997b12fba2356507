/** `npm run build`: both release builds, `dist/chrome` and `dist/firefox`. */
import { ensurePackages, ROOT } from './setup.mjs';

/** Builds for the browsers named. Quiet unless something is wrong. */
export async function buildFor(kinds) {
  const { build } = await import('vite');
  // crxjs reports each inner build by plain `console.log`; only what is wrong should be heard.
  const { log } = console;
  for (const mode of kinds) {
    console.log = () => {};
    await build({ root: ROOT, mode, logLevel: 'error' }).finally(() => {
      console.log = log;
    });
    console.log(`dist/${mode} built`);
  }
}

if (process.argv[1] === import.meta.filename) {
  ensurePackages();
  await buildFor(['chrome', 'firefox']);
}
