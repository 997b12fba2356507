/**
 * A measurement from other places, now: Globalping (api.globalping.io/v1, OpenAPI of 2026-08-07). Keyless, readable
 * from a web page, 250 tests an hour per address. Its probes see whether the host answers (reach and edge), never
 * the chat servers behind it. `internal` and `offline` results are the probe's own trouble and no evidence.
 */

import type { MissingReason, Place, WorldValue } from '../core/evidence';
import * as v from '../core/shape';
import type { Ask, AskOutcome, Parsed } from './ask';
import { leadsNowhere } from './doh';
import { parseJson } from './json';
import { plainText } from './plain-text';

const API = 'https://api.globalping.io/v1/measurements';

/** Where to measure from; each is so many tests at most, and fewer where there are no more probes. */
export interface Where {
  continent?: string;
  country?: string;
  asn?: number;
  limit: number;
}

/**
 * Two places on each continent, the same question for everybody. The service's own mix (30 % Europe, 30 % North America, 5 %
 * Africa) would let two continents' trouble pass for the world's; here one continent, 17 %, can neither make "the world
 * cannot reach it" nor hide that others do.
 */
const EVERYWHERE: readonly Where[] = ['AF', 'AS', 'EU', 'NA', 'OC', 'SA'].map((continent) => ({
  continent,
  limit: 2,
}));

/** Pauses before each look for the result, in ms: four looks, the last one after the probes' own 10 s limit. */
const LOOKS_MS: readonly number[] = [1_500, 2_500, 4_000, 7_000];
/** Where nobody waits for it: one look, after that limit. With the browser's preflight that is three requests. */
export const ONE_LOOK_MS: readonly number[] = [12_000];

const Created = v.object({ id: v.string() });
/** An id becomes a part of an address: nothing but these characters may. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;
/** More places than we ever ask for are not ours. */
const MOST_PLACES = 100;
const Maybe = <T>(schema: v.Shape<T>) => v.optional(v.nullable(schema));
const Result = v.object({
  status: v.string(),
  statusCode: Maybe(v.number()),
  failureSource: Maybe(v.string()),
  rawOutput: Maybe(v.string()),
  tls: Maybe(v.object({ authorized: v.optional(v.boolean()) })),
  answers: Maybe(v.array(v.object({ type: v.string(), value: v.string() }))),
});
const Measurement = v.object({
  status: v.string(),
  results: v.array(
    v.object({
      probe: v.object({
        continent: v.optional(v.string(), ''),
        country: v.string(),
        city: v.string(),
        latitude: Maybe(v.number()),
        longitude: Maybe(v.number()),
      }),
      result: Result,
    }),
  ),
});

type Result = v.InferOutput<typeof Result>;
type Why = NonNullable<Place['why']>;

/** The question: does the site answer, or (`dns`) is its name found. */
export function measurementRequest(type: 'http' | 'dns' = 'http', locations = EVERYWHERE): string {
  return JSON.stringify({
    type,
    target: 'web.whatsapp.com',
    locations,
    timeout: 10,
    measurementOptions:
      type === 'dns'
        ? { query: { type: 'A' } }
        : { protocol: 'HTTPS', port: 443, request: { method: 'HEAD', path: '/' } },
  });
}

/** The id of a measurement just created, or `null`. */
export function parseCreated(text: string): string | null {
  const parsed = v.safeParse(Created, parseJson(text));
  return parsed.success && ID.test(parsed.output.id) ? parsed.output.id : null;
}

/** A measurement's body → places that tell something. `done` is false while probes are still at it. */
export function parseMeasurement(
  text: string,
  type: 'http' | 'dns' = 'http',
): { done: boolean; value: WorldValue } | null {
  const parsed = v.safeParse(Measurement, parseJson(text));
  if (!parsed.success) return null;
  const places = parsed.output.results.slice(0, MOST_PLACES).flatMap(({ probe, result }): Place[] => {
    const why = judge(result, type);
    if (why === null) return [];
    const { latitude, longitude } = probe;
    return [
      {
        continent: plainText(probe.continent, 2),
        country: plainText(probe.country, 2),
        city: plainText(probe.city, 60),
        ...(latitude != null &&
          longitude != null && { latitude: degrees(latitude), longitude: degrees(longitude) }),
        ...(why ? { reachable: false, why } : { reachable: true }),
      },
    ];
  });
  return { done: parsed.output.status !== 'in-progress', value: { type, places } };
}

