/**
 * Rounds of evidence. One investigation at a time, shared by all tabs and the popup. No source waits for another, and
 * none can hold the answer up.
 */
import { type HostValue, known, type SourceId } from '../core/evidence';
import { withOutstanding, withoutAsking, withoutOutstanding, withoutRound } from '../core/incident';
import {
  AUTOMATIC,
  type AutomaticSource,
  isOnlyUnknown,
  mayBeAsked,
  type Occasion,
  plan,
} from '../core/plan';
import type { Situation } from '../core/situation';
import { readLeave } from '../platform/stores';
import { gather } from './gather';
import { settle } from './settle';
import { change, current } from './situation';

let running: Promise<Situation> | null = null;
/** Sources asked beside any round: on a click, or by the day's lot. */
const beside = new Map<SourceId, Promise<void>>();

/**
 * Runs a round after the one under way, which mostly leaves nothing to ask. `open` comes first: what the round before it found may
 * have ended the trouble. Resolves when it is over, with what it settled.
 */
export async function investigate(
  occasion: Occasion,
  open: () => Promise<unknown> = async () => undefined,
): Promise<Situation> {
  while (running !== null) await running;
  running = open()
    .then(() => round(occasion))
    .then(settle)
    .finally(() => {
      running = null;
    });
  return running;
}

/** Somebody is being asked in this life of the background. */
export function isAsking(): boolean {
  return running !== null || beside.size > 0;
}

async function round(occasion: Occasion): Promise<void> {
  const leave = await readLeave();
  const welcome = (id: AutomaticSource) => mayBeAsked(id, occasion, leave);
  for (const id of AUTOMATIC) if (!welcome(id)) await change((state, now) => withoutAsking(state, id, now));
  let sources = plan(occasion, await current(), Date.now(), leave);
  while (sources.length > 0) {
    const asked = sources;
    const situation = await change((state, now) => withOutstanding(state, asked, now));
    const before = known(situation.evidence, 'whatsapp-host', Date.now());
    await gather(asked, situation, occasion);
    const after = await current();
    const more = needsMore(occasion, before, after) ? plan('by-hand', after, Date.now(), leave) : [];
    sources = more.filter(welcome);
  }
  await change((situation) => withoutRound(situation, [...beside.keys()]));
}

/** A re-check met a change, or the harmless look met something foreign: now everybody is asked. */
function needsMore(occasion: Occasion, before: HostValue | null, after: Situation): boolean {
  if (after.incident === null) return false;
  const host = known(after.evidence, 'whatsapp-host', Date.now());
  if (occasion === 'recheck') return host?.probe.kind !== before?.probe.kind;
  const plain = host?.probe.kind === 'answered' && host.probe.html === null;
  return occasion === 'trouble' && isOnlyUnknown(after.incident) && before === null && !plain;
}

/** Asks one source beside any round; whoever wants it meanwhile shares the asking. */
export function askBeside(
  source: SourceId,
  gatherIt: (id: string | undefined) => Promise<void>,
): Promise<void> {
  const asking = beside.get(source) ?? once(source, gatherIt).finally(() => beside.delete(source));
  beside.set(source, asking);
  return asking;
}

/** `gatherIt` hears for which trouble it asks. */
async function once(source: SourceId, gatherIt: (id: string | undefined) => Promise<void>): Promise<void> {
  if (!mayBeAsked(source, 'by-hand', await readLeave())) {
    await change((situation, now) => withoutAsking(situation, source, now));
    return;
  }
  const asked = await change((situation, now) => withOutstanding(situation, [source], now));
  await gatherIt(asked.incident?.id);
  await change((situation) => {
    const heard = withoutOutstanding(situation, source);
    return running === null && heard.round?.outstanding.length === 0 ? withoutRound(heard, []) : heard;
  });
}
