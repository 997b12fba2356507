import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksFor } from '../../../src/catalogue/links';

const byId = (country: string | null) =>
  Object.fromEntries(linksFor(country).map(({ id, href }) => [id, new URL(href)]));

describe('where people can look on', () => {
  it('is the same for everybody who chose no country', () => {
    expect(Object.keys(byId(null))).toEqual(['meta', 'downdetector', 'x', 'check-host']);
    expect(byId(null).downdetector?.host).toBe('downdetector.com');
  });

  it.each([
    ['IN', 'downdetector.in'],
    ['BR', 'downdetector.com.br'],
    ['DE', 'allestoerungen.de'],
    ['NZ', 'downdetector.com'],
  ])('is Downdetector’s own site in %s, where we know it', (country, host) => {
    expect(byId(country).downdetector?.host).toBe(host);
  });

  it('is what OONI and IODA show of the country', () => {
    expect(byId('IN').ooni?.href).toBe('https://explorer.ooni.org/country/IN');
    expect(byId('IN').ioda?.pathname).toBe('/country/IN');
  });

  it('is Meta’s page, as Meta names it now', () => {
    const [meta] = linksFor(null, 'https://metastatus.com/waba');
    expect(meta?.href).toBe('https://metastatus.com/waba');
  });

  it('is always a public page over HTTPS, each once, whatever the country is called', () => {
    fc.assert(
      fc.property(fc.option(fc.string({ maxLength: 4 }), { nil: null }), (country) => {
        const links = linksFor(country);
        expect(new Set(links.map(({ id }) => id)).size).toBe(links.length);
        for (const { href } of links) {
          const { protocol, username, host } = new URL(href);
          expect([protocol, username]).toEqual(['https:', '']);
          expect(host).toMatch(
            /^(metastatus\.com|downdetector\.(com|in|com\.br)|allestoerungen\.de|x\.com|explorer\.ooni\.org|ioda\.inetintel\.cc\.gatech\.edu|check-host\.net)$/,
          );
        }
      }),
    );
  });
});
