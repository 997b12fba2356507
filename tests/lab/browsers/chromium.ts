import { launch, type Page, type Target } from 'puppeteer-core';
import { chromiumExtension } from './chromium-extension.ts';
import type { BrowserOptions, Launched } from './session.ts';

const SCHEMES = { dark: 0, light: 1 };

/** Start Chromium with every name in the world leading to the lab. */
export async function launchChromium(executablePath: string, options: BrowserOptions): Promise<Launched> {
  const { userDataDir, headless = true } = options;
  const browser = await launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: headless ? { width: options.width ?? 1280, height: options.height ?? 800 } : null,
    ...(userDataDir ? { userDataDir } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--host-resolver-rules=${resolverRules(options)}`,
      // The lab's key and no other, so that `world.untrusted` hosts fail as they should.
      `--ignore-certificate-errors-spki-list=${options.lab.keyHash}`,
      ...(options.lang ? [`--lang=${options.lang}`] : []),
      ...(options.colorScheme
        ? [`--blink-settings=preferredColorScheme=${SCHEMES[options.colorScheme]}`]
        : []),
      // What is loaded by the debugger's command is gone with the browser; this comes back with its profile.
      ...(options.kept
        ? [
            `--load-extension=${options.extensionDir}`,
            '--disable-features=DisableLoadExtensionCommandLineSwitch',
          ]
        : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-gpu',
      '--no-first-run',
      ...(options.args ?? []),
    ],
    env: { ...process.env, ...(options.lang ? { LANGUAGE: options.lang.replace('-', '_') } : {}) },
  });
  const newTabBehind = () => browser.newPage({ background: true });
  const extension = chromiumExtension(browser, newTabBehind);
  const extensionBase = () => (extension.id === null ? null : `chrome-extension://${extension.id}/`);
  const isWorker = (target: Target): boolean =>
    target.type() === 'service_worker' && target.url().startsWith(extensionBase() ?? 'none');
  return {
    browser,
    extension,
    extensionBase,
    newTabBehind,
    async open(page, url) {
      await page.goto(url);
    },
    async openPrivate(url, inExtension) {
      const before = new Set(browser.targets());
      const isNew = (target: Target) =>
        target.type() === 'page' && !before.has(target) && target.url() === url;
      const opened = browser.waitForTarget(isNew);
      // Not `createBrowserContext`: extensions do not reach the tabs of such a context.
      await inExtension(openIncognito, url);
      return (await (await opened).page()) as Page;
    },
    notifications: (inExtension) => inExtension(readNotifications),
    setColorScheme: (page, value) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]),
    isBackgroundRunning: () => Promise.resolve(browser.targets().some(isWorker)),
    async stopBackground() {
      const target = browser.targets().find(isWorker);
      if (!target) return;
      const { _targetId: targetId } = target as unknown as { _targetId: string };
      const session = await browser.target().createCDPSession();
      // Not by way of `target.worker()`: a debugger attached, even for a moment, keeps the worker alive.
      await session.send('Target.closeTarget', { targetId });
      while (browser.targets().includes(target)) await new Promise((resolve) => setTimeout(resolve, 10));
      await session.detach();
    },
  };
}

/** Names that fail come first: the first rule that fits wins. */
function resolverRules({ lab, unresolvable = [], refusing = [] }: BrowserOptions): string {
  // Port 1 is never listened on.
  return [
    ...unresolvable.map((name) => `MAP ${name} ~NOTFOUND`),
    ...refusing.map((name) => `MAP ${name} 127.0.0.1:1`),
    `MAP * 127.0.0.1:${lab.port}`,
  ].join(', ');
}

/** Runs in the extension. */
async function readNotifications(): Promise<string[]> {
  type Api = { notifications?: { getAll(): Promise<object> } };
  return Object.keys((await (globalThis as unknown as { chrome: Api }).chrome.notifications?.getAll()) ?? {});
}

/** Runs in the extension. */
async function openIncognito(url: string): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { windows: { create(what: object): Promise<unknown> } };
  };
  await chrome.windows.create({ incognito: true, url });
}
