/**
 * Every parser of `src/sources`, found by its name: a new adapter is fuzzed without anybody listing it. None may throw, and
 * none may take long, whatever comes.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyText } from '../any-text';
import { NOW } from '../witnesses';

type Parser = (given: unknown, ...more: unknown[]) => unknown;
type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Parsers of a whole outcome of asking, not of its text. */
const OF_OUTCOMES = ['parseProbe', 'toParsed'];

/** `parse…` of every module, and what makes a reading of an outcome. */
export function parsersOf(modules: Modules): readonly (readonly [name: string, parse: Parser])[] {
  return Object.entries(modules).flatMap(([path, module]) =>
    Object.entries(module).flatMap(([name, value]) => {
      const parses = typeof value === 'function' && (/^parse[A-Z]/.test(name) || OF_OUTCOMES.includes(name));
      return parses ? [[`${name} (${path.replace(/^.*\//, '')})`, value as Parser] as const] : [];
    }),
  );
}

/** Bodies of the shapes that sources give, for the bent ones. */
const SAMPLES: readonly unknown[] = [
  {
    Status: 0,
    Answer: [{ name: 'web.whatsapp.com', type: 1, data: '192.0.2.1' }],
    Comment: ['EDE(22): none'],
  },
  [
    {
      id: 'whatsapp-business-api',
      name: 'WhatsApp',
      services: [{ name: 'Cloud API', status: 'High disruptions', time: '2026-11-21T15:30:00Z' }],
    },
  ],
  [{ status: 'High disruptions', posts: [{ description: 'We are on it.', time: '2026-11-21T15:30:00Z' }] }],
  { id: 'PY5fMsREMmIq45VR', probesCount: 1 },
  {
    status: 'finished',
    results: [{ probe: { country: 'DE', city: 'Berlin' }, result: { status: 'finished', statusCode: 200 } }],
  },
  { hits: [{ objectID: '1', title: 'WhatsApp is down', created_at_i: 1795276800 }], nbHits: 1 },
  [{ id: '1', created_at: '2026-11-21T15:50:00.000Z', account: { acct: 'someone@example.org' } }],
  {
    result: [
      { anomaly_count: 1, ok_count: 9, measurement_count: 10, measurement_start_day: '2026-11-21T00:00:00Z' },
    ],
  },
  {
    data: [
      { datasource: 'bgp', level: 'critical', time: 1795276800, entity: { code: 'IN', type: 'country' } },
    ],
  },
  {
    status: { indicator: 'major', description: 'Major outage' },
    incidents: [{ name: 'Down', impact: 'critical' }],
  },
];

const text = fc
  .tuple(
    fc.constantFrom(...SAMPLES).chain(anyText),
    fc.oneof(
      { weight: 30, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 2, max: 400 }) },
    ),
  )
  .map(([body, times]) => body.repeat(times).slice(0, 256_000));

const outcome = fc.oneof(
  fc.record({
    kind: fc.constant('answer'),
    status: fc.integer({ min: 100, max: 599 }),
    contentType: fc.constantFrom('application/json', 'text/html; charset=utf-8', ''),
    dateAt: fc.constantFrom(null, NOW, Number.NaN),
    text,
  }),
  fc.record({ kind: fc.constant('redirect'), toHost: fc.option(fc.string(), { nil: null }) }),
  fc.record({
    kind: fc.constant('error'),
    why: fc.constant('unreachable'),
    name: fc.option(fc.string(), { nil: null }),
  }),
);

/** Longest time one body may take, in ms; generous, for machines that compute other things as well. */
const LONGEST_MS = 2_000;

/** Throws where the parser throws, or takes too long. */
export function checkParser(name: string, parse: Parser, options: { numRuns: number; seed: number }): void {
  const given: fc.Arbitrary<unknown> = OF_OUTCOMES.some((one) => name.startsWith(one)) ? outcome : text;
  const holds = (body: unknown) => {
    const began = performance.now();
    parse(body, NOW, NOW);
    assert.ok(performance.now() - began < LONGEST_MS, 'took too long');
  };
  fc.assert(fc.property(given, holds), options);
}
