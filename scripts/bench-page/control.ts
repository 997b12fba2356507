import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Watches every change',
  version: '1',
  content_scripts: [{ matches: ['https://web.whatsapp.com/*'], js: ['watch.js'], run_at: 'document_start' }],
};

/** One of our selectors, but asked at every change of the page instead of every 15 s. */
const SCRIPT = `new MutationObserver(() => document.querySelectorAll('#app svg>title').length)
  .observe(document, { subtree: true, childList: true, attributes: true });`;

/** Writes an extension that does what ours must not, to show that the bench would notice. Returns its folder. */
export function writeControl(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'control-')), 'extension');
  mkdirSync(folder);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'watch.js'), SCRIPT);
  return folder;
}
