/** Troubles of the past as the plots and lists need them. Pure. */
import type { Outage } from '../../catalogue/outages';
import type { EpochMs } from '../../core/evidence';
import { type IncidentRecord, lastedMs, lastWord } from '../../core/record';
import type { Incident } from '../../core/situation';
import { SIDE_OF, type Side, type VerdictName } from '../../core/verdict';

/** One trouble that this browser saw. */
export interface Past {
  id: string;
  /** When it began. */
  at: EpochMs;
  lastedMs: number;
  /** Nobody saw its end: it lasted at least so long. */
  open: boolean;
  verdict: VerdictName;
}

/** Where the bars of a plot stand: the sides, and outages that others reported. */
export type Lane = Side | 'known';

/** Its place on an axis that ends now, as shares of the axis, 0 to 1. */
export interface Bar {
  lane: Lane;
  id: string;
  start: number;
  length: number;
}

/** What is kept of past troubles, and the one that lasts. */
export function pastsOf(
  records: readonly IncidentRecord[],
  running: { incident: Incident; verdict: VerdictName } | null,
  now: EpochMs,
): Past[] {
  const beganAt = running?.incident.beganAt ?? Number.POSITIVE_INFINITY;
  // The record of the one that lasts, which may have begun before, and come again.
  const isIts = ({ overAt, seenAt }: IncidentRecord) => overAt === null && seenAt >= beganAt;
  const its = records.find(isIts);
  const pasts = records
    .filter((record) => !isIts(record))
    .map((record) => ({
      id: record.id,
      at: record.beganAt,
      lastedMs: lastedMs(record),
      open: record.overAt === null,
      verdict: lastWord(record)?.verdict ?? 'unsure',
    }));
  if (running === null) return pasts;
  const at = its?.beganAt ?? beganAt;
  const { id } = running.incident;
  return [...pasts, { id, at, lastedMs: now - at, open: true, verdict: running.verdict }];
}

/** Was there trouble on WhatsApp's side here at the time of this outage? */
export function isSeenIn(outage: Outage, pasts: readonly Past[]): boolean {
  const ends = outage.at + (outage.length?.minutes ?? 0) * 60_000;
  return pasts.some(
    ({ at, lastedMs, verdict }) => SIDE_OF[verdict] === 'theirs' && at <= ends && at + lastedMs >= outage.at,
  );
}

/** Nothing is drawn thinner than this share of the axis: a minute in a month would be nothing. */
const THINNEST = 0.006;

/** The troubles and the known outages that reach into the last `spanMs`, cut to it. */
export function barsOf(
  pasts: readonly Past[],
  outages: readonly Outage[],
  spanMs: number,
  now: EpochMs,
): Bar[] {
  const own = pasts
    .filter(({ verdict }) => verdict !== 'working')
    .map(({ id, at, lastedMs, verdict }) => ({ lane: SIDE_OF[verdict], id, at, lastedMs }));
  const known = outages.map(({ id, at, length }) => {
    return { lane: 'known' as const, id, at, lastedMs: (length?.minutes ?? 0) * 60_000 };
  });
  const from = now - spanMs;
  return [...known, ...own].flatMap(({ lane, id, at, lastedMs }): Bar[] => {
    const begins = Math.max(at, from);
    const ends = Math.min(at + lastedMs, now);
    if (ends < from || begins > now) return [];
    const length = Math.max(THINNEST, (ends - begins) / spanMs);
    const start = Math.min((begins - from) / spanMs, 1 - length);
    return [{ lane, id, start, length }];
  });
}
