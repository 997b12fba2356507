/**
 * Who may ask the world without a click. A measurement costs a small free service twelve tests; in a famous outage a million
 * installs would ask within minutes. So each draws a lot per day, and about five hundred win, however many there are.
 */
import type { EpochMs } from './evidence';
import { hash } from './hash';
import { failingLayer } from './reading-of';
import type { Situation } from './situation';

/** Installs expected until the next release. Too high asks less than we may; too low asks more than we should. */
export const EXPECTED_INSTALLS = 10_000;

/** Winners per day over all installs: 500 measurements of 12 tests over two minutes are 50 tests a second. */
const WINNERS = 500;

/** An install's share of winning days. */
export function chance(installs = EXPECTED_INSTALLS): number {
  return Math.min(1, WINNERS / installs);
}

/** Whether the install with this secret may ask on this day (UTC). The secret is random and never leaves the browser. */
export function winsToday(secret: string, now: EpochMs, share = chance()): boolean {
  // The day first: what comes last hardly reaches the upper bits, and two days of one install must be two draws.
  return hash(new Date(now).toISOString().slice(0, 10) + secret) < share * 2 ** 32;
}

/** The winners' asking is spread over this, in ms, after the shortest time an alarm can be set for (Chrome 120). */
const ALARM_MS = 30_000;
const JITTER_MS = 120_000;

/** How long after the first stages left it unsure a winner asks, in ms: full jitter. */
export function lotteryPauseMs(random: number): number {
  return ALARM_MS + Math.round(random * JITTER_MS);
}

/** The first stages are over and left it unsure, and the world, which was not asked, could tell: it sees reach and edge. */
export function worldCouldTell({ incident, round, verdict, evidence }: Situation, now: EpochMs): boolean {
  const layer = failingLayer(evidence, now);
  const outer = layer === 'reach' || layer === 'edge';
  const noticed = incident !== null && incident.noticedAt > 0;
  return noticed && outer && round === null && verdict.verdict === 'unsure' && !evidence.world;
}
