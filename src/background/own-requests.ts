/**
 * What `webRequest` tells about our own requests: the network error's name, which `fetch` hides, and where a
 * refused redirect would have led. Only hosts we hold a permission for are told about.
 */

interface Note {
  url: string;
  value: string;
  at: number;
}

const errors: Note[] = [];
const redirects: Note[] = [];

/** How long the event may come after `fetch` has rejected, in ms: their order is not promised. */
const LATE_MS = 150;

function remember(notes: Note[], url: string, value: string): void {
  notes.push({ url, value, at: Date.now() });
  if (notes.length > 20) notes.shift();
}

export function noteNetError(url: string, name: string): void {
  remember(errors, url, name);
}

export function noteRedirect(url: string, to: string): void {
  remember(redirects, url, to);
}

async function take(notes: Note[], url: string, since: number): Promise<string | null> {
  const find = () => notes.findLast((note) => note.url === url && note.at >= since)?.value ?? null;
  const early = find();
  if (early !== null) return early;
  await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  return find();
}

/** Hosts whose requests `webRequest` shows us. */
function visible(url: string): boolean {
  return url.startsWith('https://web.whatsapp.com/') || url.startsWith('https://metastatus.com/');
}

/** The browser's name for the error that ended our request to `url` begun at `since`, or `null`. */
export function takeNetError(url: string, since: number): Promise<string | null> {
  return visible(url) ? take(errors, url, since) : Promise.resolve(null);
}

/** The host a refused redirect led to, or `null`. */
export async function redirectTarget(url: string, since: number): Promise<string | null> {
  const target = visible(url) ? await take(redirects, url, since) : null;
  return target === null ? null : (URL.parse(target)?.hostname ?? null);
}
