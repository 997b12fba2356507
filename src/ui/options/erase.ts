/** Forgets. */
import { browser } from '../../platform/browser';

/** Everything that was chosen or seen, and every permission that was given on a click. */
export async function eraseEverything(): Promise<void> {
  await Promise.all([
    browser.storage.local.clear().catch(() => undefined),
    browser.storage.session.clear().catch(() => undefined),
    giveBack().catch(() => undefined),
  ]);
}

/** The browser refuses to take the required ones. */
async function giveBack(): Promise<void> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  const required = browser.runtime.getManifest();
  const kept = [...(required.host_permissions ?? []), ...(required.permissions ?? [])];
  const given = {
    origins: origins.filter((one) => !kept.includes(one) && one.startsWith('https:')),
    permissions: permissions.filter((one) => !kept.includes(one)),
  };
  // One by one: where the browser refuses one, it keeps them all.
  for (const origin of given.origins) await browser.permissions.remove({ origins: [origin] });
  for (const permission of given.permissions)
    await browser.permissions.remove({ permissions: [permission as 'notifications'] });
}
