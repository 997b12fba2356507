/** How each automatic source is asked: when it starts, what it waits for, and what of it is stored. */
import { type HostValue, known, type Reading, type SourceId, unanswered } from '../core/evidence';
import { withoutOutstanding, withReading } from '../core/incident';
import { type AutomaticSource, isSettledHere, type Occasion } from '../core/plan';
import { controlsDead, dnsHasGap, hostAnswers, hostFails } from '../core/reading-of';
import { jitterMs, META_JITTER_MS } from '../core/schedule';
import type { Situation } from '../core/situation';
import { isGranted } from '../platform/permissions';
import { type Ask, atMost, ROUND, toReading } from '../sources/ask';
import { fetchDns, fetchStaticsName } from '../sources/doh';
import { fetchFamily } from '../sources/meta-family';
import { fetchMeta } from '../sources/meta-status';
import { fetchDevice } from '../sources/this-device';
import { fetchProbe, fetchStatics, PROBE_PAUSE_MS, STATUS } from '../sources/whatsapp-host';
import { askFor } from './ask';
import { deviceSigns } from './device-signs';
import { change, current, until } from './situation';

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Stores one reading, unless the trouble it was asked for (`id`) has given way to another meanwhile. */
export async function store<S extends SourceId>(
  source: S,
  reading: Reading<S>,
  id: string | undefined,
): Promise<void> {
  await change((situation, now) =>
    situation.incident?.id === id ? withReading(situation, source, reading, now) : situation,
  );
}

/** Whether the host of the page's scripts answers, for the sources that depend on it. */
let statics: Promise<HostValue['statics']> = Promise.resolve('not-asked');

/** Asks all of `sources` at once; each stores its reading as it comes. Resolves when the last one has spoken. */
export async function gather(
  sources: readonly AutomaticSource[],
  situation: Situation,
  occasion: Occasion,
): Promise<void> {
  const id = situation.incident?.id;
  // Chats are back, or a new trouble began: nobody is asked about the old one any more.
  const isOver = ({ incident, verdict }: Situation) =>
    incident?.id !== id || (occasion === 'trouble' && verdict.verdict === 'working');
  const ask = atMost(ROUND, askFor({ automatic: occasion !== 'by-hand', signal: stopAfter(id) }));
  const symptom = known(situation.evidence, 'page', Date.now())?.symptom;
  const inside = symptom === 'app-not-starting' || symptom === 'loading-frozen';
  // Before any source starts: both the host's reading and the resolvers wait for this one.
  statics = inside && sources.includes('whatsapp-host') ? fetchStatics(ask) : Promise.resolve('not-asked');
  const round: Round = { ask, isOver, id, occasion, ...probing(sources, situation) };
  await Promise.all(
    sources.map(async (source) => {
      try {
        await GATHER[source](round);
      } finally {
        if (source === 'whatsapp-host') round.probed(false);
        await change((state) => withoutOutstanding(state, source));
      }
    }),
  );
}

/** What everybody who gathers for a trouble shares. */
interface Round {
  ask: Ask;
  /** Nobody needs to know any more. */
  isOver: (situation: Situation) => boolean;
  /** The trouble's id. */
  id: string | undefined;
  occasion: Occasion;
  /** WhatsApp's host does not answer here, by the round's first probe of it. */
  failsHere: Promise<boolean>;
  /** Tells the others. */
  probed: (fails: boolean) => void;
}

/** Whoever wants to know whether the host fails here waits for this round's first probe, or takes the last one's word. */
function probing(sources: readonly AutomaticSource[], { evidence }: Situation) {
  let probed: Round['probed'] = () => undefined;
  const failsHere = new Promise<boolean>((resolve) => {
    probed = resolve;
  });
  if (!sources.includes('whatsapp-host')) probed(hostFails(known(evidence, 'whatsapp-host', Date.now())));
  return { failsHere, probed };
}

/** A round is over by then, in ms, and whether its trouble is no longer matters to it. */
const ROUND_MS = 60_000;

/** Aborted as soon as the trouble is over: what is under way for it ends at once. */
export function stopAfter(id: string | undefined): AbortSignal {
  const stop = new AbortController();
  void until(({ incident }) => incident?.id !== id, ROUND_MS).then(() => stop.abort());
  return stop.signal;
}

const GATHER: { readonly [S in AutomaticSource]: (round: Round) => Promise<void> } = {
  'this-device': async ({ ask, id }) => {
    await store('this-device', toReading(await fetchDevice(ask, await deviceSigns()), Date.now()), id);
  },
  'whatsapp-host': gatherHost,
  dns: gatherDns,
  'meta-family': gatherFamily,
  'meta-status': gatherMeta,
};

