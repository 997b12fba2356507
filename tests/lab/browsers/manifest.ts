import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of a built manifest a driver needs. */
export interface BuiltManifest {
  action?: { default_popup?: string };
  browser_specific_settings?: { gecko?: { id?: string } };
}

/** Read the manifest of an unpacked build. */
export function readManifest(extensionDir: string): BuiltManifest {
  return JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as BuiltManifest;
}
