/**
 * Atlassian Statuspage v2 `summary.json`, and incident.io's copy of it (null for empty lists; no `shortlink`). The indicator alone is
 * not enough: on 2019-06-24 Discord's said "none", with every component operational, while "Global Unavailability" was open
 * (recorded in the tests of hikari); on 2026-09-23 GitHub's said "none" with a minor incident open.
 */
import { fieldsOf, listOf, readFields, timeOf } from './shape';
import { type AppStateName, nameOf, type Open, type ReadStatus, stateBehind, summed, UNKNOWN } from './state';

const INDICATORS = {
  none: 'fine',
  minor: 'trouble',
  major: 'trouble',
  critical: 'down',
  maintenance: 'maintenance',
} as const;

const COMPONENTS = {
  operational: 'fine',
  degraded_performance: 'trouble',
  partial_outage: 'trouble',
  // One of many; all of them together are the app.
  major_outage: 'trouble',
  under_maintenance: 'maintenance',
} as const;

const OVER = ['resolved', 'postmortem', 'completed'];

export const readStatuspage: ReadStatus = (text, now) => {
  const page = readFields(text);
  const status = fieldsOf(page.status);
  // A group only repeats its members.
  const components = listOf(page.components).filter(({ group }) => group !== true);
  if (typeof status.indicator !== 'string') return UNKNOWN;
  const words = components.map((one) => stateBehind(one.status, COMPONENTS));
  const allOut = components.length > 0 && components.every((one) => one.status === 'major_outage');
  const incidents = listOf(page.incidents)
    .filter((one) => !OVER.includes(String(one.status)))
    .map((one): Open => {
      const since = timeOf(one.started_at, now) ?? timeOf(one.created_at, now);
      return { state: openState(one.impact), name: nameOf(one.name), since };
    });
  const maintenances = listOf(page.scheduled_maintenances)
    .filter((one) => one.status === 'in_progress' || one.status === 'verifying')
    .map((one): Open => {
      const since = timeOf(one.started_at, now) ?? timeOf(one.scheduled_for, now);
      return { state: 'maintenance', name: nameOf(one.name), since };
    });
  const indicator = stateBehind(status.indicator, INDICATORS);
  const said = summed([indicator, ...words, allOut ? 'down' : 'fine'], [...incidents, ...maintenances]);
  // Without an incident, the page's own sentence says what is wrong.
  const described = said.state === 'fine' || said.incident !== null ? null : nameOf(status.description);
  return { ...said, incident: said.incident ?? described };
};

/** What is open is trouble, whatever impact it is given. */
function openState(impact: unknown): AppStateName {
  const state = stateBehind(impact, INDICATORS);
  return state === 'fine' || state === 'unknown' ? 'trouble' : state;
}
