import type { GlobalpingSays } from '../world.ts';

/** Continent, region, country, city, operator's number and name, latitude, longitude. */
type PlaceRow = readonly [string, string, string, string, number, string, number, number];

const PLACES: readonly PlaceRow[] = [
  ['EU', 'Western Europe', 'DE', 'Frankfurt', 64500, 'Example Telecom Germany', 50.11, 8.68],
  ['NA', 'Northern America', 'US', 'Ashburn', 64501, 'Example Cable USA', 39.04, -77.49],
  ['AS', 'Southern Asia', 'IN', 'Mumbai', 64502, 'Example Mobile India', 19.07, 72.88],
  ['SA', 'South America', 'BR', 'Sao Paulo', 64503, 'Example Fibra Brasil', -23.55, -46.64],
  ['AF', 'Southern Africa', 'ZA', 'Johannesburg', 64504, 'Example Net South Africa', -26.2, 28.04],
  ['OC', 'Australia and New Zealand', 'AU', 'Sydney', 64505, 'Example Broadband Australia', -33.87, 151.21],
  ['EU', 'Western Europe', 'FR', 'Paris', 64506, 'Example Fibre France', 48.85, 2.35],
  ['NA', 'Northern America', 'CA', 'Toronto', 64507, 'Example Cable Canada', 43.7, -79.42],
  ['AS', 'Eastern Asia', 'JP', 'Tokyo', 64508, 'Example Net Japan', 35.69, 139.69],
  ['SA', 'South America', 'CL', 'Santiago', 64509, 'Example Movil Chile', -33.46, -70.65],
  ['AF', 'Western Africa', 'NG', 'Lagos', 64510, 'Example Mobile Nigeria', 6.45, 3.39],
  ['OC', 'Australia and New Zealand', 'NZ', 'Auckland', 64511, 'Example Fibre New Zealand', -36.85, 174.76],
];

/** A probe, in the words of the API. */
export interface Probe {
  continent: string;
  country: string;
  city: string;
  asn: number;
}

/** What a measurement may say of where it wants its probes. */
export interface Location {
  continent?: string;
  country?: string;
  asn?: number;
  limit?: number;
}

/** The probes for these locations, so many at most in each; a country we have no place in has one town. */
export function probesFor(locations: readonly Location[]): Probe[] {
  return locations.flatMap(({ limit = 1, ...wanted }) => {
    const fits = (row: PlaceRow) =>
      (wanted.continent ?? row[0]) === row[0] &&
      (wanted.country ?? row[2]) === row[2] &&
      (wanted.asn ?? row[4]) === row[4];
    const found = PLACES.filter(fits);
    // One country has as many probes as are wanted; a continent has those of the list.
    const rows = wanted.country === undefined ? found : found.concat(...Array(limit).fill(found));
    return rows.slice(0, limit).map(toProbe);
  });
}

/** So many probes, going round the continents. */
export function probesOf(count: number): Probe[] {
  return Array.from({ length: count }, (_, index) => toProbe(PLACES[index % PLACES.length] as PlaceRow));
}

const NO_TIMINGS = { total: null, dns: null, tcp: null, tls: null, firstByte: null, download: null };

function toProbe([continent, region, country, city, asn, network, latitude, longitude]: PlaceRow): Probe {
  const probe = {
    continent,
    region,
    country,
    state: null,
    city,
    asn,
    longitude,
    latitude,
    network,
    tags: ['eyeball-network'],
    resolvers: ['private'],
  };
  return probe;
}

/** A probe that has not answered yet. */
export function pendingProbe(): unknown {
  return { status: 'in-progress', rawOutput: '' };
}

/** What the n-th probe found in this world. */
export function finishedProbe(
  world: GlobalpingSays,
  index: number,
  { type, target, probe }: { type: string; target: string; probe: Probe },
): unknown {
  const fine = type === 'dns' ? found(target) : answered(200);
  if (typeof world === 'object') {
    const fails = 'failingCountry' in world ? probe.country === world.failingCountry : index < world.failing;
    if (!fails) return fine;
    return type === 'dns' ? notFound('SERVFAIL', 2) : failed('target', 'Request timeout.');
  }
  if (world === 'all-fail-dns')
    return type === 'dns' ? notFound('SERVFAIL', 2) : failed('resolver', `queryA ESERVFAIL ${target}`);
  if (world === 'all-internal') return failed('internal', 'Internal error.');
  // Names are found whatever becomes of the site.
  if (type === 'dns') return fine;
  if (world === 'all-fail-target') return failed('target', 'connect ECONNREFUSED 192.0.2.60:443');
  return world === 'all-5xx' ? answered(503) : fine;
}

function found(name: string): unknown {
  const answers = [{ name: `${name}.`, type: 'A', ttl: 60, class: 'IN', value: '192.0.2.60' }];
  return {
    status: 'finished',
    statusCode: 0,
    statusCodeName: 'NOERROR',
    rawOutput: `;; ANSWER SECTION:\n${name}. 60 IN A 192.0.2.60`,
    answers,
    timings: { total: 12 },
    resolver: 'private',
  };
}

function notFound(statusCodeName: string, statusCode: number): unknown {
  const rawOutput = `;; status: ${statusCodeName}`;
  return {
    status: 'finished',
    statusCode,
    statusCodeName,
    rawOutput,
    answers: [],
    timings: { total: 40 },
    resolver: 'private',
  };
}

function failed(failureSource: string, rawOutput: string): unknown {
  return {
    status: 'failed',
    failureSource,
    rawOutput,
    resolvedAddress: null,
    headers: {},
    rawHeaders: null,
    rawBody: null,
    truncated: false,
    statusCode: null,
    statusCodeName: null,
    timings: NO_TIMINGS,
    tls: null,
  };
}

function answered(statusCode: number): unknown {
  return {
    status: 'finished',
    resolvedAddress: '192.0.2.60',
    headers: { 'content-type': 'text/html' },
    rawHeaders: 'Content-Type: text/html',
    rawBody: null,
    rawOutput: `HTTP/1.1 ${statusCode}\nContent-Type: text/html`,
    truncated: false,
    statusCode,
    statusCodeName: statusCode === 200 ? 'OK' : 'Service Unavailable',
    timings: { total: 180, dns: 12, tcp: 20, tls: 45, firstByte: 103, download: 0 },
    tls: { authorized: true, protocol: 'TLSv1.3', cipherName: 'TLS_AES_128_GCM_SHA256' },
  };
}
