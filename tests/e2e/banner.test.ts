/** The banner in the page: readable under a strict policy, closed to the page, polite. */
import { describe, expect, test } from 'vitest';
import { axeProblems } from '../../scripts/gallery/axe.ts';
import { showBanner } from '../../scripts/gallery/banners.ts';
import { choose } from '../../scripts/gallery/stage.ts';
import { stateNamed } from '../../scripts/gallery/states.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { BROWSERS, eventually, openScene, type Scene } from './scene.ts';

/** A screen that is noticed after ten seconds, in a page with WhatsApp's strict policy. */
const NO_SERVICE = { whatsapp: { page: 'service-unavailable', statusJson: 503 } } as const;

async function withBanner(kind: (typeof BROWSERS)[number]): Promise<Scene> {
  const scene = await openScene({ kind, world: NO_SERVICE });
  await scene.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { violations: seen });
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
  });
  await eventually(scene.banner, (verdict) => verdict === 'global', 30_000);
  return scene;
}

/** Middle of the close button: the banner's root is closed, so the person's eyes must do. */
async function closeButton(scene: Scene): Promise<{ x: number; y: number }> {
  return scene.page.evaluate(() => {
    const box = (document.querySelector('not-just-me-banner') as HTMLElement).getBoundingClientRect();
    return { x: box.right - 24, y: box.top + 24 };
  });
}

describe.each(BROWSERS)('%s', (kind) => {
  test('one closed element, child of <html>, styled under the page’s policy, and named for outside', async () => {
    await using scene = await withBanner(kind);
    const seen = await scene.page.evaluate(() => {
      const all = document.querySelectorAll<HTMLElement>('not-just-me-banner');
      const [banner] = all;
      const box = banner?.getBoundingClientRect();
      return {
        count: all.length,
        parent: banner?.parentElement?.localName,
        open: banner?.shadowRoot !== null,
        position: banner && getComputedStyle(banner).position,
        width: Math.round(box?.width ?? 0),
        height: Math.round(box?.height ?? 0),
        confidence: banner?.dataset.confidence,
        cause: banner?.dataset.cause,
        violations: (globalThis as unknown as { violations: string[] }).violations,
      };
    });
    expect(seen).toMatchObject({ count: 1, parent: 'html', open: false, position: 'fixed' });
    expect(seen).toMatchObject({ confidence: 'likely', cause: 'whatsapp-only', violations: [] });
    // Its own style has arrived: a bare element would span the page.
    expect(seen.width).toBeGreaterThan(200);
    expect(seen.width).toBeLessThanOrEqual(560);
    // One line, where there is room for it.
    expect(seen.height).toBeGreaterThan(40);
    expect(seen.height).toBeLessThan(70);
  });

  test('closed by the person, it stays away; a second tab is not told either', async () => {
    await using scene = await withBanner(kind);
    const { x, y } = await closeButton(scene);
    await scene.page.mouse.click(x, y);
    await eventually(scene.banner, (verdict) => verdict === null, 5_000);
    const other = await scene.session.newPage();
    await scene.session.gotoWhatsApp(other);
    await other.bringToFront();
    await scene.until(({ verdict, state }) => verdict === 'global' && state === 'settled', 30_000);
    // The second tab is noticed after its own ten seconds of being looked at.
    await other.bringToFront();
    await eventually(
      () => scene.session.inExtension(noticedTabs),
      (noticed) => noticed === 2,
      40_000,
    );
    expect(await other.evaluate(() => document.querySelector('not-just-me-banner'))).toBeNull();
  });

  test('a page that drops it gets it back once; clicks by its scripts do nothing', async () => {
    await using scene = await withBanner(kind);
    const drop = () => scene.page.evaluate(() => document.querySelector('not-just-me-banner')?.remove());
    await scene.page.evaluate(() => {
      const banner = document.querySelector('not-just-me-banner') as HTMLElement;
      banner.click();
      banner.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    await drop();
    await eventually(scene.banner, (verdict) => verdict === 'global', 5_000);
    await drop();
    expect(await scene.banner()).toBeNull();
  });

  test('it lies over no control of the page and takes no focus, on windows of every width', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { page: 'main' } } });
    const { session, page } = scene;
    const sender = await session.openExtensionPage('manifest.json', { background: true });
    for (const generation of ['2026', '2022'] as const) {
      scene.lab.setWorld({ whatsapp: { page: 'main', generation } });
      await session.gotoWhatsApp(page);
      await page.bringToFront();
      await page.waitForSelector('#pane-side [role="row"]');
      await page.evaluate(() => document.querySelector<HTMLElement>('[role="textbox"]')?.focus());
      for (const width of [600, 900, 1400])
        for (const lang of ['en', 'de', 'ar', 'ta']) {
          await page.setViewport({ width, height: 700 });
          const studio = { session, kind, lang, scheme: 'light', folder: '' } as const;
          await showBanner(studio, sender, page, stateNamed('global-meta-wide-likely'));
          const where = `${generation}, ${lang}, ${width} px`;
          // Its words come with the next frame.
          const covered = () => page.evaluate(coveredControls);
          expect(await eventually(covered, ({ shown }) => shown, 3_000), where).toMatchObject({
            covered: [],
          });
          expect(await page.evaluate(() => document.activeElement?.getAttribute('role')), where).toBe(
            'textbox',
          );
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), where).toBe(
            true,
          );
        }
    }
  });

  test('“never in the page” is heeded at once, both ways; the toolbar still tells', async () => {
    await using scene = await openScene({ kind, world: NO_SERVICE, stay: true });
    const choice = (banner: boolean) =>
      scene.session.inExtension(choose, { settings: { ...DEFAULT_SETTINGS, banner } });
    await choice(false);
    await scene.session.gotoWhatsApp(scene.page);
    await scene.page.bringToFront();
    await eventually(
      () => scene.session.badge(),
      ({ text }) => text.startsWith('all'),
      30_000,
    );
    await eventually(
      () => scene.session.inExtension(noticedTabs),
      (noticed) => noticed === 1,
      30_000,
    );
    expect(await scene.banner()).toBeNull();
    await choice(true);
    await eventually(scene.banner, (verdict) => verdict === 'global', 5_000);
    await choice(false);
    await eventually(scene.banner, (verdict) => verdict === null, 5_000);
  });

  test('it leaves by itself when chats are back', async () => {
    await using scene = await withBanner(kind);
    scene.lab.setWorld({ whatsapp: { page: 'main', statusJson: 'healthy' } });
    await eventually(scene.banner, (verdict) => verdict === null, 30_000);
    await eventually(
      () => scene.session.badge(),
      ({ text }) => text === '',
      5_000,
    );
  });

  test('axe finds nothing in any banner, its list of ways open too, light and dark', async () => {
    await using scene = await openScene({ kind, world: { whatsapp: { page: 'main' } } });
    const { page, session } = scene;
    await page.waitForSelector('#pane-side');
    const sender = await session.openExtensionPage('manifest.json', { background: true });
    // Axe sees no closed root.
    await sender.evaluate(openRoots);
    for (const scheme of ['light', 'dark'] as const) {
      await session.setColorScheme(page, scheme);
      for (const name of ['global-whatsapp-only-likely', 'local-dns', 'regional', 'unsure']) {
        await showBanner({ lang: 'en' }, sender, page, stateNamed(name));
        const shown = () =>
          page.evaluate(() => document.querySelector('not-just-me-banner')?.shadowRoot?.innerHTML.length);
        expect(await shown(), name).toBeGreaterThan(100);
        expect.soft(await axeProblems(page, BANNER), `${name}, ${scheme}`).toEqual([]);
        await page.evaluate(openWays);
        expect.soft(await axeProblems(page, BANNER), `${name}, ${scheme}, open`).toEqual([]);
      }
    }
    // It looks inside.
    await page.evaluate(() => {
      document.querySelector('not-just-me-banner')?.shadowRoot?.append(document.createElement('button'));
    });
    expect(await axeProblems(page, BANNER)).toEqual([expect.stringContaining('button-name')]);
  });

  test('“Other ways” and “Close” work from the keyboard', async () => {
    await using scene = await withBanner(kind);
    const height = () =>
      scene.page.evaluate(
        () => document.querySelector('not-just-me-banner')?.getBoundingClientRect().height ?? 0,
      );
    const before = await height();
    const focused = () => scene.page.evaluate(() => document.activeElement?.localName);
    for (let tab = 0; tab < 15 && (await focused()) !== 'not-just-me-banner'; tab++)
      await scene.page.keyboard.press('Tab');
    expect(await focused()).toBe('not-just-me-banner');
    await scene.page.keyboard.press('Enter');
    await eventually(height, (now) => now > before, 3_000);
    for (let tab = 0; tab < 15 && (await scene.banner()) !== null; tab++) {
      await scene.page.keyboard.press('Tab');
      if (tab === 1) await scene.page.keyboard.press('Enter');
    }
    expect(await scene.banner()).toBeNull();
  });
});

