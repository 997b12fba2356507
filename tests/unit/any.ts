/** Any evidence at all, for properties. */
import fc from 'fast-check';
import {
  type EpochMs,
  type Evidence,
  FRESH_MS,
  MISSING_REASONS,
  type NameState,
  NET_CAUSES,
  type PageValue,
  SOURCE_IDS,
  type SourceId,
  SYMPTOMS,
  type Values,
} from '../../src/core/evidence';
import { HOUR, NOW } from './witnesses';

/**
 * Checks a property. The same seed every time, so that a red run is red again; `FC_SEED=…` looks elsewhere.
 * More runs than fast-check's hundred: the sharp cases lie where several witnesses meet.
 */
export function always<T extends unknown[]>(property: fc.IProperty<T>, numRuns = 1_000): void {
  fc.assert(property, { numRuns, seed: Number(process.env.FC_SEED ?? 20_261_121) });
}

const NAME_STATES: readonly NameState[] = [
  'addresses',
  'gone',
  'filtered',
  'no-data',
  'stale',
  'unreachable',
];

// Two states carry all the decisions; without weight they would hardly ever meet.
const nameState = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<NameState>('addresses', 'gone') },
  { weight: 1, arbitrary: fc.constantFrom(...NAME_STATES) },
);
const bothNames = fc.oneof(
  nameState.map((state): readonly NameState[] => [state, state]),
  fc.tuple(nameState, nameState),
);
const names = fc.option(bothNames, { nil: null });
const netCause = fc.constantFrom(...NET_CAUSES);
const html = fc.constantFrom(null, 'page-a', 'page-b');

/** A page in trouble. */
export const anyTrouble: fc.Arbitrary<PageValue> = fc.oneof(
  fc.constantFrom(...SYMPTOMS).map((symptom): PageValue => ({ symptom })),
  netCause.map((cause): PageValue => ({ symptom: 'document-failed', error: { name: 'any', cause } })),
);

/** Up to `most` places of a country, of which some cannot reach WhatsApp. */
const anyPlaces = (country: string, most: number): fc.Arbitrary<Values['world']['places']> =>
  fc
    .tuple(fc.nat(most), fc.nat(most))
    .map(([failing, all]) =>
      Array.from({ length: all }, (_, index) => ({ country, city: 'Berlin', reachable: index >= failing })),
    );

const META = {
  service: fc.constantFrom(null, 'Cloud API'),
  sinceAt: fc.constantFrom(null, NOW - HOUR),
  ageMs: fc.option(fc.integer({ min: 0, max: 24 * HOUR }), { nil: null }),
  others: fc.constantFrom([], ['Messenger']),
  statement: fc.constant(null),
};

const VALUES: { readonly [S in SourceId]: fc.Arbitrary<Values[S]> } = {
  page: fc.oneof(
    { weight: 9, arbitrary: anyTrouble },
    { weight: 1, arbitrary: fc.constant<PageValue>({ symptom: null }) },
  ),
  'recent-success': fc.integer({ min: -HOUR, max: 5_000 }).map((ms) => ({ lastGoodAt: NOW + ms })),
  'this-device': fc.record({
    online: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.boolean() }),
    google: fc.boolean(),
    cloudflare: fc.boolean(),
    portalLocked: fc.oneof(
      { weight: 4, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.boolean() },
    ),
  }),
  'whatsapp-host': fc.record({
    probe: fc.oneof(
      fc.record({
        kind: fc.constant('answered' as const),
        status: fc.constantFrom(200, 400, 404, 500, 503),
        html,
      }),
      fc.record({
        kind: fc.constant('redirected' as const),
        toHost: fc.constantFrom(null, 'login.hotel.example'),
      }),
      fc.record({ kind: fc.constant('failed' as const), name: fc.constant('any'), cause: netCause }),
    ),
    failures: fc.integer({ min: 0, max: 3 }),
    statics: fc.constantFrom('answered' as const, 'failed' as const, 'not-asked' as const),
  }),
  dns: fc.record({ whatsapp: bothNames, control: names, meta: names, statics: names }),
  'meta-family': fc.record({ facebook: fc.boolean(), instagram: fc.boolean() }),
  'meta-status': fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        ...META,
        level: fc.constantFrom('high', 'medium', 'low', 'resolved', 'nothing', 'unknown-word'),
        html: fc.constant(null),
        foreign: fc.constant(false),
      }),
    },
    // What answered in Meta's place says no word of Meta's.
    {
      weight: 1,
      arbitrary: fc.record({ ...META, level: fc.constant('unknown-word'), html, foreign: fc.boolean() }),
    },
  ),
  world: fc.record({ places: anyPlaces('DE', 12) }),
  phone: fc.record({ works: fc.boolean() }),
  crowd: fc.record({
    stories: fc.option(fc.nat(20), { nil: null }),
    accounts: fc.option(fc.nat(40), { nil: null }),
  }),
  country: fc.record({
    country: fc.constant('IN'),
    network: fc.constantFrom(null, 55836),
    places: anyPlaces('IN', 4),
    cutOff: fc.constantFrom(null, true, false),
    tests: fc.option(fc.record({ odd: fc.nat(20), all: fc.nat(40) }), { nil: null }),
  }),
};

/** A value of the source, whatever it may be. */
export function anyValue<S extends SourceId>(source: S): fc.Arbitrary<Values[S]> {
  return VALUES[source];
}

type AnyReading = NonNullable<Evidence[SourceId]>;

/** A known reading of the source, this old. */
export function anyKnown(source: SourceId, ageMs: fc.Arbitrary<number>): fc.Arbitrary<AnyReading> {
  return fc
    .tuple(anyValue(source) as fc.Arbitrary<unknown>, ageMs)
    .map(([value, age]) => ({ state: 'known', value, at: NOW - age }) as AnyReading);
}

/** A source that said nothing. */
export function anyMissing(at: EpochMs = NOW): fc.Arbitrary<AnyReading> {
  return fc.constantFrom(...MISSING_REASONS).map((why) => ({ state: 'missing', why, at }) as AnyReading);
}

function anyFresh(source: SourceId): fc.Arbitrary<AnyReading> {
  const oldest = Math.min(FRESH_MS[source], HOUR);
  return fc.oneof(
    { weight: 4, arbitrary: anyKnown(source, fc.integer({ min: 0, max: oldest })) },
    { weight: 1, arbitrary: anyMissing() },
  );
}

/** Any set of fresh readings, of any of `sources`. */
export function anyEvidence(sources: readonly SourceId[] = SOURCE_IDS): fc.Arbitrary<Evidence> {
  const readings = Object.fromEntries(sources.map((source) => [source, anyFresh(source)]));
  return fc.record(readings, { requiredKeys: [] }) as fc.Arbitrary<Evidence>;
}

/** Any evidence in which the page is in trouble. */
export const anyTroubled: fc.Arbitrary<Evidence> = fc
  .tuple(anyTrouble, anyEvidence(SOURCE_IDS.filter((source) => source !== 'page')))
  .map(([value, rest]) => ({ ...rest, page: { state: 'known', value, at: NOW } }));
