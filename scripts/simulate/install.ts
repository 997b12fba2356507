/**
 * One install's outage: when it meets the trouble, whom it asks then and later, and what it says. Asking, planning, pauses,
 * the lottery, the parsers and the judgement are the shipped ones; only the order in which `background/gather.ts`
 * starts its sources is written again here, without a browser.
 */
import {
  type Evidence,
  type HostValue,
  known,
  type Reading,
  type SourceId,
} from '../../src/core/evidence.ts';
import {
  withOutstanding,
  withoutOutstanding,
  withoutRound,
  withoutTab,
  withoutTakenBack,
  withReading,
  withTrouble,
} from '../../src/core/incident.ts';
import { lotteryPauseMs, winsToday, worldCouldTell } from '../../src/core/lottery.ts';
import { type AutomaticSource, isSettledHere, type Occasion, plan } from '../../src/core/plan.ts';
import { dnsHasGap, hostAnswers, hostFails } from '../../src/core/reading-of.ts';
import { GIVE_UP_MS, jitterMs, lonePauseMs, META_JITTER_MS, pauseMs } from '../../src/core/schedule.ts';
import { quiet, type Situation, type TabTrouble } from '../../src/core/situation.ts';
import { SIDE_OF } from '../../src/core/verdict.ts';
import { type Ask, atMost, ROUND, toReading } from '../../src/sources/ask.ts';
import { fetchDns } from '../../src/sources/doh.ts';
import { fetchWorld, ONE_LOOK_MS } from '../../src/sources/globalping.ts';
import { fetchFamily } from '../../src/sources/meta-family.ts';
import { fetchMeta } from '../../src/sources/meta-status.ts';
import { fetchDevice } from '../../src/sources/this-device.ts';
import { fetchProbe, PROBE_PAUSE_MS } from '../../src/sources/whatsapp-host.ts';
import { Asking, EPOCH } from './asking.ts';
import type { Clock } from './clock.ts';
import type { Random } from './random.ts';
import { type Day, LONGEST_TTL_MS } from './services.ts';
import { LONGEST_WAIT_S, type Tally } from './tally.ts';

const TAB = '1';
/** A page that was open reports a lost connection about so long after it, in ms: the client hides it for 18 s by itself. */
const HIDDEN_MS = 18_000;

/** Share of those without an open page who want to be told, and when they close the tab, in ms after their first sign. */
const WAITING = 0.3;
const CLOSED_MS = 60_000;

/** Whoever meets it later cannot be judged by what stands a minute after. */
const JUDGED_MS = 60_000;

