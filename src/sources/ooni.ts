/**
 * How OONI's volunteers fare with WhatsApp in one country. Hours late and thin, so context and no alarm. Its answers can be
 * read by OONI's own pages only (no CORS for others): without the permission for its host this is never heard, and that is
 * no fault of anybody's. Data: OONI, CC BY-NC-SA 4.0.
 */

import type { CountryValue } from '../core/evidence';
import * as v from '../core/shape';
import type { Ask } from './ask';
import { parseJson } from './json';

const Row = v.object({
  anomaly_count: v.number(),
  confirmed_count: v.number(),
  ok_count: v.number(),
});

const DAY_MS = 24 * 60 * 60_000;

/** The aggregation's body → tests, and those that met something odd. Failed tests are no evidence. Never throws. */
export function parseTests(text: string): CountryValue['tests'] {
  const { result } = (parseJson(text) ?? {}) as { result?: unknown };
  // Without an axis it is one row, with one a list.
  const parsed = v.safeParse(v.array(Row), [result].flat());
  if (!parsed.success) return null;
  const rows = parsed.output;
  const sum = (count: (row: v.InferOutput<typeof Row>) => number) =>
    rows.reduce((all, row) => all + Math.max(0, count(row)), 0);
  const odd = sum((row) => row.anomaly_count + row.confirmed_count);
  return { odd, all: odd + sum((row) => row.ok_count) };
}

/** Asks for yesterday's and today's tests in the country; `null` when not heard. 1 request, without any axis: the cheapest. */
export async function fetchTests(ask: Ask, country: string, now: number): Promise<CountryValue['tests']> {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  // `until` is the midnight at which that day begins.
  const span = `since=${day(now - DAY_MS)}&until=${day(now + DAY_MS)}`;
  const outcome = await ask({
    url: `https://api.ooni.io/api/v1/aggregation?test_name=whatsapp&probe_cc=${country}&${span}`,
    purpose: 'country',
    how: 'read',
    deadlineMs: 15_000,
    maxBytes: 16 * 1024,
  });
  return outcome.kind === 'answer' && outcome.status === 200 ? parseTests(outcome.text) : null;
}
