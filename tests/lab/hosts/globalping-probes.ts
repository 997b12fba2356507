import type { GlobalpingSays } from '../world.ts';

const PLACES = [
  ['EU', 'Western Europe', 'DE', 'Frankfurt', 64500, 'Example Telecom Germany'],
  ['NA', 'Northern America', 'US', 'Ashburn', 64501, 'Example Cable USA'],
  ['AS', 'Southern Asia', 'IN', 'Mumbai', 64502, 'Example Mobile India'],
  ['SA', 'South America', 'BR', 'Sao Paulo', 64503, 'Example Fibra Brasil'],
  ['AF', 'Southern Africa', 'ZA', 'Johannesburg', 64504, 'Example Net South Africa'],
  ['OC', 'Australia and New Zealand', 'AU', 'Sydney', 64505, 'Example Broadband Australia'],
] as const;

const NO_TIMINGS = { total: null, dns: null, tcp: null, tls: null, firstByte: null, download: null };

/** The n-th probe, going round the continents. */
export function probeAt(index: number): unknown {
  const [continent, region, country, city, asn, network] = PLACES[index % PLACES.length] ?? PLACES[0];
  return {
    continent,
    region,
    country,
    state: null,
    city,
    asn,
    longitude: 0,
    latitude: 0,
    network,
    tags: ['eyeball-network'],
    resolvers: ['private'],
  };
}

/** A probe that has not answered yet. */
export function pendingProbe(): unknown {
  return { status: 'in-progress', rawOutput: '' };
}

/** What the n-th probe found in this world. */
export function finishedProbe(world: GlobalpingSays, index: number, target: string): unknown {
  if (typeof world === 'object')
    return index < world.failing ? failed('target', 'Request timeout.') : answered(200);
  if (world === 'all-fail-dns') return failed('resolver', `queryA ESERVFAIL ${target}`);
  if (world === 'all-fail-target') return failed('target', 'connect ECONNREFUSED 192.0.2.60:443');
  if (world === 'all-internal') return failed('internal', 'Internal error.');
  return answered(world === 'all-5xx' ? 503 : 200);
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
