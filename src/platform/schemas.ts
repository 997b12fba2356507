/**
 * Shapes of what we store. Only the background writes it, so readings and troubles are taken as they are: a rule that
 * stumbles over one cannot tell (`core/diagnose.ts`), and a page that stumbles shows the quiet state.
 */
import type { Kept } from '../core/asking/kept';
import type { Asked } from '../core/asking/ledger';
import type { Manners } from '../core/asking/manners';
import { type Evidence, SOURCE_IDS } from '../core/evidence';
import { LEAVES, OPTIONAL_SOURCES, type Settings, THEMES } from '../core/settings';
import * as v from '../core/shape';
import type { Situation, TabTrouble } from '../core/situation';
import { CAUSES, CONFIDENCES, type Finding, VERDICTS } from '../core/verdict';
import type { WayStates } from '../core/ways';
import type { AskOutcome } from '../sources/ask';

const Source = v.picklist(SOURCE_IDS);

const Anything = v.record(v.string(), v.unknown());
const Readings = v.record(Source, Anything) as unknown as v.Shape<Evidence>;
const Troubles = v.record(v.string(), Anything) as unknown as v.Shape<Record<string, TabTrouble>>;

const Findings = v.array(Anything) as unknown as v.Shape<Finding[]>;

export const SituationSchema: v.Shape<Situation> = v.object({
  version: v.picklist([1]),
  incident: v.nullable(
    v.object({
      id: v.string(),
      beganAt: v.number(),
      noticedAt: v.number(),
      tabs: Troubles,
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
    // What an older version stored has none.
    findings: v.optional(Findings, []),
    at: v.number(),
  }),
  round: v.nullable(v.object({ startedAt: v.number(), outstanding: v.array(Source) })),
});

/** Entries of no use leave the list at the next step (`lastHour`). */
export const AskedSchema = v.array(Anything) as unknown as v.Shape<Asked[]>;

export const MannersSchema = v.object({
  counts: v.array(Anything),
  hosts: v.record(v.string(), Anything),
}) as unknown as v.Shape<Manners>;

export const KeptSchema = v.record(v.string(), Anything) as unknown as v.Shape<
  Record<string, Kept<AskOutcome>>
>;

export const WaysSchema = v.record(
  v.string(),
  v.object({
    status: v.picklist(['reachable', 'unreachable', 'trouble', 'unknown']),
    note: v.string(),
    incident: v.nullable(v.string()),
    since: v.nullable(v.number()),
    at: v.number(),
  }),
) as unknown as v.Shape<WayStates>;

export const SettingsSchema: v.Shape<Settings> = v.object({
  version: v.picklist([1]),
  language: v.nullable(v.string()),
  theme: v.picklist(THEMES),
  banner: v.boolean(),
  // Unknown to older versions.
  reload: v.optional(v.boolean(), false),
  leave: v.object(v.entriesFromList(OPTIONAL_SOURCES, v.picklist(LEAVES))),
  country: v.nullable(v.string()),
  network: v.nullable(v.number()),
  ways: v.nullable(v.array(v.string())),
  contacts: v.record(v.string(), v.string()),
  pages: v.array(v.object({ url: v.string(), format: v.string(), name: v.string() })),
});
