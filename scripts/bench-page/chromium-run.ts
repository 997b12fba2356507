import type { CDPSession } from 'puppeteer-core';
import { openBrowser } from '../../tests/lab/browsers/index.ts';
import type { Lab } from '../../tests/lab/server.ts';
import { collectGarbage } from './heap.ts';
import { type BenchPage, waitUntilDone } from './pages.ts';

/** What one visit to a page cost in Chromium: its main thread, its own processor time, no other process. */
export interface ChromiumCost {
  /** Running JavaScript, in ms; ours and the page's. */
  scriptMs: number;
  /** Everything on the main thread, in ms. */
  taskMs: number;
  layouts: number;
  styles: number;
  /** After a forced collection, in kB of 1,024 bytes. */
  heapKb: number;
  nodes: number;
  listeners: number;
  /** Tasks over 50 ms, by the page's own observer. */
  longTasks: number;
}

/** A browser and a profile of its own for every visit, so that none leaves anything to the next. */
export async function visitInChromium(
  lab: Lab,
  page: BenchPage,
  extensionDir: string | null,
): Promise<ChromiumCost> {
  lab.setWorld(() => page.world);
  const session = await openBrowser({
    kind: 'chrome',
    lab,
    ...(extensionDir === null ? {} : { extensionDir }),
  });
  try {
    const tab = await session.newPage();
    const cdp = await tab.createCDPSession();
    // Thread time: what other programs take from the clock meanwhile does not count.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.gotoWhatsApp(tab);
    const longTasks = await waitUntilDone(tab, page);
    const {
      ScriptDuration = 0,
      TaskDuration = 0,
      LayoutCount = 0,
      RecalcStyleCount = 0,
    } = await metrics(cdp);
    await collectGarbage(cdp);
    const { JSHeapUsedSize = 0, Nodes = 0, JSEventListeners = 0 } = await metrics(cdp);
    return {
      scriptMs: ScriptDuration * 1000,
      taskMs: TaskDuration * 1000,
      layouts: LayoutCount,
      styles: RecalcStyleCount,
      heapKb: JSHeapUsedSize / 1024,
      nodes: Nodes,
      listeners: JSEventListeners,
      longTasks: longTasks ?? 0,
    };
  } finally {
    await session.close();
  }
}

async function metrics(cdp: CDPSession): Promise<Partial<Record<string, number>>> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
