/**
 * What holds for any evidence at all (`docs/verdicts.md`, "What always holds"). `npm test` tries each 2,000 times,
 * `npm run fuzz` 100,000 times.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnose } from '../../src/core/diagnose';
import {
  type Evidence,
  FRESH_MS,
  known,
  type Reading,
  SOURCE_IDS,
  type SourceId,
} from '../../src/core/evidence';
import { withReading, withTrouble } from '../../src/core/incident';
import { quiet } from '../../src/core/situation';
import { type Says, saysOf } from '../../src/core/testimony';
import { CONFIDENCES, type Verdict } from '../../src/core/verdict';
import { anyEvidence, anyKnown, anyMissing, anyTroubled } from '../unit/any';
import { HOUR, NOW } from '../unit/witnesses';

export interface Property {
  name: string;
  /** Throws where the property does not hold. */
  check(options: { numRuns: number; seed: number }): void;
}

const sureness = ({ confidence }: Verdict) => CONFIDENCES.indexOf(confidence);
const claimOf = ({ verdict, cause, confidence }: Verdict) => ({ verdict, cause, confidence });
const withSource = (evidence: Evidence, source: SourceId, reading: unknown) =>
  ({ ...evidence, [source]: reading }) as Evidence;

const OTHERS = SOURCE_IDS.filter((source) => source !== 'page');
const FINITE = SOURCE_IDS.filter((source) => Number.isFinite(FRESH_MS[source]));

function property<T>(name: string, any: fc.Arbitrary<T>, holds: (value: T) => void): Property {
  return { name, check: (options) => fc.assert(fc.property(any, holds), options) };
}

type Readings = [SourceId, Reading<SourceId>][];

const twoOrders = anyEvidence(OTHERS).chain((evidence) => {
  const readings = Object.entries(evidence) as Readings;
  const whole = { minLength: readings.length, maxLength: readings.length };
  return fc.tuple(fc.constant(readings), fc.shuffledSubarray(readings, whole));
});

const order = property('the order of readings never matters', twoOrders, ([one, other]) => {
  const trouble = { symptom: 'cannot-connect', phase: 'notice', at: NOW } as const;
  const begun = withTrouble(quiet(NOW), '1', trouble, 'incident', NOW);
  const play = (readings: Readings) =>
    readings.reduce((all, [source, reading]) => withReading(all, source, reading, NOW), begun).verdict;
  assert.deepEqual(play(one), play(other));
});

/** A source is asked again and gives nothing, or was never asked at all. */
const missing = property(
  'a source that goes missing never turns `unsure` into `global`, nor any verdict into `working`',
  fc.tuple(anyTroubled, fc.constantFrom(...OTHERS), fc.option(anyMissing(), { nil: undefined })),
  ([evidence, source, none]) => {
    const before = diagnose(evidence, NOW).verdict;
    const after = diagnose(withSource(evidence, source, none), NOW).verdict;
    if (before === 'unsure') assert.notEqual(after, 'global');
    // The one exception: a page we do not know is no trouble before WhatsApp's own host was asked about it.
    const page = known(evidence, 'page', NOW)?.symptom;
    const unasked = page === 'page-unknown' && source === 'whatsapp-host' && none === undefined;
    if (before !== 'working' && !unasked) assert.notEqual(after, 'working');
  },
);

const tooOld = fc
  .constantFrom(...FINITE)
  .chain((source) =>
    fc.tuple(
      fc.constant(source),
      anyKnown(
        source,
        fc.oneof(
          fc.integer({ min: FRESH_MS[source] + 1, max: 48 * HOUR }),
          fc.integer({ min: -48 * HOUR, max: -60_001 }),
        ),
      ),
    ),
  );

const stale = property(
  'stale evidence never strengthens',
  fc.tuple(anyTroubled, tooOld),
  ([evidence, [source, reading]]) => {
    const without = diagnose(withSource(evidence, source, undefined), NOW);
    const withIt = diagnose(withSource(evidence, source, reading), NOW);
    assert.ok(sureness(withIt) <= sureness(without));
    if (sureness(withIt) > 0) assert.deepEqual(claimOf(withIt), claimOf(without));
  },
);

const cites = property('each verdict but `unsure` cites evidence', anyTroubled, (evidence) => {
  const { verdict, rule, because } = diagnose(evidence, NOW);
  if (verdict === 'unsure' || rule === 'calm') return;
  assert.notEqual(because.length, 0);
  for (const source of because) assert.equal(evidence[source]?.state, 'known');
});

/** Who can speak for a side besides our own path. */
const WITNESSES = ['dns', 'world', 'meta-status', 'phone', 'country', 'crowd'] as const;
const WORD: { readonly [V in Verdict['verdict']]?: Says } = {
  global: 'points-to-them',
  local: 'points-to-you',
};

const agreeing = fc.constantFrom(...WITNESSES).chain((source) =>
  fc.tuple(
    anyTroubled.map((evidence) => withSource(evidence, source, undefined)),
    fc.constant(source),
    anyKnown(source, fc.constant(0)),
  ),
);

const more = property(
  'one more witness for the same side never lowers confidence',
  agreeing,
  ([evidence, source, reading]) => {
    const before = diagnose(evidence, NOW);
    const joined = withSource(evidence, source, reading);
    const word = WORD[before.verdict];
    if (word === undefined || saysOf(joined, source, NOW) !== word) return;
    const after = diagnose(joined, NOW);
    // Meta's answer has a second meaning: that the web page our probe got is not a sign-in network's, so that the failed
    // document answers again. That ends the trouble, and lowers nothing.
    if (after.rule === 'answers-again') return;
    // That the world reaches it speaks for "only here" and for "only in this country" alike. With a country that was heard
    // failing it names the country, which is another claim.
    if (before.verdict === 'local' && after.verdict === 'regional') return;
    assert.ok(sureness(after) >= sureness(before));
  },
);

const findings = property('the first finding that could tell decides', anyTroubled, (evidence) => {
  const { rule, verdict, cause, confidence, findings } = diagnose(evidence, NOW);
  if (rule === 'calm') assert.deepEqual(findings, []);
  else assert.deepEqual(findings[0], { rule, verdict, cause, confidence });
  assert.equal(new Set(findings.map((one) => one.rule)).size, findings.length);
});

export const PROPERTIES: readonly Property[] = [order, missing, stale, cites, more, findings];
