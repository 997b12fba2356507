/** What the browser itself knows about its network, without a request. */
import { browser } from '../platform/browser';
import type { DeviceSigns } from '../sources/this-device';

/** Firefox only, desktop, and off when the person switched portal detection off; MDN captivePortal.getState. */
interface CaptivePortalApi {
  getState(): Promise<'unknown' | 'not_captive' | 'unlocked_portal' | 'locked_portal'>;
}

export async function deviceSigns(): Promise<DeviceSigns> {
  return { online: navigator.onLine, portalLocked: await portalLocked() };
}

async function portalLocked(): Promise<boolean> {
  const { captivePortal } = browser as unknown as { captivePortal?: CaptivePortalApi };
  try {
    return (await captivePortal?.getState()) === 'locked_portal';
  } catch {
    return false;
  }
}