export class Install {
  #situation: Situation = quiet(EPOCH);
  #waiters: { fits: (situation: Situation) => boolean; go: () => void }[] = [];
  #rounds: Promise<void> = Promise.resolve();
  readonly #asking: Asking;
  /** The page was open: it sees for itself that WhatsApp is back. */
  readonly #open: boolean;
  /** Pressed "Tell me when it's back" and closed the tab. */
  readonly #waits: boolean;
  readonly #metAt: number;
  #globalSince = -1;
  #wrong = false;

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly day: Day,
    private readonly lives: number,
    private readonly tally: Tally,
  ) {
    this.#open = random() < 0.5;
    // Open pages lose their line within the first minute; others try to load, one after the other, all through the outage.
    this.#metAt = this.#open ? HIDDEN_MS + 60_000 * random() : (day.endsAt - JUDGED_MS) * random();
    this.#waits = !this.#open && random() < WAITING;
    const caches = {
      here: LONGEST_TTL_MS * random(),
      cloudflare: LONGEST_TTL_MS * random(),
      google: LONGEST_TTL_MS * random(),
    };
    this.#asking = new Asking(clock, random, caches, day, tally, this.#metAt);
  }

  async live(): Promise<void> {
    this.tally.installs++;
    this.tally.lives++;
    await this.clock.sleep(this.#metAt);
    const at = this.#now;
    const trouble: TabTrouble = this.#open
      ? { symptom: 'connection-lost', phase: 'notice', at }
      : {
          symptom: 'document-failed',
          error: { name: 'net::ERR_FAILED', cause: 'unknown' },
          phase: 'notice',
          at,
        };
    const secret = String(this.random());
    this.#change((situation, now) => {
      const opened = withTrouble(situation, TAB, trouble, 'incident', now);
      const told = this.#open
        ? withReading(
            opened,
            'recent-success',
            { state: 'known', value: { lastGoodAt: at - 30_000 }, at },
            now,
          )
        : opened;
      return withOutstanding(told, plan('trouble', told, now), now);
    });
    if (this.#open) void this.#seeTheEnd();
    let due = this.clock.now + pauseMs(0, this.random());
    await this.#investigate('trouble');
    this.tally.mostInRound = Math.max(this.tally.mostInRound, this.#asking.asked);
    void this.#draw(secret);
    while (this.#settle().incident !== null && this.clock.now - this.#metAt < GIVE_UP_MS) {
      await this.clock.sleep(due - this.clock.now);
      const { incident } = this.#change((situation) =>
        situation.incident === null
          ? situation
          : { ...situation, incident: { ...situation.incident, checks: situation.incident.checks + 1 } },
      );
      if (incident === null) break;
      const alone = this.#waits && this.clock.now - this.#metAt > CLOSED_MS;
      due = this.clock.now + (alone ? lonePauseMs : pauseMs)(incident.checks, this.random());
      await this.#investigate('recheck');
    }
    // A page that is open is its own second sign; for the others the host is asked once more.
    if (!this.#open && this.#situation.incident === null) {
      await this.clock.sleep(lonePauseMs(0, this.random()));
      this.#asking.stopped = false;
      await fetchProbe(this.#asking.for(true));
    }
    this.tally.mostInHour = Math.max(this.tally.mostInHour, this.#asking.inAnHour);
  }

  /** Called once the day is over. */
  close(): void {
    const after =
      this.#globalSince < 0 ? LONGEST_WAIT_S : Math.ceil((this.#globalSince - this.#metAt) / 1000);
    const second = Math.min(after, LONGEST_WAIT_S);
    this.tally.globalAfter[second] = (this.tally.globalAfter[second] ?? 0) + 1;
  }

  get #now(): number {
    return EPOCH + this.clock.now;
  }

  /** The client in the page connects again within half a minute, and its chats end the trouble. */
  async #seeTheEnd(): Promise<void> {
    await this.clock.sleep(this.day.endsAt + 30_000 * this.random() - this.clock.now);
    this.#change((situation, now) => withoutTab(situation, TAB, now));
  }

  /** A winner of the day's lottery asks the world; everybody is looking, which is more than will ever be. */
  async #draw(secret: string): Promise<void> {
    if (!worldCouldTell(this.#situation, this.#now)) return;
    if (!winsToday(secret, this.#now, Math.min(1, 500 / this.lives))) return;
    await this.clock.sleep(lotteryPauseMs(this.random()));
    if (!worldCouldTell(this.#situation, this.#now)) return;
    this.#change((situation, now) => withOutstanding(situation, ['world'], now));
    const measured = await fetchWorld(
      this.#asking.for(true),
      this.clock.sleep,
      'http',
      undefined,
      ONE_LOOK_MS,
    );
    this.#store('world', toReading(measured, this.#now));
    this.#change((situation) => withoutRound(withoutOutstanding(situation, 'world'), []));
  }

  #change(step: (situation: Situation, now: number) => Situation): Situation {
    const before = this.#situation;
    const after = step(before, this.#now);
    if (after === before) return after;
    this.#situation = after;
    if (before.incident !== null && after.incident === null) this.#asking.stopped = true;
    this.#judge(after);
    this.#waiters = this.#waiters.filter(({ fits, go }) => {
      if (!fits(after)) return true;
      go();
      return false;
    });
    return after;
  }

  /** What would be shown now: while the outage lasts, "global" is right, and anything on this side is wrong. */
  #judge({ verdict, incident }: Situation): void {
    if (incident === null || this.clock.now >= this.day.endsAt) return;
    const side = SIDE_OF[verdict.verdict];
    if (side === 'theirs') {
      if (this.#globalSince < 0) this.#globalSince = this.clock.now;
    } else if (this.#globalSince >= 0) this.tally.takenBack++;
    if (this.#wrong || (side !== 'yours' && side !== 'between')) return;
    this.#wrong = true;
    this.tally.wrong[verdict.rule] = (this.tally.wrong[verdict.rule] ?? 0) + 1;
  }

  async #until(fits: (situation: Situation) => boolean, atMostMs: number): Promise<void> {
    if (fits(this.#situation)) return;
    await Promise.race([
      new Promise<void>((go) => this.#waiters.push({ fits, go })),
      this.clock.sleep(atMostMs),
    ]);
  }

  #store<S extends SourceId>(source: S, reading: Reading<S>): void {
    this.#change((situation, now) => withReading(situation, source, reading, now));
  }

  #settle(): Situation {
    return this.#change((situation, now) => withoutTakenBack(situation, now));
  }

  #investigate(occasion: Occasion): Promise<void> {
    this.#rounds = this.#rounds.then(() => this.#round(occasion));
    return this.#rounds;
  }

  async #round(occasion: Occasion): Promise<void> {
    let sources = plan(occasion, this.#situation, this.#now);
    while (sources.length > 0) {
      const asked = sources;
      const before = this.#known('whatsapp-host');
      this.#change((situation, now) => withOutstanding(situation, asked, now));
      await this.#gather(asked, occasion);
      const changed =
        occasion === 'recheck' && this.#known('whatsapp-host')?.probe.kind !== before?.probe.kind;
      const more = this.#situation.incident !== null && changed;
      sources = more ? plan('by-hand', this.#situation, this.#now) : [];
    }
    this.#change((situation) => withoutRound(situation, []));
  }

  #known<S extends SourceId>(source: S) {
    return known(this.#situation.evidence, source, this.#now);
  }

  async #gather(sources: readonly AutomaticSource[], occasion: Occasion): Promise<void> {
    const ask = atMost(ROUND, this.#asking.for(true));
    let probed: (fails: boolean) => void = () => undefined;
    const failsHere = new Promise<boolean>((resolve) => {
      probed = resolve;
    });
    if (!sources.includes('whatsapp-host')) probed(hostFails(this.#known('whatsapp-host')));
    const gather: Record<AutomaticSource, () => Promise<void>> = {
      'this-device': async () => {
        const signs = { online: true, portalLocked: false };
        this.#store('this-device', toReading(await fetchDevice(ask, signs), this.#now));
      },
      'whatsapp-host': () => this.#gatherHost(ask, occasion, probed).finally(() => probed(false)),
      dns: async () => {
        const reading = this.#situation.evidence.dns;
        const gapsOnly = occasion === 'recheck' && this.#now - (reading?.at ?? 0) < 90_000;
        const parsed = await fetchDns(ask, { before: this.#known('dns'), gapsOnly, failsHere });
        this.#store('dns', toReading(parsed, this.#now));
      },
      'meta-family': async () => {
        const ready = ({ evidence }: { evidence: Evidence }) =>
          Boolean(evidence['whatsapp-host'] && evidence.dns);
        await this.#until((situation) => this.#isOver(occasion) || ready(situation), 6_000);
        if (this.#isOver(occasion) || isSettledHere(this.#situation) || this.#known('dns')?.meta) return;
        if (dnsHasGap(this.#situation.evidence, this.#now)) return;
        this.#store('meta-family', { state: 'known', value: await fetchFamily(ask), at: this.#now });
      },
      'meta-status': async () => {
        await this.#until(() => this.#isOver(occasion), jitterMs(META_JITTER_MS, this.random()));
        if (this.#isOver(occasion) || isSettledHere(this.#situation)) return;
        const before = this.#known('meta-status');
        this.#store('meta-status', toReading(await fetchMeta(ask, () => this.#now, before), this.#now));
      },
    };
    await Promise.all(
      sources.map(async (source) => {
        await gather[source]();
        this.#change((situation) => withoutOutstanding(situation, source));
      }),
    );
  }

  #isOver(occasion: Occasion): boolean {
    const { incident, verdict } = this.#situation;
    return incident === null || (occasion === 'trouble' && verdict.verdict === 'working');
  }

  async #gatherHost(ask: Ask, occasion: Occasion, probed: (fails: boolean) => void): Promise<void> {
    for (let failures = 1; failures <= 3; failures++) {
      const probe = await fetchProbe(ask);
      if (probe === null) return;
      const failed = probe.kind === 'failed';
      const host = this.#known('whatsapp-host');
      const bad = host !== null && !hostAnswers(host);
      const value: HostValue = {
        probe,
        failures: failed ? Math.max(failures, host?.failures ?? 0) : 0,
        recovered: !failed && (bad || (host?.recovered ?? false)),
        statics: 'not-asked',
      };
      this.#store('whatsapp-host', { state: 'known', value, at: this.#now });
      probed(failed);
      if (!failed || this.#isOver(occasion) || (failures > 1 && isSettledHere(this.#situation))) return;
      if (failures < 3) await this.clock.sleep(PROBE_PAUSE_MS);
    }
  }
}
