/**
 * Slack's own API, `slack-status.com/api/v2.0.0/current` (docs.slack.dev/reference/slack-status-api): `status` "ok" or "active",
 * and incidents of type incident, notice or outage. Browsers may read it (github.com/happy-health/hpy-uptime, 2026).
 */
import { listOf, readFields, timeOf } from './shape';
import { nameOf, type Open, type ReadStatus, stateBehind, summed, UNKNOWN } from './state';

const TYPES = { outage: 'down', incident: 'trouble', notice: 'maintenance' } as const;
const STATUSES = { ok: 'fine', active: 'maintenance' } as const;
const OVER = ['resolved', 'completed', 'cancelled', 'scheduled', 'ok'];

export const readSlack: ReadStatus = (text, now) => {
  const page = readFields(text);
  if (typeof page.status !== 'string') return UNKNOWN;
  const open = listOf(page.active_incidents)
    .filter(({ status }) => !OVER.includes(String(status)))
    .map((one): Open => {
      const kind = stateBehind(one.type, TYPES);
      const state = kind === 'unknown' ? 'trouble' : kind;
      return { state, name: nameOf(one.title), since: timeOf(one.date_created, now) };
    });
  // "active" without a word of what is open is trouble all the same.
  const said = page.status === 'active' && open.length === 0 ? 'trouble' : stateBehind(page.status, STATUSES);
  return summed([said], open);
};
