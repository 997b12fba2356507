/** Back and Forward, a stopped load, a storm of reloads, redirects, and links that start a chat. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { goInside } from '../lab/browsers/firefox-inside.ts';
import type { LabRequest } from '../lab/server.ts';
import {
  banners,
  bannersBecome,
  keepDiary,
  MENDED,
  NO_SERVICE,
  NOTICED_MS,
  OVER_MS,
  quietens,
  remembered,
  ringAlarm,
  troubles,
} from './life.ts';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';
import { META_GONE } from './worlds.ts';

const ELSEWHERE = 'https://elsewhere.example/';

/** A page without scripts or sockets, as browsers like to keep them for Back. */
const still = (inside: string) => ({
  contentType: 'text/html',
  body: `<!doctype html><html id="whatsapp-web"><title>WhatsApp</title><div id="app">${inside}</div></html>`,
});
const STILL_CHATS = still('<div id="side"><div id="pane-side"></div></div>');
const STILL_TROUBLE = still('<div data-animate-modal-body="true"><h1>1</h1><div>2</div></div>');

describe.each(BROWSERS)('%s', (kind) => {
  test('away from a troubled page and back: the banner is there when the trouble is known, and only then', async () => {
    await using scene = await openScene({
      kind,
      world: { whatsapp: { document: STILL_TROUBLE, statusJson: 503 } },
    });
    const { page, session } = scene;
    await bannersBecome(page, 1, NOTICED_MS);
    await leave(page);
    await ringAlarm(session);
    await quietens(session);
    expect((await session.badge()).text).toBe('');

    await comeBack(page);
    await eventually(
      async () => [await banners(page), Object.keys(await troubles(session)).length],
      ([shown, known]) => shown === 1 && known === 1,
      NOTICED_MS,
    );

    // Away once more; this time all is well when the person comes back.
    await leave(page);
    await ringAlarm(session);
    await quietens(session);
    await comeBack(page);
    await page.evaluate(() => {
      document.querySelector('#app')?.setHTMLUnsafe('<div id="side"><div id="pane-side"></div></div>');
    });
    await bannersBecome(page, 0, OVER_MS);
    await quietens(session);
  });

  test('away from chats and back: not a word', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { document: STILL_CHATS } } });
    const { page, session } = scene;
    for (let time = 0; time < 3; time++) {
      await leave(page);
      await comeBack(page);
    }
    await staysQuiet(scene, 5_000);
    expect(await troubles(session)).toEqual({});
  });

  test('a load that the person stops is no trouble, neither then nor later', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { document: 'hang' } } });
    await scene.page.bringToFront();
    await stopLoading(scene);
    // Longer than a document may stay unanswered (10 s).
    await staysQuiet(scene, 14_000);
    expect((await remembered(scene.session)).session).not.toHaveProperty('situation.incident.id');
  });

  test('nor is one that is stopped while the splash waits for its scripts', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { staticsMs: 60_000 } } });
    await scene.page.waitForSelector('#wa_web_initial_startup');
    // Pressed until it takes: a browser calls the document complete then.
    const stopped = () => stopLoading(scene).then(() => scene.page.evaluate(() => document.readyState));
    await eventually(stopped, (state) => state === 'complete', 5_000);
    // Longer than a splash whose scripts fail goes unnoticed (20 s).
    await staysQuiet(scene, 26_000);
  });

  test.each([
    ['whose document fails', META_GONE],
    ['whose page says so', NO_SERVICE],
  ])('ten reloads in a row of a page %s: one incident, nobody asked too often', async (_, world) => {
    await using scene = await openScene({ kind, world, stay: true });
    const { page, session, lab } = scene;
    const incidents = new Set<string>();
    const note = async () => {
      const { situation } = (await remembered(session)).session;
      if (situation?.incident) incidents.add(situation.incident.id);
    };
    for (let time = 0; time < 10; time++) {
      await session.gotoWhatsApp(page);
      await note();
    }
    await page.bringToFront();
    await scene.until(({ verdict, state }) => verdict === 'global' && state === 'settled', 60_000);
    await note();
    expect(incidents.size).toBe(1);
    const others = lab.requests.filter(({ host }) => !/^(web|static)\.whatsapp\./.test(host));
    const ways = ['web.telegram.org', 'signal.org'];
    expect(others.filter(({ host }) => !ways.includes(host)).length).toBeLessThanOrEqual(14);
    expect(others.length).toBeLessThanOrEqual(24);
    expect(askedAgainWithin(10_000, others)).toEqual([]);
  });

  test.each(['https://www.whatsapp.com/', 'https://www.facebook.com/unsupportedbrowser'])(
    'sent on to %s: not a foreign hand',
    async (location) => {
      await using scene = await openScene({
        kind,
        world: { whatsapp: { document: { status: 302, headers: { location } } } },
      });
      await staysQuiet(scene, 4_000);
      expect(await troubles(scene.session)).toEqual({});
    },
  );

  test('sent on to a foreign host: noticed', async () => {
    // Both, as in a network that wants a sign-in: a host that answers takes the trouble back.
    const away = { status: 302, headers: { location: 'https://login.hotel.example/' } };
    await using scene = await openScene({
      kind,
      world: { whatsapp: { document: away, statusJson: away } },
    });
    await eventually(
      () => troubles(scene.session),
      (known) => Object.values(known).includes('document-redirected'),
      10_000,
    );
  });

  test('a link that starts a chat is WhatsApp as any other, and what it says stays in the page', async () => {
    await using scene = await openScene({ kind, stay: true, world: { whatsapp: { page: 'main' } } });
    const { page, session, lab } = scene;
    await page.goto('https://web.whatsapp.com/send?phone=15550123&text=meet-me', { waitUntil: 'load' });
    await page.waitForSelector('#pane-side');
    await staysQuiet(scene, 3_000);
    lab.setWorld(NO_SERVICE);
    await page.reload({ waitUntil: 'load' });
    const diary = await keepDiary(page);
    await bannersBecome(page, 1, NOTICED_MS);
    await scene.until(({ state }) => state === 'settled', 30_000);
    lab.setWorld(MENDED);
    await bannersBecome(page, 0, OVER_MS);
    expect(await diary.most()).toBe(1);
    const ours = lab.requests.filter(isOurs);
    expect(ours.length).toBeGreaterThan(5);
    expect(JSON.stringify([ours, await remembered(session)])).not.toMatch(/15550123|meet-me|\/send/);
  });
});

