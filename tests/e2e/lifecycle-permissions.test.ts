/** The person takes WhatsApp's host away from the extension, and gives it back. */
import { describe, expect, test } from 'vitest';
import {
  banners,
  bannersBecome,
  MENDED,
  NO_SERVICE,
  NOTICED_MS,
  OVER_MS,
  quietens,
  troubles,
} from './life.ts';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';

/** What the popup says about permissions, when opened now. */
async function missing(scene: Scene): Promise<string[]> {
  const popup = await scene.session.openPopup();
  await popup.waitForSelector('h1');
  const cards = () =>
    popup.evaluate(() => [...document.querySelectorAll('p.card')].map((card) => card.textContent ?? ''));
  // The popup asks the browser right after it has painted.
  const said = await eventually(cards, (all) => all.length > 0, 2_000).catch(() => []);
  await popup.close();
  await scene.page.bringToFront();
  return said;
}

describe.each(BROWSERS)('%s', (kind) => {
  test('taken away: said in one line, no alarm; given back: everything works again without a restart', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { page: 'main', statusJson: 503 } } });
    const { session, page, lab } = scene;
    await page.waitForSelector('#pane-side');
    expect(await missing(scene)).toEqual([]);

    await session.extension.setHostAccess(false);
    expect(await session.inExtension(isAllowed)).toBe(false);
    expect(await missing(scene)).toHaveLength(1);
    lab.setWorld({ whatsapp: { document: 503 } });
    await page.reload({ waitUntil: 'load' });
    lab.setWorld({ whatsapp: { document: 'healthy', ...NO_SERVICE.whatsapp } });
    await page.reload({ waitUntil: 'load' });
    await page.waitForSelector('[role=dialog]');
    expect(await troubles(session)).toEqual({});
    expect(await banners(page)).toBe(0);
    expect((await session.badge()).text).toBe('');

    // Asked by hand, nobody is blamed for what could not be asked.
    await scene.press('check-again');
    const says = await scene.until(({ state }) => state === 'settled', 20_000);
    expect(says.evidence['whatsapp-host']).toBe('unavailable');
    expect(says.verdict).toBe('unsure');
    expect((await session.badge()).text).toBe('');

    await session.extension.setHostAccess(true);
    expect(await session.inExtension(isAllowed)).toBe(true);
    expect(await missing(scene)).toEqual([]);
    await page.bringToFront();
    await bannersBecome(page, 1, NOTICED_MS);
    lab.setWorld(MENDED);
    await bannersBecome(page, 0, OVER_MS);
    await quietens(session);
  });

  test('taken away while the banner is shown: nothing breaks, and the banner can go', async () => {
    await using scene = await openScene({ kind, world: NO_SERVICE });
    const { session, page, lab } = scene;
    await bannersBecome(page, 1, NOTICED_MS);
    await session.extension.setHostAccess(false);
    expect(await missing(scene)).toHaveLength(1);
    lab.setWorld(MENDED);
    await bannersBecome(page, 0, OVER_MS);
    await quietens(session);
    expect((await session.badge()).text).toBe('');
  });
});

/** Runs in the extension. */
async function isAllowed(): Promise<boolean> {
  type Api = { permissions: { contains(what: object): Promise<boolean> } };
  const { permissions } = (globalThis as unknown as { chrome: Api }).chrome;
  return permissions.contains({ origins: ['https://web.whatsapp.com/*'] });
}