const BANNER = 'not-just-me-banner';

/** Runs in the page: clicks by its scripts do nothing, so what hides the list is taken away. */
function openWays(): void {
  const root = document.querySelector('not-just-me-banner')?.shadowRoot;
  for (const hidden of root?.querySelectorAll<HTMLElement>('[hidden]') ?? []) hidden.hidden = false;
}

/** Runs in the extension: whatever our scripts close from now on stays open. */
async function openRoots(): Promise<void> {
  type Api = {
    tabs: { query(what: object): Promise<{ id: number }[]> };
    scripting: { executeScript(injection: object): Promise<unknown> };
  };
  const { tabs, scripting } = (globalThis as unknown as { chrome: Api }).chrome;
  const func = () => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function attachOpen(this: Element, given) {
      return attachShadow.call(this, { ...given, mode: 'open' });
    };
  };
  for (const { id } of await tabs.query({ url: 'https://web.whatsapp.com/*' }))
    await scripting.executeScript({ target: { tabId: id }, func });
}

/** Runs in the extension: how many tabs are in noticed trouble. */
async function noticedTabs(): Promise<number> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { session: { get(): Promise<Stored> } } };
  };
  const { situation } = await chrome.storage.session.get();
  return Object.values(situation?.incident?.tabs ?? {}).filter(({ phase }) => phase === 'notice').length;
}

/** Runs in the page: what can be pressed or written in and lies under the banner; chats of the list are no controls. */
function coveredControls(): { shown: boolean; covered: string[] } {
  const own = document.querySelector('not-just-me-banner')?.getBoundingClientRect();
  if (!own || own.height < 40) return { shown: false, covered: [] };
  const all = document.querySelectorAll(
    'button, a, input, [role="button"], [role="textbox"], [contenteditable], [tabindex], .search, header, footer',
  );
  const under = [...all].filter((node) => {
    const box = node.getBoundingClientRect();
    const apart =
      own.right <= box.left || own.left >= box.right || own.bottom <= box.top || own.top >= box.bottom;
    return box.width > 0 && !apart;
  });
  return { shown: true, covered: under.map((node) => node.outerHTML.slice(0, 80)) };
}

interface Stored {
  situation?: { incident: { tabs: Record<string, { phase: string }> } | null };
}
