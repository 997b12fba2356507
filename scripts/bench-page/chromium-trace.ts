import { openBrowser } from '../../tests/lab/browsers/index.ts';
import type { Lab } from '../../tests/lab/server.ts';
import { type BenchPage, waitUntilDone } from './pages.ts';
import { attribute, CATEGORIES, type Ours, type TraceEvent } from './trace.ts';

/** Visits a page with the extension while Chromium takes notes, on a processor slowed `throttle`-fold. */
export async function traceInChromium(
  lab: Lab,
  page: BenchPage,
  extensionDir: string,
  throttle: number,
): Promise<Ours> {
  lab.setWorld(() => page.world);
  const session = await openBrowser({ kind: 'chrome', lab, extensionDir });
  try {
    const tab = await session.newPage();
    await tab.emulateCPUThrottling(throttle);
    await tab.tracing.start({ categories: CATEGORIES });
    await session.gotoWhatsApp(tab);
    await waitUntilDone(tab, page);
    const bytes = await tab.tracing.stop();
    const { traceEvents } = JSON.parse(Buffer.from(bytes ?? []).toString()) as { traceEvents: TraceEvent[] };
    return attribute(traceEvents, session.extensionUrl(''));
  } finally {
    await session.close();
  }
}
