/**
 * Rounds of evidence. One investigation at a time, shared by all tabs and the popup. No source waits for another, and
 * none can hold the answer up.
 */
import { type HostValue, known } from '../core/evidence';
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
import { toReading } from '../sources/ask';
import { fetchWorld } from '../sources/globalping';
import { askFor } from './ask';
import { gather, sleep, stopAfter, store } from './gather';
import { change, current } from './situation';

let running: Promise<void> | null = null;
let asking: Promise<void> | null = null;

/** Runs a round after the one under way, which mostly leaves nothing to ask. Resolves when it is over. */
export async function investigate(occasion: Occasion): Promise<void> {
  while (running !== null) await running;
  running = round(occasion).finally(() => {
    running = null;
  });
  await running;
}

/** A round is under way in this life of the background. */
export function isInvestigating(): boolean {
  return running !== null;
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
  await change((situation) => withoutRound(situation, asking === null ? [] : ['world']));
}

/** A re-check met a change, or the harmless look met something foreign: now everybody is asked. */
function needsMore(occasion: Occasion, before: HostValue | null, after: Situation): boolean {
  if (after.incident === null) return false;
  const host = known(after.evidence, 'whatsapp-host', Date.now());
  if (occasion === 'recheck') return host?.probe.kind !== before?.probe.kind;
  const plain = host?.probe.kind === 'answered' && host.probe.html === null;
  return occasion === 'trouble' && isOnlyUnknown(after.incident) && before === null && !plain;
}

/** Asks the world, on a click. One measurement at a time, beside any round. */
export function askTheWorld(): Promise<void> {
  asking ??= world().finally(() => {
    asking = null;
  });
  return asking;
}

async function world(): Promise<void> {
  const leave = await readLeave();
  if (!mayBeAsked('world', 'by-hand', leave)) {
    await change((situation, now) => withoutAsking(situation, 'world', now));
    return;
  }
  const asked = await change((situation, now) => withOutstanding(situation, ['world'], now));
  const id = asked.incident?.id;
  const ask = askFor({ automatic: false, signal: stopAfter(id) });
  await store('world', toReading(await fetchWorld(ask, sleep), Date.now()), id);
  await change((situation) => {
    const heard = withoutOutstanding(situation, 'world');
    return running === null ? withoutRound(heard, []) : heard;
  });
}
