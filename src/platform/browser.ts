/**
 * The extension API, as the browser has it: in Manifest V3 both answer with promises. The background and the page's scripts
 * run on this alone, since every event pays for their bytes; report and settings put webextension-polyfill in its place
 * (`polyfill.ts`, `docs/adr/0002-one-polyfill-import.md`).
 */
import type { Browser } from 'webextension-polyfill';

const { browser: native, chrome } = globalThis as { browser?: Browser; chrome?: Browser };

/** Firefox, and Chrome from 148 on, call it `browser`. */
export let browser: Browser = native ?? (chrome as Browser);

/** Puts another in its place, for everybody who uses it from then on. */
export function useBrowser(other: Browser): void {
  browser = other;
}
