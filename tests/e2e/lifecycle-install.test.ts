/** Tabs that were open before the extension came, was updated, switched off or removed. */
import { describe, expect, test } from 'vitest';
import {
  banners,
  bannersBecome,
  countMessages,
  keepDiary,
  MENDED,
  NO_SERVICE,
  NOTICED_MS,
  OVER_MS,
  troubles,
} from './life.ts';
import { BROWSERS, buildOf, eventually, openScene, type Scene } from './scene.ts';
import { slow } from './slow.ts';

/** The trouble goes away, and so does every trace of it. */
async function mends(scene: Scene): Promise<void> {
  scene.lab.setWorld(MENDED);
  await bannersBecome(scene.page, 0, OVER_MS);
  await eventually(
    () => troubles(scene.session),
    (known) => Object.keys(known).length === 0,
    OVER_MS,
  );
}

describe.each(BROWSERS)('%s', (kind) => {
  test('a tab open before the install is watched without a reload', async () => {
    await using scene = await openScene({ kind, world: NO_SERVICE, installed: false });
    await scene.page.waitForSelector('[role=dialog]');
    await scene.session.extension.install(buildOf(kind));
    await bannersBecome(scene.page, 1, NOTICED_MS);
    await mends(scene);
  });

  slow('so is one whose page never finished loading', async () => {
    await using scene = await openScene({
      kind,
      world: { whatsapp: { statics: 'hang' } },
      installed: false,
    });
    await scene.page.waitForSelector('#wa_web_initial_startup');
    await scene.session.extension.install(buildOf(kind));
    // A splash whose scripts hang: suspicion after thirty seconds of looking, notice after fifty.
    await eventually(
      () => troubles(scene.session),
      (known) => Object.values(known).includes('app-not-starting'),
      45_000,
    );
  });

  test.each(['update', 'reload'] as const)(
    '%s while the banner is shown: the old one goes, the successor notices again, and recovery too',
    async (how) => {
      await using scene = await openScene({ kind, world: NO_SERVICE });
      await bannersBecome(scene.page, 1, NOTICED_MS);
      const diary = await keepDiary(scene.page);
      const { extension } = scene.session;
      await (how === 'update' ? extension.install(buildOf(kind)) : extension.reload());
      // The dead one leaves before the successor has anything to say.
      await bannersBecome(scene.page, 0, 6_000);
      const heard = await countMessages(scene.session);
      await bannersBecome(scene.page, 1, NOTICED_MS);
      expect(await heard()).toMatchObject({ 'page.report notice': 1 });
      await mends(scene);
      expect(await diary.most()).toBe(1);
      expect(diary.errors).toEqual([]);
    },
  );

  test('update while the trouble ends: no dead banner stays', async () => {
    await using scene = await openScene({ kind, world: NO_SERVICE });
    await bannersBecome(scene.page, 1, NOTICED_MS);
    scene.lab.setWorld(MENDED);
    await scene.session.extension.install(buildOf(kind));
    await bannersBecome(scene.page, 0, 6_000);
  });

  test('injected again and again, it watches once', async () => {
    await using scene = await openScene({ kind, world: NO_SERVICE });
    const heard = await countMessages(scene.session);
    for (let time = 0; time < 3; time++) await scene.session.inExtension(injectSentinel);
    await bannersBecome(scene.page, 1, NOTICED_MS);
    const diary = await keepDiary(scene.page);
    await scene.session.inExtension(injectSentinel);
    expect(await heard()).toEqual({ 'page.report suspect': 1, 'page.report notice': 1 });
    await mends(scene);
    expect(await heard()).toMatchObject({ 'page.good': 1 });
    expect(await diary.most()).toBe(1);
  });

  test('switched off and on again', async () => {
    await using scene = await openScene({ kind, world: NO_SERVICE });
    await bannersBecome(scene.page, 1, NOTICED_MS);
    const diary = await keepDiary(scene.page);
    await scene.session.extension.setEnabled(false);
    await goesOrCanBeClosed(scene);
    await scene.session.extension.setEnabled(true);
    await bannersBecome(scene.page, 1, NOTICED_MS);
    expect(await diary.most()).toBe(1);
    expect(diary.errors).toEqual([]);
    await mends(scene);
  });

  test('removed: the banner leaves every tab, or can be closed', async () => {
    await using scene = await openScene({ kind, world: NO_SERVICE });
    await bannersBecome(scene.page, 1, NOTICED_MS);
    const diary = await keepDiary(scene.page);
    await scene.session.extension.remove();
    await goesOrCanBeClosed(scene);
    expect(diary.errors).toEqual([]);
  });
});

// Firefox ends the scripts of an extension itself, and shows nobody what is left of them.
test('chrome: an orphaned script looks no more', async () => {
  await using scene = await openScene({ kind: 'chrome', world: NO_SERVICE });
  const protocol = await scene.page.createCDPSession();
  const worlds: number[] = [];
  protocol.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === 'Not Just Me') worlds.push(context.id);
  });
  await protocol.send('Runtime.enable');
  const contextId = worlds[0] as number;
  const inOldWorld = async (expression: string) =>
    (await protocol.send('Runtime.evaluate', { expression, contextId })).result.value;
  await inOldWorld(
    'var looks = 0; { const set = setTimeout; setTimeout = (...of) => (looks++, set(...of)); }',
  );
  await eventually(
    () => inOldWorld('looks'),
    (looks) => looks > 1,
    10_000,
  );
  await scene.session.extension.install(buildOf('chrome'));
  // The successor's banner comes later than any look the old one may have planned.
  await bannersBecome(scene.page, 1, NOTICED_MS);
  const before = await inOldWorld('looks');
  const diary = await keepDiary(scene.page);
  scene.lab.setWorld(MENDED);
  await bannersBecome(scene.page, 0, OVER_MS);
  expect(worlds).toHaveLength(2);
  expect(await inOldWorld('looks')).toBe(before);
  expect(diary.errors).toEqual([]);
});

/** Chromium leaves the script alive and it tidies up; Firefox ends it at once, so the banner closes without a script. */
async function goesOrCanBeClosed(scene: Scene): Promise<void> {
  if (scene.session.kind === 'chrome') return bannersBecome(scene.page, 0, 6_000);
  const visible = () =>
    scene.page.evaluate(
      () => document.querySelector('not-just-me-banner')?.getBoundingClientRect().height ?? 0,
    );
  if ((await banners(scene.page)) === 0) return;
  const { x, y } = await scene.page.evaluate(() => {
    const box = (document.querySelector('not-just-me-banner') as HTMLElement).getBoundingClientRect();
    return { x: box.right - 24, y: box.top + 24 };
  });
  await scene.page.mouse.click(x, y);
  await eventually(visible, (height) => height === 0, 2_000);
}

/** Runs in the extension. */
async function injectSentinel(): Promise<void> {
  interface Api {
    runtime: { getManifest(): { content_scripts: { js: string[] }[] } };
    tabs: { query(what: object): Promise<{ id: number }[]> };
    scripting: { executeScript(what: object): Promise<unknown> };
  }
  const { chrome } = globalThis as unknown as { chrome: Api };
  const files = chrome.runtime.getManifest().content_scripts.flatMap(({ js }) => js);
  for (const { id } of await chrome.tabs.query({ url: 'https://web.whatsapp.com/*' }))
    await chrome.scripting.executeScript({ target: { tabId: id }, files });
}
