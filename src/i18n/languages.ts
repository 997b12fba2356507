/** Languages the person may choose instead of the browser's own: folders of `_locales`. */
export const LANGUAGES = ['bn', 'en'] as const;

/** What its speakers call it: বাংলা, English. */
export function ownName(folder: string): string {
  const tag = folder.replace('_', '-');
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}
