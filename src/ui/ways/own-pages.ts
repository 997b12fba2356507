/** Status pages the person adds and takes away again; the permission to read one comes and goes with it. */
import { APPS } from '../../catalogue/apps';
import type { MissingReason } from '../../core/evidence';
import type { OwnPage } from '../../core/settings';
import { browser } from '../../platform/browser';
import { settingsStore } from '../../platform/stores';
import { type Detected, detectPage, type KnownPage } from '../../sources/status/detect';
import { askFromPage } from '../ask-from-page';
import { type Checked, checkAddress, type Refusal } from './check-address';

/** Enough for anybody; each one is a request when the popup opens in trouble. */
const MOST_PAGES = 10;

/** Why nothing was added: messages `add_page_<why>`. */
export type NotAdded = Refusal | MissingReason | 'no-status-page' | 'too-many' | 'declined' | 'not-stored';

export type Added = { ok: true; page: OwnPage } | { ok: false; why: NotAdded };

/** Pages of companies that are about several products, or for people alone. */
const KNOWN: readonly KnownPage[] = APPS.flatMap(({ name, status }) =>
  status === null || status.format === 'statuspage' ? [] : [{ ...status, name: name ?? '' }],
);

/**
 * Adds the status page at this address. To be called by a click itself, with nothing waited for between: browsers show the question for
 * the permission only then. `pages` are those that are there already. Never rejects.
 */
export async function addPage(text: string, pages: readonly OwnPage[]): Promise<Added> {
  const checked = checkAddress(text);
  if (!checked.ok) return checked;
  if (pages.length >= MOST_PAGES) return { ok: false, why: 'too-many' };
  const granted = await browser.permissions.request({ origins: checked.origins }).catch(() => false);
  if (!granted) return { ok: false, why: 'declined' };
  const added = await addAllowed(checked);
  if (!added.ok) await giveBack(checked.url);
  return added;
}

async function addAllowed({ url }: Extract<Checked, { ok: true }>): Promise<Added> {
  const found: Detected = await detectPage(askFromPage, url, KNOWN);
  if (!found.ok) return found;
  const page: OwnPage = { url: found.url, format: found.format, name: found.name ?? hostOf(url) };
  const stored = await changePages((pages) => [...pages.filter((one) => one.url !== page.url), page]);
  return stored ? { ok: true, page } : { ok: false, why: 'not-stored' };
}

/** Takes a page away, and with the last one of its host the permission. Resolves false when it could not be stored. */
export async function removePage(url: string): Promise<boolean> {
  const stored = await changePages((pages) => pages.filter((page) => page.url !== url));
  if (stored) await giveBack(url);
  return stored;
}

async function changePages(change: (pages: readonly OwnPage[]) => OwnPage[]): Promise<boolean> {
  const settings = await settingsStore.read();
  return settingsStore.write({ ...settings, pages: change(settings.pages) });
}

/** We keep no permission that nothing of ours uses any more. */
async function giveBack(url: string): Promise<void> {
  const { pages } = await settingsStore.read();
  if (pages.some((page) => hostOf(page.url) === hostOf(url))) return;
  // Not ours to give back when it is one of the required ones; the browser refuses then.
  await browser.permissions.remove({ origins: [`https://${hostOf(url)}/*`] }).catch(() => false);
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
