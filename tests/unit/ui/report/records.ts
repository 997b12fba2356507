/** Records of past troubles, for tests of what pages make of them. */
import fc from 'fast-check';
import { SOURCE_IDS, SYMPTOMS } from '../../../../src/core/evidence';
import type { IncidentRecord } from '../../../../src/core/record';
import { CAUSES, CONFIDENCES, VERDICTS } from '../../../../src/core/verdict';

const MINUTE = 60_000;

/** A confirmed outage that began then and was seen to end `minutes` later, or whose end nobody saw. */
export function recordOf(id: string, beganAt: number, minutes: number, ended = true): IncidentRecord {
  const endAt = beganAt + minutes * MINUTE;
  return {
    id,
    beganAt,
    noticedAt: beganAt,
    seenAt: endAt,
    overAt: ended ? endAt : null,
    symptoms: ['document-failed'],
    turns: [
      { at: beganAt, verdict: 'unsure', confidence: '', cause: '', by: 'page' },
      { at: beganAt, verdict: 'global', confidence: 'confirmed', cause: 'whatsapp-only', by: 'world' },
    ],
    sources: ['page', 'world'],
    again: 0,
    againAt: null,
    toldAt: null,
  };
}

/** Any record that we could have kept by `now`. */
export function anyRecord(now: number): fc.Arbitrary<IncidentRecord> {
  const at = fc.integer({ min: now - 80 * 24 * 60 * MINUTE, max: now - MINUTE });
  const lasted = fc.integer({ min: 0, max: MINUTE });
  const turn = fc.record({
    at,
    verdict: fc.constantFrom(...VERDICTS),
    confidence: fc.constantFrom(...CONFIDENCES),
    cause: fc.constantFrom(...CAUSES),
    by: fc.constantFrom(...SOURCE_IDS),
  });
  return fc
    .record({
      id: fc.uuid(),
      beganAt: at,
      seen: lasted,
      over: fc.option(lasted),
      symptoms: fc.uniqueArray(fc.constantFrom(...SYMPTOMS), { maxLength: 4 }),
      turns: fc.array(turn, { minLength: 1, maxLength: 40 }),
      sources: fc.uniqueArray(fc.constantFrom(...SOURCE_IDS)),
      again: fc.nat({ max: 9 }),
      againAt: fc.option(at),
      toldAt: fc.option(at),
    })
    .map(({ seen, over, beganAt, ...record }) => ({
      ...record,
      beganAt,
      noticedAt: beganAt,
      seenAt: beganAt + seen,
      overAt: over === null ? null : beganAt + over,
    }));
}
