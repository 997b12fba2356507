/** The world, a country and the crowd: asked on a click, by the person's setting, or by the day's lot. */
import { describe, expect, test } from 'vitest';
import { winsToday } from '../../src/core/lottery.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import type { Session } from '../lab/browsers/index.ts';
import type { World } from '../lab/world.ts';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';
import { UNREACHABLE } from './worlds.ts';

const settled = ({ state }: { state: string }) => state === 'settled';

describe.each(BROWSERS)('%s', (kind) => {
  test('the world, on a click: no evidence, all fail, one country fails, all reach it', async () => {
    await using scene = await openScene({
      kind,
      world: { ...UNREACHABLE, globalping: { pollsUntilFinished: 0 } },
    });
    await scene.until(settled, 25_000);
    const ask = (world: World['globalping']['world']) => askTheWorld(scene, world);

    expect(await ask('all-internal')).toMatchObject({ verdict: 'unsure', evidence: { world: 'silent' } });
    expect(await ask('all-fail-target')).toMatchObject({
      verdict: 'global',
      evidence: { world: 'points-to-them' },
    });
    expect(await toldOf(scene, 'world')).toContain('12 of 12 places cannot reach it.');
    expect(await ask({ failingCountry: 'IN' })).toMatchObject({
      verdict: 'local',
      evidence: { world: 'points-to-you' },
    });
    const { places } = (await reading(scene.session, 'world')) as { places: Record<string, unknown>[] };
    expect(new Set(places.map(({ continent }) => continent)).size).toBe(6);
    expect(places.filter(({ reachable }) => !reachable)).toEqual([
      {
        continent: 'AS',
        country: 'IN',
        city: 'Mumbai',
        latitude: 19,
        longitude: 73,
        reachable: false,
        why: 'timed-out',
      },
    ]);
    expect(await ask('all-ok')).toMatchObject({ verdict: 'local', confidence: 'likely' });
  });

  test('the world asks for patience: no evidence, and it is left alone', async () => {
    await using scene = await openScene({
      kind,
      world: { ...UNREACHABLE, globalping: { world: 'rate-limited' } },
    });
    await scene.until(settled, 25_000);
    await scene.press('ask-the-world');
    const after = await scene.until(({ evidence }) => evidence.world === 'unavailable', 10_000);
    expect(after.verdict).toBe('unsure');
    // The browser itself asks first whether it may (a preflight): that is not ours to count.
    const asked = () =>
      scene.lab.requests.filter(({ host, method }) => host === 'api.globalping.io' && method === 'POST')
        .length;
    expect(asked()).toBe(1);
    await scene.press('ask-the-world');
    await scene.until(({ state }) => state === 'settled', 10_000);
    expect(asked()).toBe(1);
  });

  test('a name that is not found here is looked up elsewhere, not the site', async () => {
    await using scene = await openScene({
      kind,
      unresolvable: ['web.whatsapp.com'],
      world: { globalping: { world: { failing: 1, of: 12 }, pollsUntilFinished: 0 } },
    });
    await scene.until(settled, 25_000);
    await scene.press('ask-the-world');
    await scene.until(({ evidence }) => evidence.world !== 'not-asked', 15_000);
    expect(await toldOf(scene, 'world')).toContain('1 of 12 places cannot find its address.');
  });

  test('by the person’s setting: their country, what is known of it, and the crowd', async () => {
    await using scene = await openScene({
      kind,
      stay: true,
      world: {
        ...UNREACHABLE,
        globalping: { world: { failingCountry: 'IN' }, pollsUntilFinished: 0 },
        crowd: { stories: 2, accounts: 31 },
        countries: { cutOff: ['IN'] },
      },
    });
    const leave = { ...DEFAULT_SETTINGS.leave, country: 'by-itself', crowd: 'by-itself' } as const;
    await store(scene.session, { settings: { ...DEFAULT_SETTINGS, leave, country: 'IN', network: 64502 } });
    await scene.popup();
    await scene.session.gotoWhatsApp(scene.page);
    const country = await eventually(
      () => reading(scene.session, 'country') as Promise<Record<string, unknown> | null>,
      (value) => Array.isArray(value?.places) && value.places.length > 0 && value.cutOff !== null,
      28_000,
    );
    expect(country).toMatchObject({
      country: 'IN',
      network: 64502,
      cutOff: true,
      // OONI lets its own pages read and nobody else: not heard, and no fault.
      tests: null,
      places: Array(6).fill({ country: 'IN', reachable: false }),
    });
    expect(await toldOf(scene, 'country')).toContain('India: 6 of 6 places cannot reach it.');
    await eventually(
      () => toldOf(scene, 'crowd'),
      (text) => text.includes('31 people on Mastodon') && text.includes('2 new stories'),
      10_000,
    );
    expect(scene.asked()).toEqual(
      expect.arrayContaining(['api.ooni.io', 'hn.algolia.com', 'mastodon.social']),
    );
  });

  test('without a country and without a setting, nobody is asked about either', async () => {
    await using scene = await openScene({ kind, world: UNREACHABLE });
    await scene.until(settled, 25_000);
    const extra = ['hn.algolia.com', 'mastodon.social', 'api.ooni.io', 'api.ioda.inetintel.cc.gatech.edu'];
    expect(scene.asked().filter((host) => extra.includes(host))).toEqual([]);
  });

  test('a winner of the day’s lot asks the world once, without a click, while the tab is in front', async () => {
    await using scene = await openScene({
      kind,
      stay: true,
      world: { ...UNREACHABLE, globalping: { world: 'all-ok' } },
    });
    await store(scene.session, { lot: winner() });
    await scene.page.bringToFront();
    await scene.session.gotoWhatsApp(scene.page);
    const due = await eventually(
      () => alarm(scene.session),
      (at) => at > 0,
      25_000,
    );
    // Chromium sets it a little later than it was asked to.
    expect(due).toBeGreaterThan(20_000);
    expect(due).toBeLessThanOrEqual(155_000);
    expect(scene.asked()).not.toContain('api.globalping.io');
    await ring(scene.session);
    await eventually(
      () => reading(scene.session, 'world'),
      (value) => value !== null,
      // Its one look comes after the probes' own limit.
      30_000,
    );
    const asked = scene.lab.requests.filter(
      ({ host, method }) => host === 'api.globalping.io' && method === 'POST',
    );
    expect(asked).toHaveLength(1);
    expect(await alarm(scene.session)).toBe(0);
  });

  test('a loser sets no alarm', async () => {
    await using scene = await openScene({ kind, stay: true, world: UNREACHABLE });
    await store(scene.session, { lot: loser() });
    await scene.session.gotoWhatsApp(scene.page);
    await scene.until((says) => settled(says) && says.verdict === 'unsure', 25_000);
    expect(await alarm(scene.session)).toBe(0);
  });
});

