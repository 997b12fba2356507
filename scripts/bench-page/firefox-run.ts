import { goInside, type Inside } from '../../tests/lab/browsers/firefox-inside.ts';
import { openBrowser } from '../../tests/lab/browsers/index.ts';
import type { Lab } from '../../tests/lab/server.ts';
import { type BenchPage, waitUntilDone } from './pages.ts';

/** What one visit to a page cost in Firefox, as far as Firefox can be asked: all of it for the tab's own process. */
export interface FirefoxCost {
  /** Processor time of the process the tab is in, all of its threads, in ms. */
  cpuMs: number;
  /** Times the page's styles were brought up to date. */
  styles: number;
  /** Boxes laid out. */
  reflowed: number;
  /** JavaScript objects and strings of the tab after a forced collection, in kB of 1,024 bytes. */
  heapKb: number;
}

/** A browser and a profile of its own for every visit, so that none leaves anything to the next. */
export async function visitInFirefox(
  lab: Lab,
  page: BenchPage,
  extensionDir: string | null,
): Promise<FirefoxCost> {
  lab.setWorld(() => page.world);
  const session = await openBrowser({
    kind: 'firefox',
    lab,
    ...(extensionDir === null ? {} : { extensionDir }),
  });
  try {
    const inside = goInside(session.browser);
    const tab = await session.newPage();
    await session.gotoWhatsApp(tab);
    await waitUntilDone(tab, page);
    const cpuMs = await processorMs(inside);
    return { cpuMs, ...(await lookIntoTab(inside)) };
  } finally {
    await session.close();
  }
}

async function processorMs(inside: Inside): Promise<number> {
  const nanoseconds = await inside(`ChromeUtils.requestProcInfo().then(({ children }) => children
    .find(({ windows }) => windows.some((one) => one.documentURI?.spec.startsWith('https://web.whatsapp.com/')))
    .cpuTime)`);
  return Number(nanoseconds) / 1e6;
}

/** Asked in the tab's own process: the collector, the layout engine and the memory reporters are there. */
async function lookIntoTab(inside: Inside): Promise<Omit<FirefoxCost, 'cpuMs'>> {
  const script = `
    for (const _ of [1, 2, 3]) { Cu.forceGC(); Cu.forceCC(); }
    const { restyleGeneration, framesReflowed } = content.windowUtils;
    const sizes = Array.from({ length: 10 }, () => ({}));
    Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager)
      .sizeOfTab(content, ...sizes);
    const heapKb = (sizes[0].value + sizes[1].value) / 1024;
    sendAsyncMessage('bench', { styles: Number(restyleGeneration), reflowed: Number(framesReflowed), heapKb });`;
  const told = await inside(`new Promise((resolve) => {
    const { messageManager } = gBrowser.selectedBrowser;
    messageManager.addMessageListener('bench', ({ data }) => resolve(JSON.stringify(data)));
    messageManager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(script)}), false);
  })`);
  return JSON.parse(told) as Omit<FirefoxCost, 'cpuMs'>;
}
