/** status.io, `api.status.io/1.0/status/<id>`: a number for the whole page (codes as read by github.com/inket/stts, 240c03a). */
import { fieldsOf, listOf, readFields, timeOf } from './shape';
import { nameOf, type Open, type ReadStatus, stateBehind, summed, UNKNOWN } from './state';

const CODES = {
  100: 'fine',
  200: 'maintenance',
  300: 'trouble',
  400: 'trouble',
  500: 'down',
  /** A security event. */
  600: 'trouble',
} as const;

export const readStatusIo: ReadStatus = (text, now) => {
  const result = fieldsOf(readFields(text).result);
  const overall = fieldsOf(result.status_overall);
  if (overall.status_code === undefined) return UNKNOWN;
  const incidents = listOf(result.incidents).map(
    (one): Open => ({ state: 'trouble', name: nameOf(one.name), since: timeOf(one.datetime_open, now) }),
  );
  const maintenances = listOf(fieldsOf(result.maintenance).active).map(
    (one): Open => ({ state: 'maintenance', name: nameOf(one.name), since: timeOf(one.datetime_open, now) }),
  );
  return summed([stateBehind(overall.status_code, CODES)], [...incidents, ...maintenances]);
};