/** Secrets that win and lose today, and tomorrow, should the test run over midnight. */
const winner = () => secretThat((wins) => wins);
const loser = () => secretThat((wins) => !wins);

function secretThat(fits: (wins: boolean) => boolean): string {
  for (let index = 0; ; index++) {
    const days = [0, 24 * 60 * 60_000].map((ms) => winsToday(String(index), Date.now() + ms));
    if (days.every(fits)) return String(index);
  }
}

async function askTheWorld(scene: Scene, world: World['globalping']['world']) {
  scene.lab.setWorld({ globalping: { world } });
  const before = scene.lab.requests.length;
  await scene.press('ask-the-world');
  await eventually(
    async () => scene.lab.requests.slice(before).filter(({ host }) => host === 'api.globalping.io').length,
    (count) => count >= 2,
    15_000,
  );
  return scene.until(settled, 10_000);
}

async function toldOf(scene: Scene, source: string): Promise<string> {
  return (await scene.popup()).$eval(`[data-evidence="${source}"] .told`, (node) => node.textContent ?? '');
}

interface Api {
  chrome: {
    storage: Record<
      'session' | 'local',
      { get(key: string): Promise<Record<string, unknown>>; set(values: object): Promise<void> }
    >;
    alarms: {
      get(name: string): Promise<{ scheduledTime: number } | undefined>;
      create(name: string, when: object): Promise<void>;
    };
  };
}

/** The value that is known of a source now. */
function reading(session: Session, source: string): Promise<unknown> {
  return session.inExtension(async (id) => {
    const { chrome } = globalThis as unknown as Api;
    const { situation } = (await chrome.storage.session.get('situation')) as {
      situation?: { evidence: Record<string, { value?: unknown }> };
    };
    return situation?.evidence[id]?.value ?? null;
  }, source);
}

async function store(session: Session, values: { settings?: Settings; lot?: string }): Promise<void> {
  await session.inExtension(async (what) => {
    await (globalThis as unknown as Api).chrome.storage.local.set(what);
  }, values);
}

/** In how many ms the lot's alarm rings; 0 when there is none. */
function alarm(session: Session): Promise<number> {
  return session.inExtension(async () => {
    const set = await (globalThis as unknown as Api).chrome.alarms.get('lot');
    return set ? Math.max(1, set.scheduledTime - Date.now()) : 0;
  });
}

async function ring(session: Session): Promise<void> {
  await session.inExtension(async () => {
    await (globalThis as unknown as Api).chrome.alarms.create('lot', { when: Date.now() });
  });
}
