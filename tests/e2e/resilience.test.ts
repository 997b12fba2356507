/** Restarts, broken state, hostile and hanging sources: a clear answer all the same. */
import { describe, expect, test } from 'vitest';
import { BROWSERS, eventually, openScene } from './scene.ts';
import { META_GONE } from './worlds.ts';

const settled = ({ state }: { state: string }) => state === 'settled';

describe.each(BROWSERS)('%s', (kind) => {
  test('stopped in the middle of a check, it goes on: no stuck “checking”, no doubled requests', async () => {
    await using scene = await openScene({
      kind,
      world: { ...META_GONE, controls: { gstatic: 'hang', cloudflare: 'hang' } },
      stay: true,
    });
    await scene.session.gotoWhatsApp(scene.page);
    await eventually(
      async () => scene.asked(),
      (asked) => asked.includes('dns.google'),
      10_000,
    );
    // Chromium reloads its error page by itself now and then, which wakes it again.
    await scene.session.stopBackground();
    const says = await scene.until(settled, 45_000);
    expect(says).toMatchObject({ verdict: 'global', cause: 'meta-wide' });
    // Answers that arrived before the stop are not asked for again; the one cut short is asked once more.
    for (const host of new Set(scene.asked())) {
      const times = scene.asked().filter((one) => one === host).length;
      // Of a resolver three names are asked, and a control that stays silent three times.
      const often = /^(dns|cloudflare-dns|www\.gstatic|cp\.cloudflare)\./.test(host) ? 3 : 1;
      expect.soft(times, host).toBeLessThanOrEqual(2 * often);
    }
  });

  test('the popup paints the stored answer with the background stopped', async () => {
    await using scene = await openScene({ kind, world: META_GONE });
    const before = await scene.until(settled, 30_000);
    await (await scene.popup()).close();
    await scene.session.stopBackground();
    const popup = await scene.session.openPopup();
    const painted = await eventually(
      () => popup.evaluate(() => document.querySelector('h1')?.textContent ?? ''),
      (text) => text !== '',
      5_000,
    );
    expect(painted).toBe(before.headline);
    expect((await scene.session.badge()).text).toBe('all');
  });

  test('unreadable stored state: a quiet popup, and the next trouble is answered', async () => {
    await using scene = await openScene({ kind, stay: true });
    await scene.session.inExtension(spoilStorage);
    expect(await scene.says()).toMatchObject({ verdict: 'working', state: 'idle' });
    scene.lab.setWorld(META_GONE);
    await scene.page.bringToFront();
    await scene.session.gotoWhatsApp(scene.page);
    await scene.until(({ verdict }) => verdict === 'global', 20_000);
  });

  test('hostile and hanging sources: no harm, and no wait for them', async () => {
    await using scene = await openScene({
      kind,
      world: {
        ...META_GONE,
        controls: { gstatic: 'hang', cloudflare: 'hang' },
        hosts: { 'metastatus.com': 'huge' },
      },
    });
    const says = await scene.until(({ verdict }) => verdict === 'global', 10_000);
    // The verdict is there while the controls that hang have not even been given up.
    expect(says.evidence['this-device']).toBe('not-asked');
    const after = await scene.until(settled, 40_000);
    expect(after.verdict).toBe('global');
    expect(after.evidence['meta-status']).toBe('unavailable');
  });

  test('garbage from every source: unsure, said plainly', async () => {
    await using scene = await openScene({
      kind,
      world: {
        whatsapp: { document: 'dead', statusJson: 'dead' },
        dns: { cloudflare: 'garbage', google: 'drip' },
        metaStatus: { host: 'html' },
        globalping: { host: 'garbage' },
      },
    });
    const says = await scene.until(settled, 40_000);
    expect(says).toMatchObject({ verdict: 'unsure', confidence: '' });
    await scene.press('ask-the-world');
    await scene.until(({ evidence }) => evidence.world === 'unavailable', 15_000);
  });

  test('checking again keeps what is known: global stays global', async () => {
    await using scene = await openScene({ kind, world: META_GONE });
    await scene.until(settled, 30_000);
    const settledAt = Date.now();
    await eventually(
      async () => Date.now() - settledAt,
      (ms) => ms > 10_000,
      15_000,
    );
    const before = scene.asked().length;
    await scene.press('check-again');
    await eventually(
      async () => scene.asked().length,
      (count) => count > before,
      10_000,
    );
    const says = await scene.until(settled, 30_000);
    expect(says).toMatchObject({ verdict: 'global', cause: 'meta-wide', confidence: 'likely' });
    expect(scene.asked().length).toBeLessThanOrEqual(24);
  });

  test('the banner leaves although the background slept, and comes back after a reload', async () => {
    await using scene = await openScene({
      kind,
      world: { whatsapp: { page: 'service-unavailable', statusJson: 503 } },
    });
    await eventually(scene.banner, (verdict) => verdict === 'global', 30_000);
    await scene.page.reload({ waitUntil: 'load' });
    expect(await scene.banner()).toBeNull();
    await eventually(scene.banner, (verdict) => verdict === 'global', 30_000);
    await scene.session.stopBackground();
    await eventually(
      () => scene.session.isBackgroundRunning(),
      (running) => !running,
      10_000,
    );
    scene.lab.setWorld({ whatsapp: { page: 'main', statusJson: 'healthy' } });
    await eventually(scene.banner, (verdict) => verdict === null, 30_000);
    await scene.until(({ verdict, state }) => verdict === 'working' && state === 'idle', 5_000);
  });

  test('a blip leaves nothing behind, and the next trouble is judged by itself', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { document: 'dead' } } });
    const blip = await scene.until(({ state }) => state === 'settled', 20_000);
    expect(blip).toMatchObject({ verdict: 'working', since: '' });
    expect(blip.headline).toContain('answers this computer');
    expect((await scene.session.badge()).text).toBe('');
    await scene.page.close();
    // Nobody is asked the same thing twice in ten seconds: an answer of before the outage would be used.
    const overAt = Date.now();
    await eventually(
      async () => Date.now() - overAt,
      (ms) => ms > 10_000,
      15_000,
    );
    scene.lab.setWorld(META_GONE);
    const next = await scene.session.newPage();
    await scene.session.gotoWhatsApp(next);
    const says = await scene.until(({ verdict }) => verdict === 'global', 20_000);
    expect(says.cause).toBe('meta-wide');
  });

  test('two tabs and a popup make one round', async () => {
    await using scene = await openScene({ kind, world: META_GONE });
    const second = await scene.session.newPage();
    await scene.session.gotoWhatsApp(second);
    await scene.until(settled, 30_000);
    const count = (host: string) => scene.asked().filter((one) => one === host).length;
    expect(count('metastatus.com')).toBe(1);
    expect(count('www.gstatic.com')).toBe(1);
    expect(
      scene.asked().filter((host) => host !== 'web.telegram.org' && host !== 'signal.org').length,
    ).toBeLessThanOrEqual(14);
  });
});

/** Runs in the extension. */
async function spoilStorage(): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { session: { set(items: object): Promise<void> } } };
  };
  await chrome.storage.session.set({
    situation: { version: 99, verdict: '?' },
    asked: 'none',
    fallbacks: 7,
    sockets: [],
  });
}