/** Probes until it answers, three times at most: a local cause must be reproduced, a blip must not count. */
async function gatherHost({ ask, isOver, id, probed }: Round): Promise<void> {
  const scripts = statics;
  for (let failures = 1; failures <= 3; failures++) {
    const probe = await fetchProbe(ask);
    if (probe === null) {
      // Taken away by the person, or the host asked for patience: an earlier answer then still stands.
      const why = (await isGranted(STATUS)) ? 'refused' : 'no-permission';
      if (why === 'no-permission' || (await current()).evidence['whatsapp-host'] === undefined)
        await store('whatsapp-host', { state: 'missing', why, at: Date.now() }, id);
      return;
    }
    const failed = probe.kind === 'failed';
    // A failure the browser has no name for is no reading, as long as there is another (see `takeNetError`).
    const nameless = probe.kind === 'failed' && probe.name === null;
    await storeHost(id, (host) => {
      if (nameless && host) return host;
      const bad = host !== null && !hostAnswers(host);
      const next: HostValue = {
        probe,
        // What failed all along has not begun to fail anew.
        failures: failed ? Math.max(failures, host?.failures ?? 0) : 0,
        statics: host?.statics ?? 'not-asked',
      };
      return { ...next, recovered: hostAnswers(next) && (bad || (host?.recovered ?? false)) };
    });
    probed(failed);
    const situation = await current();
    if (!failed || isOver(situation) || (failures > 1 && isSettledHere(situation))) break;
    if (failures < 3) await sleep(PROBE_PAUSE_MS);
  }
  // Last, so that a host of scripts that hangs never holds the probe's own word up.
  const state = await scripts;
  await storeHost(id, (host) => (state === 'not-asked' || !host ? host : { ...host, statics: state }));
}

/** A reading of the resolvers younger than this only has its gaps filled when we look again by ourselves, in ms. */
const GAPS_MS = 90_000;

/** The script host's name is asked for last, when that host turns out to fail here. */
async function gatherDns({ ask, id, failsHere, occasion }: Round): Promise<void> {
  const scripts = statics;
  const { evidence } = await current();
  const gapsOnly = occasion === 'recheck' && Date.now() - (evidence.dns?.at ?? 0) < GAPS_MS;
  const before = known(evidence, 'dns', Date.now());
  const parsed = await fetchDns(ask, { before, gapsOnly, failsHere });
  await store('dns', toReading(parsed, Date.now()), id);
  if (!parsed.ok || parsed.value.control !== null || (await scripts) !== 'failed') return;
  const value = { ...parsed.value, statics: await fetchStaticsName(ask) };
  await store('dns', { state: 'known', value, at: Date.now() }, id);
}

/** One step further from the host's last reading, in the order of all changes. */
async function storeHost(
  id: string | undefined,
  step: (host: HostValue | null) => HostValue | null,
): Promise<void> {
  await change((situation, now) => {
    if (situation.incident?.id !== id) return situation;
    const before = known(situation.evidence, 'whatsapp-host', now);
    const value = step(before);
    if (value === null || value === before) return situation;
    return withReading(situation, 'whatsapp-host', { state: 'known', value, at: now }, now);
  });
}

/**
 * Meta's other sites are asked last. After our own probe, since `no-cors` cannot refuse a redirect, and where one leads
 * to a sign-in network they would only reach its page; after the resolvers, since names that are gone say enough.
 */
async function gatherFamily({ ask, isOver, id }: Round): Promise<void> {
  const ready = (state: Situation) =>
    isOver(state) || Boolean(state.evidence['whatsapp-host'] && state.evidence.dns);
  await until(ready, 6_000);
  const situation = await current();
  if (isOver(situation) || isSettledHere(situation) || known(situation.evidence, 'dns', Date.now())?.meta)
    return;
  // They only tell how far an outage reaches; what may first have to find one comes before them.
  if (dnsHasGap(situation.evidence, Date.now())) return;
  const value = await fetchFamily(ask);
  await store('meta-family', { state: 'known', value, at: Date.now() }, id);
}

/** Meta is asked after a jitter that the other stages hide; at once when it may decide alone. */
async function gatherMeta({ ask, isOver, id }: Round): Promise<void> {
  await until((state) => isOver(state) || nobodyElseTells(state), jitterMs(META_JITTER_MS, Math.random()));
  const situation = await current();
  if (isOver(situation) || isSettledHere(situation)) return;
  const before = known(situation.evidence, 'meta-status', Date.now());
  await store('meta-status', toReading(await fetchMeta(ask, Date.now, before), Date.now()), id);
}

/** Nothing answers at all, or a web page answers where data belongs. */
function nobodyElseTells({ evidence }: Situation): boolean {
  const now = Date.now();
  const host = known(evidence, 'whatsapp-host', now);
  const foreign = host?.probe.kind === 'answered' && host.probe.html !== null;
  return foreign || (controlsDead(evidence, now) && hostFails(host) && unanswered(evidence, 'dns', now));
}
