/** Where people can look for themselves. Opened by a click and by nothing else. */

/** Meta's own word. */
export const META_STATUS = 'https://metastatus.com/';

/** Where people say so in public, by its hashtag; readable without an account. */
export const HASHTAG = 'https://mastodon.social/tags/WhatsAppDown';

/** Downdetector's own sites for countries, where we know the address; the English one serves the others. */
const DOWNDETECTOR: Readonly<Record<string, string>> = {
  BR: 'https://downdetector.com.br/fora-do-ar/whatsapp/',
  DE: 'https://allestoerungen.de/stoerung/whatsapp/',
  IN: 'https://downdetector.in/status/whatsapp/',
};

/** Downdetector for this country. */
export function downdetectorFor(country: string | null): string {
  return DOWNDETECTOR[country ?? ''] ?? 'https://downdetector.com/status/whatsapp/';
}
