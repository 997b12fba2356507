/**
 * Does anything answer this device? Two HTTPS controls of different owners, each built for this load.
 * They are asked `no-cors`: a sign-in page and a healthy 204 look the same then (measured 2026-11-21), so they
 * prove only that something answers.
 */
import type { DeviceValue } from '../core/evidence';
import type { Ask } from './ask';

const GOOGLE = 'https://www.gstatic.com/generate_204';
const CLOUDFLARE = 'https://cp.cloudflare.com/generate_204';

/** What the browser itself knows, without a request. */
export interface DeviceSigns {
  online: boolean;
  portalLocked: boolean;
}

/** Asks both controls unless the browser already knows that there is no network. */
export async function fetchDevice(ask: Ask, signs: DeviceSigns): Promise<DeviceValue> {
  if (!signs.online) return { ...signs, google: false, cloudflare: false };
  const [google, cloudflare] = await Promise.all([answers(ask, GOOGLE), answers(ask, CLOUDFLARE)]);
  return { ...signs, google, cloudflare };
}

async function answers(ask: Ask, url: string): Promise<boolean> {
  const outcome = await ask({ url, purpose: 'here', how: 'opaque', deadlineMs: 5_000 });
  return outcome.kind !== 'error';
}
