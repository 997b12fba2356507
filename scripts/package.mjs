/** `npm run package`: two zips named with the version for the stores, and the source zip Mozilla's reviewers ask for. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFor } from './build.mjs';
import { ensurePackages, ROOT, run } from './setup.mjs';

ensurePackages();
await buildFor(['chrome', 'firefox']);

const { version } = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
const folder = join(ROOT, 'out', 'packages');
mkdirSync(folder, { recursive: true });

for (const browser of ['chrome', 'firefox']) {
  const name = `not-just-me-${version}-${browser}.zip`;
  const webExt = join(ROOT, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const args = ['build', '-s', `dist/${browser}`, '-a', folder, '-n', name, '--overwrite-dest'];
  run(process.execPath, [webExt, ...args], `The ${browser} build could not be packed; see above.`, {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  console.log(`out/packages/${name}`);
}

const source = `not-just-me-${version}-source.zip`;
run(
  'git',
  ['archive', '--format=zip', `--output=${join(folder, source)}`, 'HEAD'],
  'git could not pack the source. The source zip is made from the last commit of a git checkout.',
);
console.log(`out/packages/${source} (the last commit)`);
