/**
 * Gathers evidence in stages and stores each reading as it arrives. One investigation at a time, shared by all
 * tabs and the popup. No source waits for another, and none can hold the answer up.
 */
import { type HostValue, known, type Reading, type SourceId, unanswered } from '../core/evidence';
import { withOutstanding, withoutOutstanding, withoutRound, withReading } from '../core/incident';
import { type AutomaticSource, isOnlyUnknown, isSettledHere, type Occasion, plan } from '../core/plan';
import { controlsDead, hostFails } from '../core/reading-of';
import { metaJitterMs } from '../core/schedule';
import type { Situation } from '../core/situation';
import { toReading } from '../sources/ask';
import { fetchDns, fetchStaticsName } from '../sources/doh';
import { fetchWorld } from '../sources/globalping';
import { fetchFamily } from '../sources/meta-family';
import { fetchMeta } from '../sources/meta-status';
import { fetchDevice } from '../sources/this-device';
import { fetchProbe, fetchStatics, PROBE_PAUSE_MS } from '../sources/whatsapp-host';
import { ask } from './ask';
import { deviceSigns } from './device-signs';
import { change, current, until } from './situation';

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

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

/** A round that an earlier life of the background left unfinished is taken up again. */
export async function resume(): Promise<void> {
  const { round } = await current();
  if (round === null || running !== null) return;
  await investigate('trouble');
}

async function round(occasion: Occasion): Promise<void> {
  let sources = plan(occasion, await current(), Date.now());
  while (sources.length > 0) {
    const asked = sources;
    const { evidence } = await change((situation, now) => withOutstanding(situation, asked, now));
    const before = known(evidence, 'whatsapp-host', Date.now());
    const symptom = known(evidence, 'page', Date.now())?.symptom;
    const inside = symptom === 'app-not-starting' || symptom === 'loading-frozen';
    // Before any source starts: both the host's reading and the resolvers wait for this one.
    statics = inside && asked.includes('whatsapp-host') ? fetchStatics(ask) : Promise.resolve('not-asked');
    await Promise.all(asked.map((source) => gather(source)));
    const after = await current();
    sources = needsMore(occasion, before, after) ? plan('by-hand', after, Date.now()) : [];
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

async function store<S extends SourceId>(source: S, reading: Reading<S>): Promise<void> {
  await change((situation, now) => withReading(situation, source, reading, now));
}

/** Whether the host of the page's scripts answers, for the sources that depend on it. */
let statics: Promise<HostValue['statics']> = Promise.resolve('not-asked');

async function gather(source: AutomaticSource): Promise<void> {
  try {
    await GATHER[source]();
  } finally {
    await change((situation) => withoutOutstanding(situation, source));
  }
}

const GATHER: { readonly [S in AutomaticSource]: () => Promise<void> } = {
  'this-device': async () => {
    const value = await fetchDevice(ask, await deviceSigns());
    await store('this-device', { state: 'known', value, at: Date.now() });
  },
  'whatsapp-host': gatherHost,
  dns: gatherDns,
  'meta-family': gatherFamily,
  'meta-status': gatherMeta,
};

/** Probes until it answers, three times at most: a local cause must be reproduced, a blip must not count. */
async function gatherHost(): Promise<void> {
  const scripts = statics;
  for (let failures = 1; failures <= 3; failures++) {
    const probe = await fetchProbe(ask);
    const failed = probe.kind === 'failed';
    // A failure the browser has no name for is no reading, as long as there is another (see `takeNetError`).
    const nameless = probe.kind === 'failed' && probe.name === null;
    await storeHost((host) => {
      if (nameless && host) return host;
      return { probe, failures: failed ? failures : 0, statics: host?.statics ?? 'not-asked' };
    });
    if (!failed || isSettledHere(await current())) break;
    if (failures < 3) await sleep(PROBE_PAUSE_MS);
  }
  // Last, so that a host of scripts that hangs never holds the probe's own word up.
  const state = await scripts;
  await storeHost((host) => (state === 'not-asked' || !host ? host : { ...host, statics: state }));
}

/** The script host's name is asked for last, when that host turns out to fail here. */
async function gatherDns(): Promise<void> {
  const scripts = statics;
  const parsed = await fetchDns(ask);
  await store('dns', toReading(parsed, Date.now()));
  if (!parsed.ok || parsed.value.control !== null || (await scripts) !== 'failed') return;
  const value = { ...parsed.value, statics: await fetchStaticsName(ask) };
  await store('dns', { state: 'known', value, at: Date.now() });
}

/** One step further from the host's last reading, in the order of all changes. */
async function storeHost(step: (host: HostValue | null) => HostValue | null): Promise<void> {
  await change((situation, now) => {
    const before = known(situation.evidence, 'whatsapp-host', now);
    const value = step(before);
    if (value === null || value === before) return situation;
    return withReading(situation, 'whatsapp-host', { state: 'known', value, at: now }, now);
  });
}

/**
 * Meta's other sites are asked after our own probe: `no-cors` cannot refuse a redirect, and where one leads to a
 * sign-in network they would only reach its page.
 */
async function gatherFamily(): Promise<void> {
  await until(({ evidence }) => evidence['whatsapp-host'] !== undefined, 6_000);
  if (isSettledHere(await current())) return;
  const value = await fetchFamily(ask);
  await store('meta-family', { state: 'known', value, at: Date.now() });
}

/** Meta is asked after a jitter that the other stages hide; at once when it may decide alone. */
async function gatherMeta(): Promise<void> {
  await until(nobodyElseTells, metaJitterMs(Math.random()));
  if (isSettledHere(await current())) return;
  await store('meta-status', toReading(await fetchMeta(ask, Date.now), Date.now()));
}

/** Nothing answers at all, or a web page answers where data belongs. */
function nobodyElseTells({ evidence }: Situation): boolean {
  const now = Date.now();
  const host = known(evidence, 'whatsapp-host', now);
  const foreign = host?.probe.kind === 'answered' && host.probe.html !== null;
  return foreign || (controlsDead(evidence, now) && hostFails(host) && unanswered(evidence, 'dns'));
}

/** Asks the world, on a click. One measurement at a time, beside any round. */
export function askTheWorld(): Promise<void> {
  asking ??= world().finally(() => {
    asking = null;
  });
  return asking;
}

async function world(): Promise<void> {
  await change((situation, now) => withOutstanding(situation, ['world'], now));
  await store('world', toReading(await fetchWorld(ask, sleep), Date.now()));
  await change((situation) => {
    const heard = withoutOutstanding(situation, 'world');
    return running === null ? withoutRound(heard, []) : heard;
  });
}
