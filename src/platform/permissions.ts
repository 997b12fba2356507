/** Host permissions: granted at install, and in Firefox the person may take each back at any time. */
import { browser } from './browser';

/** Hosts whose answers we may read; the manifest asks for exactly these. */
const READABLE = ['https://web.whatsapp.com/', 'https://metastatus.com/'];

/** True when reading this address needs a permission of ours. */
export function needsPermission(url: string): boolean {
  return READABLE.some((origin) => url.startsWith(origin));
}

/** True when the permission for the address is there now. Never rejects. */
export async function isGranted(url: string): Promise<boolean> {
  const origins = [`${new URL(url).origin}/*`];
  return browser.permissions.contains({ origins }).catch(() => false);
}
