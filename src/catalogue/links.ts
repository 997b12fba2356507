/** Pages where people can look on: places that have no open interface, or more to show than we ask for. Opened on a click. */

/** Where a link leads; its words are the surfaces'. */
export interface Link {
  id: 'downdetector' | 'x' | 'ooni' | 'ioda' | 'check-host' | 'meta';
  /** Names are not translated. */
  name: string;
  href: string;
}

/**
 * Downdetector's own site of a country; all others share the first (`downdetector.com`, `.in`, `.com.br` and
 * `allestoerungen.de` by their pattern for other services, 2026-11).
 */
const DOWNDETECTOR: Readonly<Record<string, string>> = {
  BR: 'https://downdetector.com.br/fora-do-ar/whatsapp/',
  DE: 'https://allestoerungen.de/stoerung/whatsapp/',
  IN: 'https://downdetector.in/status/whatsapp/',
};

/** Links for the country the person chose, or for none. `meta` is Meta's page about WhatsApp, as last heard. */
export function linksFor(
  country: string | null,
  meta = 'https://metastatus.com/whatsapp-business-api',
): readonly Link[] {
  const there: Link[] =
    country === null
      ? []
      : [
          {
            id: 'ooni',
            name: 'OONI Explorer',
            href: `https://explorer.ooni.org/country/${country}`,
          },
          { id: 'ioda', name: 'IODA', href: `https://ioda.inetintel.cc.gatech.edu/country/${country}` },
        ];
  return [
    { id: 'meta', name: 'Meta Status', href: meta },
    {
      id: 'downdetector',
      name: 'Downdetector',
      href: DOWNDETECTOR[country ?? ''] ?? 'https://downdetector.com/status/whatsapp/',
    },
    { id: 'x', name: 'X', href: 'https://x.com/search?q=%23whatsappdown&f=live' },
    ...there,
    {
      id: 'check-host',
      name: 'check-host.net',
      href: 'https://check-host.net/check-http?host=https://web.whatsapp.com',
    },
  ];
}
