import type { CDPSession } from 'puppeteer-core';
import { openBrowser, type Session } from '../../tests/lab/browsers/index.ts';
import type { Lab } from '../../tests/lab/server.ts';
import { type Heap, readHeap } from './heap.ts';

/** What two days of chats in front added to the page's heap, ours and the page's own together. */
export interface Days {
  first: Heap;
  second: Heap;
  /** Timers of ours that ran in the first day; null without the extension. */
  timers: number | null;
}

/** The start is over when a few more of these added nothing, in ms; the day is counted from there. */
const MINUTE_MS = 60_000;
/** So many minutes in a row, and so little each, in kB: what the browser itself brings into the page comes late on a slow machine. */
const QUIET = { minutes: 3, kb: 8 };
/** A page that never comes to rest is counted all the same. */
const LONGEST_START = 20;
const DAY_MS = 86_400_000;

/**
 * A day by Chromium's virtual clock, which the page's timers and ours follow alike, and `Date` too: it takes seconds.
 * The fake client has no connection here, whose answers would come in real time and so by that clock too late.
 */
export async function daysInChromium(lab: Lab, extensionDir: string | null): Promise<Days> {
  lab.setWorld({ whatsapp: { page: 'main' }, hosts: {} });
  const session = await openBrowser({
    kind: 'chrome',
    lab,
    ...(extensionDir === null ? {} : { extensionDir }),
  });
  try {
    const tab = await session.newPage();
    const cdp = await tab.createCDPSession();
    const ourWorld = extensionDir === null ? null : ourContext(cdp, session);
    await cdp.send('Runtime.enable');
    await session.gotoWhatsApp(tab);
    await tab.waitForSelector('#pane-side');
    const contextId = await ourWorld;
    const inOurs = async (expression: string): Promise<unknown> =>
      contextId === null
        ? null
        : (await cdp.send('Runtime.evaluate', { contextId, expression, returnByValue: true })).result.value;
    await inOurs(COUNT_TIMERS);
    const atFirst = await afterStart(cdp);
    await inOurs('countedTimers = 0');
    await pass(cdp, DAY_MS);
    const timers = (await inOurs('countedTimers')) as number | null;
    const afterOne = await readHeap(cdp);
    await pass(cdp, DAY_MS);
    return { first: growth(atFirst, afterOne), second: growth(afterOne, await readHeap(cdp)), timers };
  } finally {
    await session.close();
  }
}

async function afterStart(cdp: CDPSession): Promise<Heap> {
  await pass(cdp, MINUTE_MS);
  let heap = await readHeap(cdp);
  for (let minute = 0, quiet = 0; minute < LONGEST_START && quiet < QUIET.minutes; minute++) {
    await pass(cdp, MINUTE_MS);
    const next = await readHeap(cdp);
    quiet = Math.abs(next.allKb - heap.allKb) <= QUIET.kb ? quiet + 1 : 0;
    heap = next;
  }
  return heap;
}

/** Runs in our script's own world, after it has started: it looks up `setTimeout` anew each time. */
const COUNT_TIMERS = `var countedTimers = 0; { const set = setTimeout;
setTimeout = (run, ...rest) => set(() => { countedTimers++; run(); }, ...rest); }`;

/** Resolves with our script's world once the page has one. */
function ourContext(cdp: CDPSession, session: Session): Promise<number> {
  return new Promise((resolve) => {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin !== '' && session.extensionUrl('').startsWith(context.origin)) resolve(context.id);
    });
  });
}

async function pass(cdp: CDPSession, budget: number): Promise<void> {
  const over = new Promise<void>((resolve) => {
    cdp.once('Emulation.virtualTimeBudgetExpired', () => resolve());
  });
  await cdp.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget });
  await over;
}

function growth(before: Heap, after: Heap): Heap {
  return { allKb: after.allKb - before.allKb, codeKb: after.codeKb - before.codeKb };
}
