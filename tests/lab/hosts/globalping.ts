import { type Exchange, readBody, send, sendJson } from '../exchange.ts';
import type { GlobalpingSays } from '../world.ts';
import {
  finishedProbe,
  type Location,
  type Probe,
  pendingProbe,
  probesFor,
  probesOf,
} from './globalping-probes.ts';
import type { Host } from './host.ts';

const DOCS = { links: { documentation: 'https://globalping.io/docs/api.globalping.io' } };

interface Measurement {
  id: string;
  type: string;
  target: string;
  probes: Probe[];
  polls: number;
  createdAt: string;
  measurementOptions: unknown;
}

/** Probes give up after this long, in ms, however seldom anybody looks. */
const LONGEST_MS = 10_000;

/** A request body, as far as anything is known of it. */
interface Asked {
  type?: unknown;
  target?: unknown;
  limit?: unknown;
  locations?: unknown;
  measurementOptions?: unknown;
}

/** api.globalping.io: takes a measurement, then finishes it after some polls. */
export function globalping(): Host {
  const measurements = new Map<string, Measurement>();
  return {
    names: ['api.globalping.io'],
    behaviour: (world) => world.globalping.host,
    openToAll: true,
    async serve(exchange: Exchange): Promise<void> {
      const { method } = exchange.request;
      const path = exchange.url.pathname;
      if (method === 'OPTIONS') return preflight(exchange);
      if (method === 'POST' && path === '/v1/measurements') return create(exchange, measurements);
      const measurement = measurements.get(path.replace('/v1/measurements/', ''));
      if (measurement) return poll(exchange, measurement);
      sendJson(exchange, 404, { error: { type: 'not_found', message: "Couldn't find the requested item." } });
    },
  };
}

function preflight(exchange: Exchange): void {
  exchange.response.setHeader('access-control-allow-headers', '*');
  exchange.response.setHeader('access-control-allow-methods', '*');
  send(exchange, 204, 'text/plain', '');
}

async function create(exchange: Exchange, measurements: Map<string, Measurement>): Promise<void> {
  const asked = parseObject(await readBody(exchange.request));
  // A limit for all and limits for each are either-or.
  const twofold = asked?.limit !== undefined && JSON.stringify(asked.locations ?? '').includes('"limit"');
  if (asked === null || typeof asked.target !== 'string' || twofold) {
    const error = { type: 'validation_error', message: 'Parameter validation failed.', params: {} };
    return sendJson(exchange, 400, { error, ...DOCS });
  }
  const { world } = exchange.world.globalping;
  if (world === 'rate-limited') {
    const message = 'This measurement exceeds the remaining hourly rate limit for your IP address.';
    exchange.response.setHeader('retry-after', '900');
    return sendJson(exchange, 429, { error: { type: 'rate_limit_exceeded', message }, ...DOCS });
  }
  const probes = probesWanted(world, asked);
  if (world === 'no-probes' || probes.length === 0) {
    const message = 'No matching IPv4 probes available.';
    return sendJson(exchange, 422, { error: { type: 'no_probes_found', message }, ...DOCS });
  }
  const id = `LAB${String(measurements.size + 1).padStart(13, '0')}`;
  measurements.set(id, {
    id,
    probes,
    type: typeof asked.type === 'string' ? asked.type : 'http',
    target: asked.target,
    polls: 0,
    createdAt: new Date().toISOString(),
    measurementOptions: asked.measurementOptions ?? {},
  });
  exchange.response.setHeader('location', `https://api.globalping.io/v1/measurements/${id}`);
  exchange.response.setHeader('x-ratelimit-limit', '250');
  exchange.response.setHeader('x-ratelimit-remaining', String(250 - probes.length));
  exchange.response.setHeader('x-ratelimit-reset', '3600');
  sendJson(exchange, 202, { id, probesCount: probes.length });
}

function poll(exchange: Exchange, measurement: Measurement): void {
  const { world, pollsUntilFinished } = exchange.world.globalping;
  measurement.polls += 1;
  const isLate = Date.now() - Date.parse(measurement.createdAt) > LONGEST_MS;
  const finished = world !== 'never-finishes' && (isLate || measurement.polls > pollsUntilFinished);
  const { type, target, probes } = measurement;
  const results = probes.map((probe, index) => ({
    probe,
    result: finished ? finishedProbe(world, index, { type, target, probe }) : pendingProbe(),
  }));
  sendJson(exchange, 200, {
    id: measurement.id,
    type,
    status: finished ? 'finished' : 'in-progress',
    createdAt: measurement.createdAt,
    updatedAt: new Date().toISOString(),
    target,
    probesCount: probes.length,
    measurementOptions: measurement.measurementOptions,
    results,
  });
}

function probesWanted(world: GlobalpingSays, { limit, locations }: Asked): Probe[] {
  const inOneCountry = Array.isArray(locations) && locations.some(({ country }: Location) => country);
  if (typeof world === 'object' && 'of' in world && !inOneCountry) return probesOf(world.of);
  if (Array.isArray(locations)) return probesFor(locations);
  return probesOf(typeof limit === 'number' ? Math.min(limit, 50) : 1);
}

function parseObject(text: string): Asked | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Asked) : null;
  } catch {
    return null;
  }
}
