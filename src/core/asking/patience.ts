/** What a host says about when it may be asked again. Pure. */
import type { EpochMs } from '../evidence';

/** Longest patience we grant, in ms; a host that asks for more is asked again all the same. */
const PATIENCE_MS = 24 * 60 * 60_000;
/** For a host that says "too many" (429) and not how long, in ms. */
export const UNSAID_MS = 60_000;

/** `Retry-After` (seconds or a date, RFC 9110 10.2.3) → epoch ms, or `null` when there is nothing to heed. */
export function patience(header: string | null, now: EpochMs): EpochMs | null {
  const said = header?.trim() ?? '';
  const until = /^\d+$/.test(said) ? now + Number(said) * 1000 : Date.parse(said);
  return until > now ? Math.min(until, now + PATIENCE_MS) : null;
}

/** Is that time still to come? One further away than we grant is a clock that was set back. */
export function mustWait(notBefore: EpochMs | undefined, now: EpochMs): boolean {
  return notBefore !== undefined && notBefore > now && notBefore - now <= PATIENCE_MS;
}
