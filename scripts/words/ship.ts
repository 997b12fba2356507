/** Message catalogues as they are shipped: what only translators need stays at home (`docs/adr/0020-languages.md`). */

/** One message of a catalogue, as translators see it. */
export interface Entry {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}
export type Catalogue = Record<string, Entry>;

/** What `$NAME$` stands for goes into the message: `$1`. Browsers and `src/i18n/words.ts` fill that. */
export function inline({ message, placeholders = {} }: Entry): string {
  return message.replace(/\$(\w+)\$/g, (whole, name: string) => {
    const placeholder = placeholders[name.toLowerCase()];
    if (placeholder === undefined) throw new Error(`no placeholder is called ${whole}: ${message}`);
    return placeholder.content;
  });
}

/** The catalogue without descriptions, examples and white space. */
export function shipped(catalogue: Catalogue): string {
  const entries = Object.entries(catalogue).map(([key, entry]) => [key, { message: inline(entry) }]);
  return JSON.stringify(Object.fromEntries(entries));
}