/** Whole degrees, on this planet. */
const degrees = (angle: number) => Math.round(Math.max(-180, Math.min(180, angle)));

/** Why the place cannot reach it, '' when it can, `null` when it tells nothing. */
function judge({ status, statusCode, ...result }: Result, type: 'http' | 'dns'): Why | '' | null {
  if (status === 'finished') {
    if (typeof statusCode !== 'number') return null;
    if (type === 'dns') return judgeName(statusCode, result.answers ?? []);
    // Probes look past a certificate that no browser would take; people cannot.
    if (result.tls?.authorized === false) return 'certificate';
    return statusCode < 500 ? '' : 'server-error';
  }
  // A probe in a data centre that WhatsApp's edge turns away still got an answer; only silence is a failure.
  if (status !== 'failed') return null;
  if (result.failureSource === 'resolver') return 'name-not-resolved';
  return result.failureSource === 'target' ? whyFailed(result.rawOutput ?? '') : null;
}

/** The resolver that place uses: SERVFAIL and NXDOMAIN of a name that surely exists; the rest is the resolver's own. */
function judgeName(code: number, answers: NonNullable<Result['answers']>): Why | '' | null {
  const addresses = answers.filter(({ type }) => type === 'A').map(({ value }) => value);
  if (code === 0 && addresses.length > 0) return addresses.every(leadsNowhere) ? 'name-not-resolved' : '';
  return code === 2 || code === 3 ? 'name-not-resolved' : null;
}

/** In the probe's words (globalping-probe's undici handler, 2026-08-19): `queryA ENOTFOUND …`, `Request timeout.` */
const WORDS: readonly (readonly [RegExp, Why])[] = [
  [/query|NOTFOUND/, 'name-not-resolved'],
  [/timeout|TIMEDOUT/i, 'timed-out'],
  [/REFUSED/, 'refused'],
  [/RESET/, 'reset'],
];

function whyFailed(words: string): Why {
  return WORDS.find(([word]) => word.test(words))?.[1] ?? 'unknown';
}

/** Asks the world, or these places, and looks for the result as often as `looksMs` says. At most 5 requests. */
export async function fetchWorld(
  ask: Ask,
  sleep: (ms: number) => Promise<void>,
  type: 'http' | 'dns' = 'http',
  locations = EVERYWHERE,
  looksMs = LOOKS_MS,
): Promise<Parsed<'world'>> {
  const created = await ask({
    url: API,
    purpose: 'world',
    method: 'POST',
    how: 'read',
    headers: { 'content-type': 'application/json' },
    body: measurementRequest(type, locations),
    // Two trips, the first for the browser’s own question (CORS), on a line that may be bad; and somebody asked for it.
    deadlineMs: 10_000,
  });
  const id = created.kind === 'answer' && created.status === 202 ? parseCreated(created.text) : null;
  if (id === null) return { ok: false, why: whyNot(created) };
  let last: WorldValue | null = null;
  for (const pauseMs of looksMs) {
    await sleep(pauseMs);
    const look = await ask({ url: `${API}/${id}`, purpose: 'world', how: 'read', deadlineMs: 6_000 });
    // The trouble is over, and nobody waits for it.
    if (look.kind === 'error' && look.why === 'not-asked') break;
    const parsed = look.kind === 'answer' && look.status === 200 ? parseMeasurement(look.text, type) : null;
    if (parsed?.done) return { ok: true, value: parsed.value };
    last = parsed?.value ?? last;
  }
  return last?.places.length ? { ok: true, value: last } : { ok: false, why: 'unreachable' };
}

function whyNot(outcome: AskOutcome): MissingReason {
  if (outcome.kind === 'error') return outcome.why;
  return outcome.kind === 'answer' && outcome.status === 429 ? 'refused' : 'unreadable';
}
