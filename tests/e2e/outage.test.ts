/** 2022-10-25, from the first lost connection to the all-clear, with WhatsApp's own client timers. */
import { describe, expect, test } from 'vitest';
import { BROWSERS, eventually, openScene } from './scene.ts';
import { META_REPORTS, SOCKETS_REFUSED } from './worlds.ts';

// They wait rather than compute: all at once.
describe.concurrent.each(BROWSERS)('%s', (kind) => {
  test('2022-10-25: noticed within 60 s, never blamed on the person, global with Meta’s word, then over', async () => {
    await using scene = await openScene({ kind });
    await scene.page.waitForSelector('#pane-side');
    await eventually(
      async () => scene.lab.openSockets,
      (open) => open > 0,
      10_000,
    );
    await scene.popup();
    const blamed: string[] = [];
    const watch = async () => {
      const says = await scene.says();
      if (says.verdict === 'local' || says.verdict === 'offline') blamed.push(says.headline);
      return says;
    };

    scene.lab.setWorld(SOCKETS_REFUSED);
    const brokeAt = Date.now();
    await eventually(
      async () => [await watch(), await scene.banner()] as const,
      ([, banner]) => banner !== null,
      60_000,
    );
    expect(Date.now() - brokeAt).toBeLessThan(60_000);

    const before = await scene.until(({ state }) => state === 'settled', 20_000);
    expect(before.evidence['meta-status']).toBe('silent');
    scene.lab.setWorld(META_REPORTS);
    await scene.press('check-again');
    const reported = await eventually(
      watch,
      ({ evidence, state }) => evidence['meta-status'] === 'points-to-them' && state === 'settled',
      30_000,
    );
    expect(reported).toMatchObject({ verdict: 'global', confidence: 'likely' });
    await scene.press('ask-the-world');
    const asked = await eventually(watch, ({ evidence }) => evidence.world !== 'not-asked', 40_000);
    // The site answers everywhere, as it does here: that says nothing about the chat servers.
    expect(asked).toMatchObject({ verdict: 'global', evidence: { world: 'silent' } });

    scene.lab.setWorld({ whatsapp: { socket: 'accept' } });
    await scene.until(({ verdict, state }) => verdict === 'working' && state === 'idle', 90_000);
    await eventually(scene.banner, (banner) => banner === null, 5_000);
    await eventually(
      () => scene.session.badge(),
      ({ text }) => text === '',
      5_000,
    );
    expect(blamed).toEqual([]);
  }, 300_000);

  test('a proxy that lets no socket through from the start: unsure, never global', async () => {
    await using scene = await openScene({
      kind,
      world: { whatsapp: { socket: 'refuse', clientTimeScale: 0.1 } },
    });
    const says = await scene.until(
      ({ verdict, state }) => verdict === 'unsure' && state === 'settled',
      60_000,
    );
    expect(says).toMatchObject({ confidence: '', cause: '' });
    await scene.press('phone-works');
    await scene.until(({ headline }) => headline.startsWith('Either this browser'), 5_000);
  });

  test('“Service unavailable”, with the host at 503: global, said in the page', async () => {
    await using scene = await openScene({
      kind,
      world: { whatsapp: { page: 'service-unavailable', statusJson: 503 } },
    });
    expect(await eventually(scene.banner, (banner) => banner !== null, 30_000)).toBe('global');
  });

  test('scripts that fail keep the splash: noticed in 20 s of looking at it', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { statics: 'dead' } } });
    expect(await eventually(scene.banner, (banner) => banner !== null, 45_000)).toBe('local');
    expect(await scene.says()).toMatchObject({ verdict: 'local', cause: 'blocked', confidence: 'possible' });
  });
});
