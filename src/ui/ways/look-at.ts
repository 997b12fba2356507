/** Asks about one way: its own status page first, where it has one that may be read, and its web host. */
import type { EpochMs } from '../../core/evidence';
import { judgeWay } from '../../core/judge-way';
import type { WayState } from '../../core/ways';
import type { Ask, AskOutcome } from '../../sources/ask';
import { fetchStatus } from '../../sources/status/fetch-status';
import type { Target } from './targets';

/** What a look needs of the browser. */
export interface Means {
  ask: Ask;
  isGranted(url: string): Promise<boolean>;
  now(): EpochMs;
}

/** At most two requests. `null` when the hour's budget let none of them be made: nothing was learned, not even a failure. */
export async function lookAt(target: Target, { ask, isGranted, now }: Means): Promise<WayState | null> {
  const { status, probe } = target;
  const allowed = status !== null && (status.open || (await isGranted(status.url)));
  const telling = allowed ? fetchStatus(ask, status, now) : null;
  const trying: Promise<AskOutcome> | null =
    probe === null
      ? null
      : ask({ url: probe, purpose: 'fallback', method: 'HEAD', how: 'opaque', deadlineMs: 5_000 });
  const told = await telling;
  const tried = await trying;
  const spared =
    (told === null || (!told.ok && told.why === 'spent')) &&
    (tried === null || (tried.kind === 'error' && tried.why === 'spent'));
  const asked = told !== null || tried !== null;
  if (asked && spared) return null;
  return judgeWay(
    {
      offline: false,
      answered: tried && tried.kind !== 'error',
      says: told?.ok ? told.value : null,
      forbidden: status?.own === true && !allowed,
    },
    now(),
  );
}
