/**
 * Shapes of what we store. Only the background writes it, so a reading's value is taken as it is: a rule that
 * stumbles over it cannot tell (`core/diagnose.ts`), and a page that stumbles shows the quiet state.
 */
import * as v from 'valibot';
import { PURPOSES } from '../core/budget';
import { type Evidence, SOURCE_IDS, SYMPTOMS } from '../core/evidence';
import type { Situation, TabTrouble } from '../core/situation';
import { CAUSES, CONFIDENCES, VERDICTS } from '../core/verdict';

const Source = v.picklist(SOURCE_IDS);

const Readings = v.record(
  Source,
  v.looseObject({ state: v.picklist(['known', 'missing']), at: v.number() }),
) as unknown as v.GenericSchema<unknown, Evidence>;

const Trouble = v.looseObject({
  symptom: v.nullable(v.picklist(SYMPTOMS)),
  phase: v.picklist(['suspect', 'notice']),
  at: v.number(),
}) as unknown as v.GenericSchema<unknown, TabTrouble>;

export const SituationSchema: v.GenericSchema<unknown, Situation> = v.object({
  version: v.picklist([1]),
  incident: v.nullable(
    v.object({
      id: v.string(),
      beganAt: v.number(),
      noticedAt: v.number(),
      tabs: v.record(v.string(), Trouble),
      dismissed: v.boolean(),
      checks: v.number(),
    }),
  ),
  evidence: Readings,
  verdict: v.object({
    verdict: v.picklist(VERDICTS),
    cause: v.picklist(CAUSES),
    confidence: v.picklist(CONFIDENCES),
    rule: v.string(),
    because: v.array(Source),
    at: v.number(),
  }),
  round: v.nullable(v.object({ startedAt: v.number(), outstanding: v.array(Source) })),
});

export const AskedSchema = v.array(
  v.object({ purpose: v.picklist(PURPOSES), host: v.string(), at: v.number(), ended: v.string() }),
);
