/**
 * The one writer of what stays of a trouble. One step after the other, each stored before the next begins; each can be taken
 * twice, so the background may be stopped anywhere (`core/trouble.ts`).
 */
import { withRecords } from '../core/record';
import * as v from '../core/shape';
import type { Situation } from '../core/situation';
import { concluded, followed, type Trouble, TroubleSchema } from '../core/trouble';
import { recordsStore, troubleStore } from '../platform/records';
import { UNSAVED } from '../platform/store-keys';
import { type Stored, stored } from '../platform/stored';
import { isShown, isUnsettled } from './badge';
import { notify } from './notify';

/** What the disk would not take: it lasts as long as the browser does. */
const spareStore: Stored<Trouble | null> = stored(UNSAVED, v.nullable(TroubleSchema), () => null);

let chain: Promise<unknown> = Promise.resolve();

/** Takes one step after all earlier ones; resolves with what is stored then. */
export function alter(step: (trouble: Trouble, now: number) => Trouble | Promise<Trouble>): Promise<Trouble> {
  const next = chain.then(async () => {
    const spare = await spareStore.read();
    const before = spare ?? (await troubleStore.read());
    const after = await step(before, Date.now());
    if (after !== before || spare) await keep(after, spare !== null);
    if (after.past.length === 0) return after;
    const old = withRecords(await recordsStore.read(), after.past, Date.now());
    // Not taken: they wait where they are.
    if (!(await recordsStore.write(old))) return after;
    const tidied = { ...after, past: [] };
    await keep(tidied, false);
    return tidied;
  });
  chain = next.catch(() => undefined);
  return next;
}

async function keep(trouble: Trouble, spared: boolean): Promise<void> {
  const kept = await troubleStore.write(trouble);
  if (!kept || spared) await spareStore.write(kept ? null : trouble);
}

/** The trouble as it is known after all steps under way. */
export function trouble(): Promise<Trouble> {
  return alter((same) => same);
}

/** Writes down what the situation says, and tells of the end when it is one. */
export async function follow(situation: Situation): Promise<void> {
  const shown = isShown(situation) && !isUnsettled(situation);
  const { owed, badge } = await alter((known, now) =>
    concluded(followed(known, situation, shown, now), situation.incident, now),
  );
  if (owed && !badge) await tell();
}

/** Tells once: where no notification can be shown, the badge says it from then on. */
function tell(): Promise<unknown> {
  return alter(async (known, now) => {
    const { owed, badge, record } = known;
    if (!owed || badge || !record) return known;
    return (await notify(record, owed))
      ? { ...known, owed: '', record: { ...record, toldAt: now } }
      : { ...known, badge: true };
  });
}
