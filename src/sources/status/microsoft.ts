/**
 * Microsoft's consumer services, `status.cloud.microsoft/api/posts/m365Consumer`: one row per service (shape verified by
 * github.com/danielhagever/status-feeds, 2026-10-01). Business tenants have pages of their own behind a sign-in.
 */
import { parseJson } from '../json';
import { listOf } from './shape';
import { nameOf, type Open, type ReadStatus, stateBehind, summed, UNKNOWN } from './state';

const WORDS = {
  operational: 'fine',
  'service operational': 'fine',
  available: 'fine',
  'service restored': 'fine',
  'service degradation': 'trouble',
  degraded: 'trouble',
  advisory: 'trouble',
  incident: 'trouble',
  investigating: 'trouble',
  'restoring service': 'trouble',
  'extended recovery': 'trouble',
  'service interruption': 'down',
  outage: 'down',
  maintenance: 'maintenance',
} as const;

export const readMicrosoft: ReadStatus = (text, _now, product) => {
  const rows = listOf(parseJson(text)).filter((row) => String(row.ServiceDisplayName).startsWith(product));
  if (rows.length === 0) return UNKNOWN;
  const open = rows.map((row): Open => {
    const state = stateBehind(row.Status, WORDS);
    // The row tells when it was written, not when the trouble began.
    return { state, name: state === 'fine' ? null : nameOf(row.Title), since: null };
  });
  return summed([], open);
};
