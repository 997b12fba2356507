/** What is shown of a way, from what its web host and its own status page said. Pure. */
import type { EpochMs } from './evidence';
import type { WayState } from './ways';

/** What was learned in one look. */
export interface Look {
  /** This device says that it has no network: the one thing that proves a way out of reach from here. */
  offline: boolean;
  /** Its web host answered; `null` where there is none to ask. A failed try proves nothing about the app. */
  answered: boolean | null;
  /** The word of its own status page; `null` where there is none or it could not be read. */
  says: { state: string; incident: string | null; since: EpochMs | null } | null;
  /** The person's permission to read the page is gone. */
  forbidden: boolean;
}

/** The state to show. */
export function judgeWay({ offline, answered, says, forbidden }: Look, at: EpochMs): WayState {
  const bare = { incident: null, since: null, at };
  if (offline) return { status: 'unreachable', note: 'offline', ...bare };
  const { state = 'unknown', incident = null, since = null } = says ?? {};
  const told = { incident, since, at };
  if (state === 'trouble' || state === 'down')
    return { status: 'trouble', note: incident === null ? state : (`${state}_named` as const), ...told };
  const status = answered ? 'reachable' : 'unknown';
  if (state === 'maintenance') return { status, note: 'maintenance', ...told };
  // Its page calls it fine and names something all the same.
  if (incident !== null) return { status, note: 'named', ...told };
  if (answered) return { status, note: 'reachable', ...bare };
  if (state === 'fine') return { status, note: 'fine', ...bare };
  return { status, note: forbidden ? 'forbidden' : 'unknown', ...bare };
}
