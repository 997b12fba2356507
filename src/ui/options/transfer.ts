/** Settings as a file, and back. What comes back was written by anybody: checked by shape and by size, else not taken. Pure. */
import { COUNTRIES } from '../../catalogue/world';
import type { Settings } from '../../core/settings';
import { safeParse } from '../../core/shape';
import { LANGUAGES } from '../../i18n/languages';
import { SettingsSchema } from '../../platform/schemas';
import { ownFile, readOwnFile } from '../own-file';

/** Name of the file that is offered. */
export const FILE_NAME = 'not-just-me-settings.json';

/** Longest file taken, in bytes; a full one of ours has a tenth of it. */
export const LARGEST_FILE = 64_000;

const MOST_WAYS = 60;
const MOST_PAGES = 30;
const LONGEST_TEXT = 254;

/** The file. */
export function fileOf(settings: Settings): string {
  return ownFile('settings', settings);
}

/** The settings in it, or `null` for anything that is not wholly right. */
export function readFile(text: string): Settings | null {
  const parsed = safeParse(SettingsSchema, readOwnFile('settings', text, LARGEST_FILE));
  return parsed.success && isSound(parsed.output) ? parsed.output : null;
}

/** Values that our own page could have written, and not more of them. */
function isSound({ language, country, network, ways, contacts, pages }: Settings): boolean {
  const texts = [
    ...(ways ?? []),
    ...Object.entries(contacts).flat(),
    ...pages.flatMap(({ name, format }) => [name, format]),
  ];
  return (
    (language === null || LANGUAGES.some(({ folder }) => folder === language)) &&
    (country === null || COUNTRIES.has(country)) &&
    isNetwork(network) &&
    (ways?.length ?? 0) <= MOST_WAYS &&
    new Set(ways).size === (ways?.length ?? 0) &&
    Object.keys(contacts).length <= MOST_WAYS &&
    pages.length <= MOST_PAGES &&
    pages.every(
      ({ url }) => url.length <= 2_000 && URL.canParse(url) && new URL(url).protocol === 'https:',
    ) &&
    texts.every((text) => text.length > 0 && text.length <= LONGEST_TEXT)
  );
}

/** Numbers of operators have 32 bits (RFC 6793). */
export function isNetwork(network: number | null): boolean {
  return network === null || (Number.isInteger(network) && network > 0 && network < 2 ** 32);
}
