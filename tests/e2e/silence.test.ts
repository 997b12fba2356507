/** While WhatsApp Web works, nobody is asked, nothing is shown, nothing runs. */
import { describe, expect, test } from 'vitest';
import type { PageScreen } from '../lab/world.ts';
import { countAlarms } from './life.ts';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';
import { OTHERS_DOWN } from './worlds.ts';

/** Watches for as long as the claim is about, in ms, and fails at the first moment it does not hold. */
async function holds(claim: () => Promise<void> | void, forMs: number): Promise<void> {
  const end = Date.now() + forMs;
  while (Date.now() < end) {
    await claim();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function expectSilence(scene: Scene): Promise<void> {
  expect(scene.asked()).toEqual([]);
  expect(await scene.banner()).toBeNull();
}

// They wait rather than compute: all at once.
describe.concurrent.each(BROWSERS)('%s', (kind) => {
  test('healthy, and 2024-03-05 around it: no request, no banner, no alarm, and the background sleeps', async () => {
    await using scene = await openScene({ kind, world: OTHERS_DOWN });
    await scene.page.waitForSelector('#pane-side');
    await eventually(
      () => scene.session.isBackgroundRunning(),
      (running) => !running,
      90_000,
    );
    // Two of the page's own looks, 15 s apart, fall into this.
    await holds(async () => {
      expect(await scene.session.isBackgroundRunning()).toBe(false);
      await expectSilence(scene);
    }, 35_000);
    expect(await scene.session.badge()).toMatchObject({ text: '' });
    expect(await scene.says()).toMatchObject({ verdict: 'working', state: 'idle', since: '' });
    expect(await scene.session.inExtension(countAlarms)).toBe(0);
    expect(scene.asked()).toEqual([]);
  }, 180_000);

  test('a page from its own worker’s cache is no unanswered document', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { serviceWorker: true } } });
    await scene.page.waitForSelector('#pane-side');
    await scene.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await scene.page.reload({ waitUntil: 'load' });
    await scene.page.waitForSelector('#pane-side');
    // Longer than a document may stay unanswered (10 s).
    await holds(() => expectSilence(scene), 12_000);
  });

  // The others: `tests/stories`. The stories of these two last for minutes, and are told by `npm run test:stories` alone.
  const silent: PageScreen[] = ['qr', 'update-banner'];
  test('screens that are no trouble stay without a word', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { page: 'qr' } } });
    for (const page of silent) {
      scene.lab.setWorld({ whatsapp: { page } });
      await scene.page.reload({ waitUntil: 'load' });
      // Longer than the shortest notice of a screen that looks much like these (10 s).
      await holds(() => expectSilence(scene), 12_000);
    }
    expect((await scene.session.badge()).text).toBe('');
  }, 180_000);

  test('opening the popup in peace asks nobody; “Check again” asks S1 to S4 once', async () => {
    await using scene = await openScene({ kind });
    await scene.page.waitForSelector('#pane-side');
    expect(await scene.says()).toMatchObject({ verdict: 'working', state: 'idle' });
    expect(scene.asked()).toEqual([]);
    await scene.press('check-again');
    const says = await scene.until(({ state }) => state === 'settled', 15_000);
    expect(says).toMatchObject({ verdict: 'working', confidence: '', since: '' });
    expect(says.evidence).toMatchObject({
      'this-device': 'healthy',
      'whatsapp-host': 'healthy',
      dns: 'healthy',
    });
    expect(says.evidence['meta-status']).toBe('silent');
    const asked = scene.asked().length;
    expect(asked).toBeLessThanOrEqual(14);
    // Pressed again at once, it asks nobody twice within ten seconds.
    await scene.press('check-again');
    await scene.until(({ state }) => state === 'settled', 15_000);
    expect(scene.asked()).toHaveLength(asked);
  });
});
