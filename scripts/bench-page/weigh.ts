import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Size of a file, in bytes, as it is and compressed. */
export interface Weight {
  raw: number;
  gzip: number;
}

/** The script that runs in every WhatsApp page, of an unpacked build. */
export function weighSentinel(extensionDir: string): Weight {
  const { content_scripts } = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  const bytes = readFileSync(join(extensionDir, content_scripts[0].js[0]));
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
