/**
 * A measurement from other places, now: Globalping (api.globalping.io/v1, OpenAPI of 2026-08-07). Keyless, readable
 * from a web page, 250 tests an hour per address. Its probes see whether the host answers (reach and edge), never
 * the chat servers behind it. `internal` and `offline` results are the probe's own trouble and no evidence.
 */
import * as v from 'valibot';
import type { WorldValue } from '../core/evidence';
import type { Ask, AskOutcome, Parsed } from './ask';
import { parseJson } from './json';
import { plainText } from './plain-text';

const API = 'https://api.globalping.io/v1/measurements';

/** Places asked. More would cost the network more and tell nothing new. */
const PLACES = 12;

/** Pauses before each look for the result, in ms: four looks, the last one after the probes' own 10 s limit. */
const LOOKS_MS = [1_500, 2_500, 4_000, 7_000] as const;

const Created = v.object({ id: v.string() });
/** An id becomes a part of an address: nothing but these characters may. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;
/** More places than we ever ask for are not ours. */
const MOST_PLACES = 100;
const Place = v.object({
  probe: v.object({ country: v.string(), city: v.string() }),
  result: v.object({
    status: v.string(),
    statusCode: v.optional(v.nullable(v.number())),
    failureSource: v.optional(v.nullable(v.string())),
    tls: v.optional(v.nullable(v.object({ authorized: v.optional(v.boolean()) }))),
  }),
});
const Measurement = v.object({ status: v.string(), results: v.array(Place) });

/** The question, the same for everybody: no place of the person's is in it. */
export function measurementRequest(): string {
  return JSON.stringify({
    type: 'http',
    target: 'web.whatsapp.com',
    limit: PLACES,
    timeout: 10,
    measurementOptions: { protocol: 'HTTPS', port: 443, request: { method: 'HEAD', path: '/' } },
  });
}

/** The id of a measurement just created, or `null`. */
export function parseCreated(text: string): string | null {
  const parsed = v.safeParse(Created, parseJson(text));
  return parsed.success && ID.test(parsed.output.id) ? parsed.output.id : null;
}

/** A measurement's body → places that tell something. `done` is false while probes are still at it. */
export function parseMeasurement(text: string): { done: boolean; value: WorldValue } | null {
  const parsed = v.safeParse(Measurement, parseJson(text));
  if (!parsed.success) return null;
  const places = parsed.output.results.slice(0, MOST_PLACES).flatMap(({ probe, result }) => {
    const reachable = judge(result);
    const place = { country: plainText(probe.country, 2), city: plainText(probe.city, 60) };
    return reachable === null ? [] : [{ ...place, reachable }];
  });
  return { done: parsed.output.status !== 'in-progress', value: { places } };
}

function judge(result: v.InferOutput<typeof Place>['result']): boolean | null {
  if (result.status === 'finished') {
    // Probes look past a certificate that no browser would take; people cannot.
    const passable = result.tls?.authorized !== false;
    return typeof result.statusCode === 'number' ? result.statusCode < 500 && passable : null;
  }
  // A probe in a data centre that WhatsApp's edge turns away still got an answer; only silence is a failure.
  const theirs = result.failureSource === 'target' || result.failureSource === 'resolver';
  return result.status === 'failed' && theirs ? false : null;
}

/** Asks the world, and looks for the result up to four times. At most 5 requests. */
export async function fetchWorld(ask: Ask, sleep: (ms: number) => Promise<void>): Promise<Parsed<'world'>> {
  const created = await ask({
    url: API,
    purpose: 'world',
    method: 'POST',
    how: 'read',
    headers: { 'content-type': 'application/json' },
    body: measurementRequest(),
    deadlineMs: 6_000,
  });
  const id = created.kind === 'answer' && created.status === 202 ? parseCreated(created.text) : null;
  if (id === null) return { ok: false, why: whyNot(created) };
  let last: WorldValue = { places: [] };
  for (const pauseMs of LOOKS_MS) {
    await sleep(pauseMs);
    const look = await ask({ url: `${API}/${id}`, purpose: 'world', how: 'read', deadlineMs: 6_000 });
    const parsed = look.kind === 'answer' && look.status === 200 ? parseMeasurement(look.text) : null;
    if (parsed?.done) return { ok: true, value: parsed.value };
    if (parsed !== null) last = parsed.value;
  }
  return last.places.length > 0 ? { ok: true, value: last } : { ok: false, why: 'unreachable' };
}

function whyNot(
  outcome: AskOutcome,
): 'refused' | 'unreachable' | 'unreadable' | 'spent' | 'no-permission' | 'not-asked' {
  if (outcome.kind === 'error') return outcome.why;
  return outcome.kind === 'answer' && outcome.status === 429 ? 'refused' : 'unreadable';
}
