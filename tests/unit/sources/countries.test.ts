import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchCutOff, parseAlerts } from '../../../src/sources/ioda';
import { fetchTests, parseTests } from '../../../src/sources/ooni';
import { always } from '../any';
import { anyText } from '../any-text';
import { NOW } from '../witnesses';
import { answer, fakeAsk, SPENT, UNREACHABLE } from './fake-ask';

const row = (odd: number, ok: number, confirmed = 0, failed = 0) => ({
  anomaly_count: odd,
  confirmed_count: confirmed,
  failure_count: failed,
  ok_count: ok,
  measurement_count: odd + ok + confirmed + failed,
});
const aggregation = (result: object) => ({ v: 0, dimension_count: 0, result });
const tests = (result: object) => parseTests(JSON.stringify(aggregation(result)));

describe('OONI’s tests of a country', () => {
  it('are those that met something odd, of all that did not fail themselves', () => {
    expect(tests(row(2, 56, 1, 5))).toEqual({ odd: 3, all: 59 });
  });

  it('are summed where they come by the hour', () => {
    const hours = [
      { ...row(1, 120), measurement_start_day: '2026-11-21T14:00:00Z' },
      { ...row(96, 3, 0, 4), measurement_start_day: '2026-11-21T15:00:00Z' },
    ];
    expect(tests(hours)).toEqual({ odd: 97, all: 220 });
    expect(tests([])).toEqual({ odd: 0, all: 0 });
  });

  it('cannot be fewer than none', () => {
    expect(tests(row(-5, 10))).toEqual({ odd: 0, all: 10 });
  });

  it.each([
    ['an error with status 200', '{"error":"Axis X and Y cannot be the same","v":0}'],
    ['its quota', '{"error":"quota exceeded"}'],
    ['a web page', '<html>'],
    ['null', 'null'],
    ['counts in words', JSON.stringify(aggregation({ ...row(1, 1), ok_count: 'many' }))],
  ])('are not heard in %s', (_, text) => {
    expect(parseTests(text)).toBeNull();
  });

  it('never throw', () => {
    always(fc.property(anyText(aggregation([row(1, 2)])), (text) => void parseTests(text)));
  });

  it('are asked for in the cheapest way: two days, no axis', async () => {
    const { ask, asked } = fakeAsk(() => answer(aggregation(row(1, 2))));
    expect(await fetchTests(ask, 'IN', NOW)).toEqual({ odd: 1, all: 3 });
    const { searchParams } = new URL(asked[0]?.url ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      test_name: 'whatsapp',
      probe_cc: 'IN',
      since: '2026-11-20',
      until: '2026-11-22',
    });
    expect(asked).toMatchObject([{ purpose: 'country' }]);
  });
});

const alert = (
  datasource: string,
  level: string,
  value: number | null,
  minutesAgo = 10,
  historyValue = 840,
) => ({
  datasource,
  entity: { code: 'IR', name: 'Iran (Islamic Republic Of)', type: 'country' },
  time: NOW / 1_000 - minutesAgo * 60,
  level,
  condition: '< 0.8',
  value,
  historyValue,
  method: 'median',
});
const alerts = (...data: object[]) => ({
  type: 'outages.alerts',
  metadata: {},
  error: null,
  perf: null,
  data,
});
const cutOff = (...data: object[]) => parseAlerts(JSON.stringify(alerts(...data)));

describe('a country is cut off', () => {
  it('when less than half of its pings or routes are left', () => {
    expect(cutOff(alert('ping-slash24', 'critical', 211))).toBe(true);
    expect(cutOff(alert('bgp', 'critical', 100), alert('ping-slash24', 'normal', 840))).toBe(true);
  });

  it.each([
    ['there is no alert', []],
    ['a third is missing', [alert('ping-slash24', 'critical', 600)]],
    ['it is a warning', [alert('ping-slash24', 'warning', 100)]],
    ['it is over', [alert('ping-slash24', 'critical', 100, 90), alert('ping-slash24', 'normal', 830, 10)]],
    ['only traffic fell, as at night', [alert('gtr', 'critical', 1), alert('merit-nt', 'critical', 1)]],
    ['nothing is known of before', [alert('bgp', 'critical', 0, 10, 0)]],
    ['there is no value', [alert('bgp', 'critical', null)]],
  ])('but not when %s', (_, data) => {
    expect(cutOff(...data)).toBe(false);
  });

  it('by the latest alert, whichever way the list runs', () => {
    const [old, late] = [alert('bgp', 'normal', 840, 90), alert('bgp', 'critical', 10, 10)];
    expect(cutOff(old, late)).toBe(true);
    expect(cutOff(late, old)).toBe(true);
  });

  it.each([
    ['an error', JSON.stringify({ ...alerts(), error: 'Invalid entity', data: null })],
    ['a web page', '<html>'],
    ['another shape', '{"data":[]}'],
    ['nothing', ''],
  ])('is not known from %s', (_, text) => {
    expect(parseAlerts(text)).toBeNull();
  });

  it('never throws', () => {
    always(fc.property(anyText(alerts(alert('bgp', 'critical', 1))), (text) => void parseAlerts(text)));
  });

  it('is asked in one request, the same for everybody in that minute', async () => {
    const { ask, asked } = fakeAsk(() => answer(alerts()));
    expect(await fetchCutOff(ask, 'IN', NOW + 1_000)).toBe(false);
    await fetchCutOff(ask, 'IN', NOW + 50_000);
    expect(asked[1]?.url).toBe(asked[0]?.url);
    expect(asked[0]?.url).toContain('/v2/outages/alerts?entityType=country&entityCode=IN&from=');
  });
});

describe.each([
  ['OONI', fetchTests],
  ['IODA', fetchCutOff],
] as const)('%s', (_, fetchIt) => {
  it.each([
    ['its limit is used up', answer('{"error":"quota exceeded"}', { status: 429 })],
    ['it fails', answer('', { status: 500 })],
    // OONI lets its own pages read and no others: without a permission this is all we ever see.
    ['its answer may not be read', UNREACHABLE],
    ['our own budget is spent', SPENT],
  ])('is not heard, and nothing is wrong, when %s', async (_, outcome) => {
    expect(await fetchIt(fakeAsk(() => outcome).ask, 'IN', NOW)).toBeNull();
  });
});
