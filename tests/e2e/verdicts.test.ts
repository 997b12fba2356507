/** Each kind of failure, on the release build in a real browser → the right answer, in time. */
import { describe, expect, test } from 'vitest';
import { BROWSERS, eventually, openScene } from './scene.ts';
import { META_GONE, META_REPORTS } from './worlds.ts';

const settled = ({ state }: { state: string }) => state === 'settled';

describe.each(BROWSERS)('%s', (kind) => {
  test('2021-10-04: global and Meta-wide within 15 s of the failed load', async () => {
    await using scene = await openScene({ kind, world: META_GONE });
    const says = await scene.until(
      ({ verdict, cause }) => verdict === 'global' && cause === 'meta-wide',
      15_000,
    );
    expect(says.confidence).toMatch(/^(likely|confirmed)$/);
    expect(Date.parse(says.since)).toBeGreaterThan(Date.now() - 60_000);
    await eventually(
      () => scene.session.badge(),
      ({ text }) => text === 'all',
      5_000,
    );
    const after = await scene.until(settled, 15_000);
    expect(after.evidence).toMatchObject({ dns: 'points-to-them', 'this-device': 'healthy' });
    expect(Object.keys(after.ways).slice(0, 2)).toEqual(['telegram', 'signal']);
    expect(Object.keys(after.ways)).not.toContain('messenger');
    await scene.until(({ ways }) => ways.telegram === 'reachable' && ways.signal === 'reachable', 10_000);
  });

  test('a reload that fails remembers that chats worked a moment ago', async () => {
    await using scene = await openScene({ kind });
    await scene.page.waitForSelector('#pane-side');
    await eventually(scene.says, ({ verdict }) => verdict === 'working', 5_000);
    scene.lab.setWorld(META_GONE);
    await scene.session.gotoWhatsApp(scene.page);
    await scene.until(({ evidence }) => evidence['recent-success'] === 'silent', 20_000);
    // Only a lost connection is explained by it; the moment itself is told.
    const told = await (await scene.popup()).$eval(
      '[data-evidence="recent-success"]',
      (row) => row.textContent,
    );
    expect(told).toContain('Chats last worked here at');
  });

  test('2021-10-04 from the page’s own cache: global within 60 s, without any main_frame event', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { serviceWorker: true } } });
    await scene.page.waitForSelector('#pane-side');
    await scene.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    scene.lab.setWorld(META_GONE);
    await scene.page.reload({ waitUntil: 'domcontentloaded' });
    const says = await scene.until(({ verdict }) => verdict === 'global', 60_000);
    expect(says.cause).toBe('meta-wide');
    expect(await eventually(scene.banner, (verdict) => verdict !== null, 45_000)).toBe('global');
  });

  test('this network cannot find the name: local, dns', async () => {
    await using scene = await openScene({ kind, unresolvable: ['web.whatsapp.com'] });
    const says = await scene.until(settled, 20_000);
    expect(says).toMatchObject({ verdict: 'local', cause: 'dns', confidence: 'likely' });
    expect(says.evidence).toMatchObject({ 'whatsapp-host': 'points-to-you', dns: 'points-to-you' });
    expect(Object.keys(says.ways)[0]).toBe('whatsapp-phone');
    expect((await scene.session.badge()).text).toBe('me');
  });

  test('nothing answers at all: offline', async () => {
    await using scene = await openScene({ kind, world: { allDead: true } });
    const says = await scene.until(settled, 20_000);
    expect(says).toMatchObject({ verdict: 'offline', confidence: 'likely', cause: '' });
  });

  test.each(['redirect', 'html'] as const)(
    'a sign-in network that answers by %s: captive portal',
    async (portal) => {
      await using scene = await openScene({ kind, world: { portal } });
      const says = await scene.until((says) => settled(says) && says.verdict !== 'working', 20_000);
      expect(says).toMatchObject({ verdict: 'captive-portal', confidence: 'likely', cause: '' });
      await eventually(
        () => scene.session.badge(),
        ({ text }) => text === 'me',
        5_000,
      );
    },
  );

  test('the document answers 503 and Meta reports it: global, with a banner in the page', async () => {
    await using scene = await openScene({
      kind,
      world: { whatsapp: { document: 503, statusJson: 503 }, ...META_REPORTS },
    });
    const says = await scene.until((says) => settled(says) && says.verdict === 'global', 20_000);
    expect(says).toMatchObject({ confidence: 'likely', cause: 'whatsapp-only' });
    expect(says.evidence).toMatchObject({
      'meta-status': 'points-to-them',
      'whatsapp-host': 'points-to-them',
    });
    expect(await eventually(scene.banner, (verdict) => verdict !== null, 5_000)).toBe('global');
  });

  test('a foreign certificate: local, tls', async () => {
    await using scene = await openScene({ kind, world: { untrusted: ['web.whatsapp.com'] } });
    const says = await scene.until(settled, 20_000);
    expect(says).toMatchObject({ verdict: 'local', cause: 'tls', confidence: 'likely' });
  });

  test('the host is silent and the world reaches it: local, firewall, after the person asks', async () => {
    await using scene = await openScene({
      kind,
      world: { whatsapp: { document: 'hang', statusJson: 'hang', socket: 'hang' } },
    });
    await scene.until(({ since }) => since !== '', 20_000);
    await scene.press('ask-the-world');
    const says = await scene.until((says) => settled(says) && says.evidence.world !== 'not-asked', 60_000);
    expect(says).toMatchObject({ verdict: 'local', cause: 'firewall', confidence: 'likely' });
  });

  test('the world cannot reach it either: global, and confirmed together with the phone', async () => {
    await using scene = await openScene({
      kind,
      world: {
        whatsapp: { document: 'dead', statusJson: 'dead' },
        globalping: { world: { failing: 11, of: 12 } },
      },
    });
    await scene.until(({ since }) => since !== '', 10_000);
    await scene.press('ask-the-world');
    await scene.until(({ verdict, confidence }) => verdict === 'global' && confidence === 'likely', 30_000);
    await scene.press('phone-fails');
    await scene.until(({ confidence }) => confidence === 'confirmed', 5_000);
  });
});