// Firefox loads no page ahead of a click.
test('chrome: a page that is loaded ahead of a click is no trouble of the page in front', async () => {
  await using scene = await openScene({
    kind: 'chrome',
    world: { whatsapp: { document: STILL_CHATS } },
    // As what is typed in the address bar: a link in a page is fetched first, and rendered afterwards.
    args: ['--disable-features=Prerender2FallbackPrefetchSpecRules'],
  });
  const { page, lab, session } = scene;
  await page.bringToFront();
  lab.setWorld({ whatsapp: { document: 503, statusJson: 503 } });
  await page.evaluate(() => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ prerender: [{ urls: ['/send?ahead'], eagerness: 'immediate' }] });
    document.head.append(rules);
  });
  const ahead = () => lab.requests.filter(({ path }) => path.startsWith('/send?ahead'));
  await eventually(
    async () => ahead().map(({ headers }) => headers['sec-purpose']),
    ([purpose]) => purpose?.includes('prerender') === true,
    10_000,
  );
  await staysQuiet(scene, 3_000);
  // The same document in front is trouble, at once.
  await page.evaluate(() => location.assign('/send?now'));
  await eventually(
    () => troubles(session),
    (known) => Object.values(known).includes('server-error'),
    10_000,
  );
});

/** Asked by the extension: not a document, not a part of one, and not WhatsApp's page, which sends its referrer. */
function isOurs({ host, headers }: LabRequest): boolean {
  if (host === 'static.whatsapp.net' || headers.upgrade !== undefined) return false;
  return headers['sec-fetch-dest'] === 'empty' && headers.referer === undefined;
}

/** Addresses asked twice within so many milliseconds. */
function askedAgainWithin(ms: number, requests: readonly LabRequest[]): string[] {
  return requests
    .filter(({ host, path, at }, index) =>
      requests.slice(0, index).some((one) => one.host === host && one.path === path && at - one.at < ms),
    )
    .map(({ host, path }) => host + path);
}

/** Nobody is asked and nothing is shown for so long. */
async function staysQuiet(scene: Scene, forMs: number): Promise<void> {
  const end = Date.now() + forMs;
  while (Date.now() < end) {
    expect(scene.lab.requests.filter(isOurs)).toEqual([]);
    expect(await banners(scene.page)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  expect((await scene.session.badge()).text).toBe('');
}

/** To another page, leaving a mark by which the same document is known. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(globalThis, { kept: true }));
  // Not `goto`: in Firefox its promise does not settle once a document came back out of the cache.
  await page.evaluate((url) => location.assign(url), ELSEWHERE).catch(() => undefined);
  await eventually(
    () => page.evaluate(() => document.URL),
    (url) => url === ELSEWHERE,
    10_000,
  );
}

/** Back to the very document that was left, as the browser kept it. */
async function comeBack(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'domcontentloaded', timeout: 5_000 }).catch(() => null);
  await page.bringToFront();
  await eventually(
    () => page.evaluate(() => [location.host, 'kept' in globalThis]),
    ([host, kept]) => host === 'web.whatsapp.com' && kept === true,
    10_000,
  );
}

/** As Escape or the Stop button. */
async function stopLoading({ session, page }: Scene): Promise<void> {
  if (session.kind === 'chrome') await (await page.createCDPSession()).send('Page.stopLoading');
  else
    await goInside(session.browser)(
      `Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser.stop()`,
    );
}
