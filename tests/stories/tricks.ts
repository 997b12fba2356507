/** What people and their computers do to a browser, by the means each browser has. */
import { execFileSync } from 'node:child_process';
import type { Page } from 'puppeteer-core';
import { eventually } from '../e2e/scene.ts';
import { goInside } from '../lab/browsers/firefox-inside.ts';
import type { Session } from '../lab/browsers/index.ts';

/** The Stop button. */
export async function stopLoading({ kind, browser }: Session, page: Page): Promise<void> {
  if (kind === 'firefox') {
    await goInside(browser)('gBrowser.selectedBrowser.stop()');
    return;
  }
  const devtools = await page.createCDPSession();
  await devtools.send('Page.stopLoading');
  await devtools.detach();
}

/** The browser knows that it has no network: `navigator.onLine` is false. Chromium: in this page only. */
export async function setOffline({ kind, browser }: Session, page: Page, offline: boolean): Promise<void> {
  if (kind === 'firefox') await goInside(browser)(`Services.io.offline = ${offline}`);
  else await page.setOfflineMode(offline);
  const online = () => page.evaluate(() => navigator.onLine);
  await eventually(online, (is) => is === !offline, 10_000);
}

/** Chromium freezes a page that nobody has used for long; `active` thaws it. Firefox never does. */
export async function setLifecycle(page: Page, state: 'frozen' | 'active'): Promise<void> {
  const devtools = await page.createCDPSession();
  await devtools.send('Page.setWebLifecycleState', { state });
  await devtools.detach();
}

/** Everything of this browser stands still, as on a computer that sleeps; the returned function wakes it. */
export function fallAsleep({ browser }: Session): () => void {
  const root = browser.process()?.pid;
  if (root === undefined) throw new Error('this browser has no process of its own');
  const all = [root, ...descendants(root)];
  const tell = (signal: NodeJS.Signals) => {
    for (const pid of all) {
      try {
        process.kill(pid, signal);
      } catch {
        // Ended by itself meanwhile.
      }
    }
  };
  tell('SIGSTOP');
  return () => tell('SIGCONT');
}

function descendants(root: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const childrenOf = (parent: number): number[] =>
    pairs.filter(([, of]) => of === parent).flatMap(([pid]) => [pid, ...childrenOf(pid)]);
  return childrenOf(root);
}
