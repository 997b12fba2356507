/** What each witness can say, with names for reading. */
import type {
  Evidence,
  MissingReason,
  NetCause,
  PageValue,
  Reading,
  SourceId,
  Symptom,
  Values,
} from '../../src/core/evidence.ts';

type Word<S extends SourceId> = { value: Values[S] } | { why: MissingReason };

/** What some of the witnesses say. */
export type Words = { readonly [S in SourceId]?: Word<S> };

export const missing = (why: MissingReason) => ({ why });

export function page(symptom: Symptom, cause?: NetCause): Word<'page'> {
  const value: PageValue = cause ? { symptom, error: { name: 'net::ERR_FAILED', cause } } : { symptom };
  return { value };
}
export const workedBefore: Word<'recent-success'> = { value: { lastGoodAt: -2 * 60_000 } };

const DEVICE = { online: true, google: true, cloudflare: true, portalLocked: false };
export const otherSitesAnswer: Word<'this-device'> = { value: DEVICE };
export const noNetwork: Word<'this-device'> = {
  value: { ...DEVICE, online: false, google: false, cloudflare: false },
};

const host = (probe: Values['whatsapp-host']['probe'], failures = 0): Word<'whatsapp-host'> => ({
  value: { probe, failures, statics: 'not-asked' },
});
export const hostAnswers = host({ kind: 'answered', status: 200, html: null });
export const hostErrs = host({ kind: 'answered', status: 503, html: null });
export const hostRedirects = host({ kind: 'redirected', toHost: 'login.hotel.example' });
export const hostFails = (cause: NetCause, failures = 1) =>
  host({ kind: 'failed', name: 'net::ERR_FAILED', cause }, failures);

const DNS = { control: ['addresses', 'addresses'], meta: null, statics: null } as const;
export const addressesFound: Word<'dns'> = { value: { ...DNS, whatsapp: ['addresses', 'addresses'] } };
export const everythingGone: Word<'dns'> = {
  value: { ...DNS, whatsapp: ['gone', 'gone'], meta: ['gone', 'gone'] },
};

export const familyReached: Word<'meta-family'> = { value: { facebook: true, instagram: true } };
export const familySilent: Word<'meta-family'> = { value: { facebook: false, instagram: false } };

const META = {
  service: null,
  sinceAt: null,
  ageMs: null,
  others: [],
  statement: null,
  html: null,
  foreign: false,
};
export const metaSilent: Word<'meta-status'> = { value: { ...META, level: 'nothing' } };
export const metaReports = (statement: string, service = 'Cloud API'): Word<'meta-status'> => ({
  value: { ...META, level: 'high', service, ageMs: 60_000, statement },
});

/** Where the measuring network has places, as it names them. */
export const CITIES = [
  ['US', 'Ashburn'],
  ['BR', 'São Paulo'],
  ['IN', 'Mumbai'],
  ['DE', 'Falkenstein'],
  ['ZA', 'Johannesburg'],
  ['JP', 'Tokyo'],
  ['AU', 'Sydney'],
  ['NG', 'Lagos'],
  ['ID', 'Jakarta'],
  ['AE', 'Dubai'],
  ['MX', 'Querétaro'],
  ['GB', 'London'],
] as const;

export function places(failing: number, of: number): Word<'world'> {
  const place = (_: unknown, index: number) => {
    const [country, city] = CITIES[index % CITIES.length] as (typeof CITIES)[number];
    return { country, city, reachable: index >= failing };
  };
  return { value: { places: Array.from({ length: of }, place) } };
}
export const countryFails: Word<'country'> = {
  value: {
    country: 'NL',
    network: null,
    places: Array.from({ length: 4 }, () => ({ country: 'NL', city: 'Delft', reachable: false })),
    cutOff: null,
    tests: null,
  },
};
export const phone = (works: boolean): Word<'phone'> => ({ value: { works } });

/** Mark-up, a word too long for any line, and text that would turn the rest of the line around. */
export const HOSTILE = `<img src=x onerror="document.title='owned'"> \u202eDNUORA DENRUT ${'W'.repeat(160)} ok?`;

/** Their readings, all taken at `at`; times inside them count from it. */
export function readings(words: Words, at: number): Evidence {
  const entries = Object.entries(words).map(([source, word]): [string, Reading<SourceId>] => {
    if ('why' in word) return [source, { state: 'missing', why: word.why, at }];
    const value = 'lastGoodAt' in word.value ? { lastGoodAt: at + word.value.lastGoodAt } : word.value;
    return [source, { state: 'known', value, at }];
  });
  return Object.fromEntries(entries) as Evidence;
}
