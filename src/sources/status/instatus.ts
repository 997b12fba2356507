/**
 * Instatus `summary.json` (docs of instatus.com, and a live page of 2026-09-23): `page.status` UP, HASISSUES or UNDERMAINTENANCE. The
 * lists of what is active are left out when empty.
 */
import { fieldsOf, listOf, readFields, timeOf } from './shape';
import { nameOf, type Open, type ReadStatus, stateBehind, summed, UNKNOWN } from './state';

const PAGE = { up: 'fine', hasissues: 'trouble', undermaintenance: 'maintenance' } as const;
const IMPACTS = {
  majoroutage: 'down',
  partialoutage: 'trouble',
  minoroutage: 'trouble',
  degradedperformance: 'trouble',
  undermaintenance: 'maintenance',
} as const;

export const readInstatus: ReadStatus = (text, now) => {
  const summary = readFields(text);
  const { status } = fieldsOf(summary.page);
  if (typeof status !== 'string') return UNKNOWN;
  const incidents = listOf(summary.activeIncidents)
    .filter((one) => one.status !== 'RESOLVED')
    .map((one): Open => {
      const impact = stateBehind(one.impact, IMPACTS);
      const state = impact === 'unknown' ? 'trouble' : impact;
      return { state, name: nameOf(one.name), since: timeOf(one.started, now) };
    });
  const maintenances = listOf(summary.activeMaintenances)
    .filter((one) => one.status === 'INPROGRESS' || one.status === 'VERIFYING')
    .map((one): Open => ({ state: 'maintenance', name: nameOf(one.name), since: timeOf(one.start, now) }));
  return summed([stateBehind(status, PAGE)], [...incidents, ...maintenances]);
};
