/**
 * Better Stack `index.json` (a live page of 2026-09): `data.attributes.aggregate_state`, and reports among `included`. A resolved
 * report may have no `ends_at`, so its own state decides.
 */
import { type Fields, fieldsOf, listOf, readFields, timeOf } from './shape';
import { nameOf, type Open, type ReadStatus, stateBehind, summed, UNKNOWN } from './state';

const WORDS = {
  operational: 'fine',
  degraded: 'trouble',
  downtime: 'down',
  maintenance: 'maintenance',
} as const;

export const readBetterStack: ReadStatus = (text, now) => {
  const page = readFields(text);
  const data = fieldsOf(page.data);
  if (data.type !== 'status_page') return UNKNOWN;
  const open = listOf(page.included)
    .filter(({ type }) => type === 'status_report')
    .map(({ attributes }) => fieldsOf(attributes))
    .filter((report) => isOpen(report, now))
    .map((report): Open => {
      const state = report.report_type === 'maintenance' ? 'maintenance' : stateOf(report);
      return { state, name: nameOf(report.title), since: timeOf(report.starts_at, now) };
    });
  return summed([stateBehind(fieldsOf(data.attributes).aggregate_state, WORDS)], open);
};

function isOpen(report: Fields, now: number): boolean {
  if (/^(resolved|operational)$/.test(String(report.aggregate_state))) return false;
  const begun = timeOf(report.starts_at, now) !== null;
  const ended = timeOf(report.ends_at, now);
  return begun && (ended === null || ended > now);
}

function stateOf(report: Fields) {
  const state = stateBehind(report.aggregate_state, WORDS);
  return state === 'unknown' ? 'trouble' : state;
}
