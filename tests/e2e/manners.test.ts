/** Nobody is asked oftener than was promised: across restarts, under button mashing, and only for what has changed. */
import { describe, expect, test } from 'vitest';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';
import { slow } from './slow.ts';

const settled = ({ state }: { state: string }) => state === 'settled';

const DEAD = { document: 'dead', statusJson: 'dead' } as const;
const HIGH = { 'whatsapp-business-api': { 'Cloud API': 'High disruptions' } };

const to = (scene: Scene, host: string, method?: string) =>
  scene.lab.requests.filter((one) => one.host === host && (method === undefined || one.method === method));

/** Resolves when so much time has gone by. */
const passed = (ms: number) => {
  const since = Date.now();
  return eventually(
    async () => Date.now() - since,
    (gone) => gone >= ms,
    ms + 5_000,
  );
};

/** Everybody who may be asked again is: the resolvers stand for all of them. */
async function checkAgain(scene: Scene): Promise<void> {
  const before = to(scene, 'dns.google').length;
  await scene.press('check-again');
  await eventually(
    async () => to(scene, 'dns.google').length,
    (count) => count > before,
    15_000,
  );
  await scene.until(settled, 30_000);
}

describe.each(BROWSERS)('%s', (kind) => {
  test('Retry-After is heeded by Meta’s and the world’s askers, also after the background was stopped', async () => {
    await using scene = await openScene({
      kind,
      world: {
        whatsapp: DEAD,
        hosts: { 'metastatus.com': { status: 429, headers: { 'retry-after': '600' } } },
        globalping: { world: 'rate-limited' },
      },
    });
    await scene.until(settled, 30_000);
    await scene.press('ask-the-world');
    await scene.until((says) => settled(says) && says.evidence.world === 'unavailable', 15_000);
    expect(to(scene, 'metastatus.com')).toHaveLength(1);
    expect(to(scene, 'api.globalping.io', 'POST')).toHaveLength(1);
    await passed(10_000);
    await scene.session.stopBackground();
    await checkAgain(scene);
    await scene.press('ask-the-world');
    await scene.until(settled, 15_000);
    expect(to(scene, 'metastatus.com')).toHaveLength(1);
    expect(to(scene, 'api.globalping.io', 'POST')).toHaveLength(1);
  });

  slow('pressing everything as fast as one can: each source every ten seconds, and 24 an hour', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: DEAD } });
    await scene.until(settled, 30_000);
    const until = Date.now() + 45_000;
    while (Date.now() < until) {
      await scene.press('check-again');
      await scene.press('ask-the-world');
    }
    await scene.until(settled, 60_000);
    // What the browser asks before a request of ours (CORS) counts too.
    expect(scene.asked().length).toBeLessThanOrEqual(24);
    expect(scene.asked().length).toBeGreaterThan(14);
    const times = new Map<string, number[]>();
    for (const { host, path, at } of scene.lab.requests)
      if (scene.asked().includes(host) && host !== 'api.globalping.io')
        times.set(host + path, [...(times.get(host + path) ?? []), at]);
    // By the lab's clock, which hears of a request a moment late.
    for (const [url, at] of times)
      for (const [index, time] of at.slice(1).entries())
        expect.soft(time - (at[index] ?? 0), url).toBeGreaterThan(9_800);
  });

  slow('what has not changed is not sent again, also after the background was stopped', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: DEAD, metaStatus: { services: HIGH } } });
    const before = await scene.until(settled, 30_000);
    expect(before.evidence['meta-status']).toBe('points-to-them');
    await passed(10_000);
    await scene.session.stopBackground();
    await checkAgain(scene);
    const orgs = to(scene, 'metastatus.com').filter(({ path }) => path === '/data/orgs.json');
    expect(orgs).toHaveLength(2);
    expect(orgs[0]?.headers['if-none-match']).toBeUndefined();
    expect(orgs[1]?.headers['if-none-match']).toMatch(/^"\w+"$/);
    expect((await scene.says()).evidence['meta-status']).toBe('points-to-them');
    const popup = await scene.popup();
    const list = await popup.evaluate(() =>
      [...document.querySelectorAll('li')].map((li) => li.textContent ?? ''),
    );
    expect(list.some((line) => line.includes('metastatus.com') && line.includes('304'))).toBe(false);
    expect(
      list.filter((line) => line.includes('metastatus.com') && /\d+\s?(kB|byte)/.test(line)),
    ).toHaveLength(2);
    await scene.press('erase-list');
    await eventually(
      () => popup.evaluate(() => document.querySelectorAll('ul.asked li').length),
      (lines) => lines === 0,
      5_000,
    );
  });
});
