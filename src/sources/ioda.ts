/**
 * Is a whole country cut off from the internet? IODA (Georgia Tech) watches routes and answers to pings; it knows nothing of
 * WhatsApp. Readable from a web page, minutes to tens of minutes late.
 */
import * as v from '../core/shape';
import type { Ask } from './ask';
import { parseJson } from './json';

const Alert = v.object({
  datasource: v.string(),
  time: v.number(),
  level: v.string(),
  value: v.nullable(v.number()),
  historyValue: v.nullable(v.number()),
});
// Errors come in `error`, with `data` of any shape.
const Alerts = v.object({ error: v.picklist([null]), data: v.array(Alert) });

/** Routes, and answers to pings. The others estimate traffic, which also falls when people sleep or celebrate. */
const OF_LINES = ['bgp', 'ping-slash24'];

/** How far back alerts are asked for, in seconds. They come when a level changes, so the last one may be hours old and stand. */
const SPAN_S = 12 * 60 * 60;

/**
 * The alerts' body → is the country cut off now: the latest alert of a source is critical, and less than half of its lines
 * are left. Never throws.
 */
export function parseAlerts(text: string): boolean | null {
  const parsed = v.safeParse(Alerts, parseJson(text));
  if (!parsed.success) return null;
  return OF_LINES.some((source) => {
    const own = parsed.output.data.filter(({ datasource }) => datasource === source);
    const latest = own.toSorted((a, b) => b.time - a.time)[0];
    if (latest?.level !== 'critical' || latest.value === null || !latest.historyValue) return false;
    return latest.value < latest.historyValue / 2;
  });
}

/** Asks whether the country is cut off; `null` when not heard. 1 request. */
export async function fetchCutOff(ask: Ask, country: string, now: number): Promise<boolean | null> {
  // Whole minutes: the same address for everybody who asks for this country in this minute.
  const until = Math.floor(now / 60_000) * 60;
  const span = `from=${until - SPAN_S}&until=${until}`;
  const outcome = await ask({
    url: `https://api.ioda.inetintel.cc.gatech.edu/v2/outages/alerts?entityType=country&entityCode=${country}&${span}`,
    purpose: 'country',
    how: 'read',
    deadlineMs: 10_000,
    maxBytes: 64 * 1024,
  });
  return outcome.kind === 'answer' && outcome.status === 200 ? parseAlerts(outcome.text) : null;
}
