/**
 * What `webRequest` tells about our own requests: the network error's name, which `fetch` hides, and where a
 * refused redirect would have led. Only hosts we hold a permission for are told about.
 */
import { browser } from '../platform/browser';
import { needsPermission } from '../platform/permissions';

interface Note {
  url: string;
  name: string;
  at: number;
}

const errors: Note[] = [];

/** Host name of an address, `null` when it is none. (`URL.parse` came with Chrome 126, later than our minimum.) */
export function hostOf(address: string, base?: string): string | null {
  return URL.canParse(address, base) ? new URL(address, base).hostname : null;
}

/** The event comes up to this much later than `fetch` rejects, in ms (126 ms seen in Firefox, 2026-11-21). */
const LATE_MS = 250;

export function noteNetError(url: string, name: string): void {
  errors.push({ url, name, at: Date.now() });
  if (errors.length > 20) errors.shift();
}

/**
 * The browser's name for the error that ended our request to `url` begun at `since`. `null` when there was no event:
 * Chromium itself refuses an extension's requests for a while after answers of 5xx, and tells nobody.
 */
export async function takeNetError(url: string, since: number): Promise<string | null> {
  // `webRequest` shows requests to hosts we hold a permission for, and no others.
  if (!needsPermission(url)) return null;
  const find = () => errors.findLast((note) => note.url === url && note.at >= since)?.name ?? null;
  const early = find();
  if (early !== null) return early;
  await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  return find();
}

/** Where our next request to one address is redirected. */
interface RedirectWatch {
  /** The host it leads to, `null` when nobody tells. Waits a little: the event may come after the answer. */
  target(): Promise<string | null>;
  stop(): void;
}

/**
 * `onBeforeRedirect` does not come for refused redirects in Firefox, headers do in both (measured 2026-11-21). Listening
 * only meanwhile keeps the page's own look at the same address from waking the background.
 */
export function watchRedirect(url: string): RedirectWatch {
  let told: (location: string | null) => void;
  const location = new Promise<string | null>((resolve) => {
    told = resolve;
  });
  const onHeaders = ({ statusCode, responseHeaders }: { statusCode: number; responseHeaders?: Header[] }) => {
    if (statusCode >= 300 && statusCode <= 399)
      told(responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value ?? null);
    return undefined;
  };
  const { onHeadersReceived } = browser.webRequest;
  if (needsPermission(url))
    onHeadersReceived.addListener(onHeaders, { urls: [url], types: ['xmlhttprequest'] }, ['responseHeaders']);
  return {
    target: async () => {
      setTimeout(() => told(null), LATE_MS);
      const address = await location;
      return address === null ? null : hostOf(address, url);
    },
    stop: () => onHeadersReceived.removeListener(onHeaders),
  };
}

interface Header {
  name: string;
  value?: string;
}
