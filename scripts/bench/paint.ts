/**
 * How soon the popup's page paints the stored answer, against a page of the extension with one letter in it and nothing to run.
 * Both are opened in turns as tabs of one browser, so that a busy machine is busy for both alike.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import type { BrowserKind, Session } from '../../tests/lab/browsers/index.ts';
import { openBrowser } from '../../tests/lab/browsers/index.ts';
import { startLab } from '../../tests/lab/server.ts';
import { choose, store } from '../gallery/stage.ts';
import { askedAt, situationOf, stateNamed, waysTriedAt } from '../gallery/states.ts';

const RUNS = 15;
const EMPTY = 'empty.html';

/** Milliseconds from navigation to first contentful paint, of both. */
export interface Paints {
  popup: number[];
  empty: number[];
}

export async function measurePaints(kind: BrowserKind): Promise<Paints> {
  const build = await mkdtemp(join(tmpdir(), 'njm-paint-'));
  await cp(join(process.cwd(), 'dist', kind), build, { recursive: true });
  await writeFile(join(build, EMPTY), '<!doctype html><meta charset="utf-8"><title>.</title>.');
  const lab = await startLab();
  const session = await openBrowser({ kind, lab, extensionDir: build });
  try {
    const now = Date.now();
    const situation = situationOf(stateNamed('local-dns'), now);
    await session.inExtension(store, { situation, asked: askedAt(now), fallbacks: waysTriedAt(now) });
    await session.inExtension(choose, { settings: DEFAULT_SETTINGS });
    const paints: Paints = { popup: [], empty: [] };
    for (let run = 0; run < RUNS; run++) {
      paints.empty.push(await paintOf(session, EMPTY));
      paints.popup.push(await paintOf(session, 'src/ui/popup/index.html'));
    }
    return paints;
  } finally {
    await session.close();
    await lab.close();
    await rm(build, { recursive: true, force: true });
  }
}

async function paintOf(session: Session, path: string): Promise<number> {
  const page = await session.openExtensionPage(path);
  await page.bringToFront();
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    { polling: 20 },
  );
  const at = (await painted.jsonValue()) as number;
  await page.close();
  return at;
}
