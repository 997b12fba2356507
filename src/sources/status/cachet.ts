/** Cachet `/api/v1/components`: a number for each component (docs.cachethq.io). It has pages of 20 unless more are asked for. */
import { fieldsOf, listOf, readFields } from './shape';
import { nameOf, type Open, type ReadStatus, stateBehind, summed, UNKNOWN } from './state';

const CODES = { 1: 'fine', 2: 'trouble', 3: 'trouble', 4: 'trouble' } as const;

export const readCachet: ReadStatus = (text) => {
  const page = readFields(text);
  const components = listOf(page.data).filter(({ enabled }) => enabled !== false);
  if (components.length === 0) return UNKNOWN;
  const open = components
    .map((one): Open => {
      const said = nameOf(`${one.name}: ${one.status_name}`);
      return { state: stateBehind(one.status, CODES), name: said, since: null };
    })
    .filter(({ state }) => state !== 'fine');
  const pages = fieldsOf(fieldsOf(page.meta).pagination).total_pages;
  const unread = typeof pages === 'number' && pages > 1;
  const allOut = components.every(({ status }) => Number(status) === 4);
  return summed([unread ? 'unknown' : 'fine', allOut ? 'down' : 'fine'], open);
};
