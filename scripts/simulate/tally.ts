/** What all installs together did, second by second, and what was said wrongly. Small enough to hand over between threads. */
import { BY_LOT, SERVICES, type Service } from './services.ts';

/** The first ten minutes after an install met the trouble, in ms. */
export const FIRST_MS = 10 * 60_000;

export interface Tally {
  installs: number;
  /** Installs that were lived through; each stands for as many others as it takes. */
  lives: number;
  /** Requests per second of the day, by service. */
  perSecond: Record<Service, Uint32Array>;
  /** Most requests of one install to a service in its first ten minutes, and of all installs together. */
  most: Record<Service, number>;
  inFirst: Record<Service, number>;
  /** Most requests of one install to others than WhatsApp in its first round, and in any hour. */
  mostInRound: number;
  mostInHour: number;
  /** Answers that asked for patience, and requests made before that was over. */
  patience: number;
  impatient: number;
  /** Installs that named the wrong side while the outage lasted, by the rule that did. */
  wrong: Record<string, number>;
  /** Installs by the second after their first sign in which "global" stood for the first time; the last: later, or never. */
  globalAfter: Uint32Array;
  /** "Global" that was taken back while the outage lasted. */
  takenBack: number;
}

export const LONGEST_WAIT_S = 600;

export function newTally(seconds: number): Tally {
  const each = <T>(make: () => T) =>
    Object.fromEntries(SERVICES.map((service) => [service, make()])) as Record<Service, T>;
  return {
    installs: 0,
    lives: 0,
    perSecond: each(() => new Uint32Array(seconds)),
    most: each(() => 0),
    inFirst: each(() => 0),
    mostInRound: 0,
    mostInHour: 0,
    patience: 0,
    impatient: 0,
    wrong: {},
    globalAfter: new Uint32Array(LONGEST_WAIT_S + 1),
    takenBack: 0,
  };
}

/** Both together. */
export function added(a: Tally, b: Tally): Tally {
  for (const service of SERVICES) {
    a.perSecond[service].forEach((count, second) => {
      a.perSecond[service][second] = count + (b.perSecond[service][second] ?? 0);
    });
    a.most[service] = Math.max(a.most[service], b.most[service]);
    a.inFirst[service] += b.inFirst[service];
  }
  for (const [rule, count] of Object.entries(b.wrong)) a.wrong[rule] = (a.wrong[rule] ?? 0) + count;
  b.globalAfter.forEach((count, second) => {
    a.globalAfter[second] = (a.globalAfter[second] ?? 0) + count;
  });
  a.installs += b.installs;
  a.lives += b.lives;
  a.mostInRound = Math.max(a.mostInRound, b.mostInRound);
  a.mostInHour = Math.max(a.mostInHour, b.mostInHour);
  a.patience += b.patience;
  a.impatient += b.impatient;
  a.takenBack += b.takenBack;
  return a;
}

/**
 * Each life stands for so many installs that do the same in the same second. Real ones would each have their own moment, so the
 * peaks come out higher than they would be, never lower. But for the lottery: as many of the lives win it as would of all the installs
 * (`thread.ts`), each for itself alone.
 */
export function standingFor(tally: Tally, each: number): Tally {
  for (const service of SERVICES.filter((one) => one !== BY_LOT)) {
    tally.perSecond[service] = tally.perSecond[service].map((count) => count * each);
    tally.inFirst[service] *= each;
  }
  for (const rule of Object.keys(tally.wrong)) tally.wrong[rule] = (tally.wrong[rule] as number) * each;
  tally.globalAfter = tally.globalAfter.map((count) => count * each);
  tally.installs *= each;
  tally.patience *= each;
  tally.impatient *= each;
  tally.takenBack *= each;
  return tally;
}
