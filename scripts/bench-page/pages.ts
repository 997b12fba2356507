import type { Page } from 'puppeteer-core';
import { shell } from '../../tests/lab/pages/shell.ts';
import { healthyWorld, type World } from '../../tests/lab/world.ts';
import { appWeight } from './app-weight.ts';
import { type PageOptions, type PageTold, pageScript } from './page-script.ts';

/** The pages everything is measured on. */
export type PageName = 'bare' | 'light' | 'busy';

/** A page, and how long it is watched once its chats are there and it did its own work, in ms. */
export interface BenchPage {
  world: World;
  thenMs: number;
}

/** Serves the bench's own scripts; the page's policy is left out here, and this name is free. */
const OWN_HOST = 'bench.whatsapp.net';

/** Every 60 ms, 50 of 1,000 rows: in a minute each of the 10,000 nodes is replaced 50 times. */
const BUSY = { rows: 1_000, rowsPerTurn: 50, everyMs: 60 };
const IDLE: PageOptions = { rows: 0, rowsPerTurn: 0, turns: 0, everyMs: 0 };

/** Two looks of our script fall into this time, in ms. */
const LIGHT_MS = 32_000;
/** One does. */
const BARE_MS = 17_000;

/** The fake client on a healthy day: as it is, with a start of ordinary weight, or re-rendering for `seconds`. */
export function pageNamed(name: PageName, seconds: number): BenchPage {
  if (name === 'bare') return { world: worldWith(inPage(IDLE)), thenMs: BARE_MS };
  if (name === 'light') return { world: worldWith(`${appWeight()}\n${inPage(IDLE)}`), thenMs: LIGHT_MS };
  const turns = Math.round((seconds * 1000) / BUSY.everyMs);
  return { world: worldWith(inPage({ ...BUSY, turns })), thenMs: 0 };
}

/** What the bench waits for, and whether a metered script (tests/e2e/meter.ts) was here before. */
const FIRST = `globalThis.bench = { longTasks: null,
  ourMarks: performance.getEntriesByName('first-line-of-ours').length };
bench.done = new Promise((resolve) => { bench.finish = resolve; });`;

function inPage(options: PageOptions): string {
  return `(${pageScript})(${JSON.stringify(options)});`;
}

function worldWith(script: string): World {
  const world = healthyWorld();
  // A script that is the very first thing in the document: ours has to run before even this one.
  const first = `<script>${FIRST}</script>`;
  const own = `<script src="https://${OWN_HOST}/app.js" async></script>`;
  const body = shell(world).replace('<meta charset="utf-8">', `<meta charset="utf-8">${first}${own}`);
  return {
    ...world,
    hosts: {
      'web.whatsapp.com': { status: 200, contentType: 'text/html; charset=utf-8', body },
      [OWN_HOST]: { status: 200, contentType: 'text/javascript; charset=utf-8', body: script },
    },
  };
}

/** Resolves when the page did all it had to do and was watched as long as told; with its long tasks, or null. */
export async function waitUntilDone(tab: Page, { thenMs }: BenchPage): Promise<number | null> {
  await tab.evaluate(() => bench.done);
  await new Promise((resolve) => setTimeout(resolve, thenMs));
  return tab.evaluate(() => bench.longTasks);
}

declare const bench: PageTold;
