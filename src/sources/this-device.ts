/**
 * Does anything answer this device? Two HTTPS controls of different owners, each built for this load.
 * They are asked `no-cors`: a sign-in page and a healthy 204 look the same then (measured 2026-11-21), so they
 * prove only that something answers.
 */
import { type Ask, askPatiently, PATIENCE_MS, type Parsed } from './ask';

const GOOGLE = 'https://www.gstatic.com/generate_204';
const CLOUDFLARE = 'https://cp.cloudflare.com/generate_204';

/** What the browser itself knows, without a request. */
export interface DeviceSigns {
  online: boolean;
  portalLocked: boolean;
}

/** Asks both controls unless the browser already knows that there is no network. */
export async function fetchDevice(ask: Ask, signs: DeviceSigns): Promise<Parsed<'this-device'>> {
  if (!signs.online) return { ok: true, value: { ...signs, google: false, cloudflare: false } };
  const outcomes = await Promise.all(
    [GOOGLE, CLOUDFLARE].map((url) =>
      askPatiently(ask, [{ url, purpose: 'here', how: 'opaque', deadlineMs: PATIENCE_MS }]),
    ),
  );
  const [google = false, cloudflare = false] = outcomes.map(({ kind }) => kind !== 'error');
  // Not asked is not dead.
  const spared = outcomes.find((outcome) => outcome.kind === 'error' && outcome.why !== 'unreachable');
  if (!google && !cloudflare && !signs.portalLocked && spared?.kind === 'error')
    return { ok: false, why: spared.why };
  return { ok: true, value: { ...signs, google, cloudflare } };
}
