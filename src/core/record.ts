/**
 * What stays of a trouble: one record each, on disk, written by the background alone (`background/record.ts`) and read by
 * our pages (`platform/records.ts`). Pure.
 *
 * A store of records is `{ version, records }`, oldest first. A new version gets a number, and a step in `STEPS` that makes
 * the store of the version before it into one of its own; nothing that an older version kept is lost.
 */
import { type EpochMs, SOURCE_IDS, type SourceId, SYMPTOMS, type Symptom } from './evidence';
import * as v from './shape';
import { CAUSES, type Cause, CONFIDENCES, type Confidence, VERDICTS, type VerdictName } from './verdict';

/** The answer changed: the verdict, how sure it is, or its cause. What only repeats the one before is not kept. */
export interface Turn {
  at: EpochMs;
  verdict: VerdictName;
  confidence: Confidence;
  cause: Cause;
  /** The source whose word came last before the answer changed. */
  by: SourceId;
}

export interface IncidentRecord {
  /** Its own for ever; a trouble that comes again soon has the id of the first. */
  id: string;
  /** When it began, as the page or the browser saw it. */
  beganAt: EpochMs;
  /** When it was sure enough to be shown: never before `beganAt`. */
  noticedAt: EpochMs;
  /** When the trouble was last seen to last. It lasted at least until then. */
  seenAt: EpochMs;
  /**
   * When it was seen to be over, by signs of two kinds. `null`: it lasts, or nobody saw its end (the tab was closed, the
   * browser ended): then `seenAt` is all that is known, and it may have lasted longer.
   */
  overAt: EpochMs | null;
  /** What was seen to go wrong, each once, in the order of its coming. */
  symptoms: readonly Symptom[];
  /** The answers, oldest first; at least one. Of very many, the first and the newest `MOST_TURNS - 1`. */
  turns: readonly Turn[];
  /** Sources that had a say: whoever was heard while it lasted, each once. */
  sources: readonly SourceId[];
  /** How often it was over and came again within `JOIN_MS`; 0 for most. */
  again: number;
  /** When it came again for the last time; `null` where it never did. */
  againAt: EpochMs | null;
  /** When the person was told by a notification that it is over; `null` when they were not. */
  toldAt: EpochMs | null;
}

/** The store as it lies on disk. */
export interface Records {
  version: typeof RECORDS_VERSION;
  records: readonly IncidentRecord[];
}

export const RECORDS_VERSION = 1 as const;

/** A trouble that begins this soon after the last one was seen is the same one, in ms. */
export const JOIN_MS = 30 * 60_000;

/** Records older than this go, in ms. */
export const KEEP_MS = 90 * 24 * 60 * 60_000;

/** More than these are not kept; the oldest go first. */
export const MOST_RECORDS = 500;

export const MOST_TURNS = 40;

export const NO_RECORDS: Records = { version: RECORDS_VERSION, records: [] };

export const RecordSchema: v.Shape<IncidentRecord> = v.object({
  id: v.string(),
  beganAt: v.number(),
  noticedAt: v.number(),
  seenAt: v.number(),
  overAt: v.nullable(v.number()),
  symptoms: v.array(v.picklist(SYMPTOMS)),
  turns: v.array(
    v.object({
      at: v.number(),
      verdict: v.picklist(VERDICTS),
      confidence: v.picklist(CONFIDENCES),
      cause: v.picklist(CAUSES),
      by: v.picklist(SOURCE_IDS),
    }),
  ),
  sources: v.array(v.picklist(SOURCE_IDS)),
  again: v.number(),
  againAt: v.nullable(v.number()),
  toldAt: v.nullable(v.number()),
});

type Raw = Record<string, unknown>;

/** Version → the step from it to the next one. */
export type StepsUp = Readonly<Record<number, (store: Raw) => Raw>>;
const STEPS: StepsUp = {};

/** A store of any version that is known → one of `to`. A newer one, or no store at all, stays what it is. */
export function migrated(raw: unknown, steps: StepsUp = STEPS, to: number = RECORDS_VERSION): unknown {
  let store = raw;
  for (;;) {
    const version = Number((store as Raw | null)?.['version']);
    const step = version < to ? steps[version] : undefined;
    if (step === undefined) return store;
    store = { ...step(store as Raw), version: version + 1 };
  }
}

const StoreSchema: v.Shape<Records> = v.object({
  version: v.picklist([RECORDS_VERSION]),
  records: v.array(RecordSchema),
});

/** Reads a store of this or an earlier version that may come from anywhere: a file. */
export const RecordsSchema: v.Shape<Records> = (raw) => StoreSchema(migrated(raw));

const Carried: v.Shape<Records> = v.being((store) => {
  const { version, records } = store as Records;
  return version === RECORDS_VERSION && Array.isArray(records);
});

/**
 * Reads our own store of this or an earlier version. Records are taken as they are: the background only carries them along,
 * also those that are half there, and pages show those that are `whole`.
 */
export const CarriedSchema: v.Shape<Records> = (raw) => Carried(migrated(raw));

/** The records that are whole. */
export function whole(records: readonly unknown[]): IncidentRecord[] {
  return records.flatMap((one) => {
    const parsed = v.safeParse(RecordSchema, one);
    return parsed.success ? [parsed.output] : [];
  });
}

/** With these records too: one with the same id takes the other's place. Bounded, and in the order of their beginning. */
export function withRecords(store: Records, more: readonly IncidentRecord[], now: EpochMs): Records {
  const all = [...store.records.filter(({ id }) => !more.some((one) => one.id === id)), ...more];
  const kept = all
    // One that does not say when it was is no older than another.
    .filter(({ seenAt, overAt }) => !(now - (overAt ?? seenAt) >= KEEP_MS))
    .toSorted((one, other) => one.beganAt - other.beganAt)
    .slice(-MOST_RECORDS);
  return { ...store, records: kept };
}

/** How long it lasted, in ms; at least so long where nobody saw its end (`overAt` is `null`). */
export function lastedMs({ beganAt, seenAt, overAt }: IncidentRecord): number {
  return Math.max(0, (overAt ?? seenAt) - beganAt);
}

/** The answer that stays: the last one that claims anything, else the last. */
export function lastWord({ turns }: IncidentRecord): Turn | undefined {
  return turns.findLast(({ verdict }) => verdict !== 'unsure' && verdict !== 'working') ?? turns.at(-1);
}
