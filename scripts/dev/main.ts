import { join } from 'node:path';
import { openBrowser, type Session } from '../../tests/lab/browsers/index.ts';
import { type Playground, startPlayground } from '../../tests/lab/playground/server.ts';
import { type Lab, startLab } from '../../tests/lab/server.ts';
import type { Ended } from '../start/main.ts';
import { closeSoon, leaveNothingBehind } from '../start/tidy.ts';
import { didNotStart, lineOf } from '../start/words.ts';
import { buildInto } from './build.ts';
import { onChange } from './watch-files.ts';

/** What `dev.mjs` found out before this could be loaded. */
export interface Dev {
  root: string;
  kind: 'chrome' | 'firefox';
  visible: boolean;
  port: number;
  once: boolean;
}

/** Opens everything, and keeps it up to date until the browser is closed. */
export async function dev(options: Dev): Promise<Ended> {
  leaveNothingBehind();
  const { root, kind } = options;
  const failed = await buildInto(root, kind);
  // At the start there is no older build to go on with.
  if (failed !== null) return { problem: `The extension could not be built: ${failed}` };
  let lab: Lab | undefined;
  let playground: Playground | undefined;
  try {
    lab = await startLab();
    playground = await startPlayground(lab, options.port);
    return await inBrowser(options, lab, playground);
  } catch (error) {
    return { problem: lineOf(error) };
  } finally {
    await playground?.close();
    await lab?.close();
  }
}

async function inBrowser(options: Dev, lab: Lab, playground: Playground): Promise<Ended> {
  const { root, kind, visible, once } = options;
  const extensionDir = join(root, 'dist', kind);
  let session: Session;
  try {
    session = await openBrowser({
      kind,
      lab,
      extensionDir,
      headless: !visible,
      // The last one counts: as the lab's own rules, but for the playground, which is really here.
      args: kind === 'chrome' ? [`--host-resolver-rules=EXCLUDE 127.0.0.1, MAP * 127.0.0.1:${lab.port}`] : [],
    });
  } catch (error) {
    return { problem: didNotStart(options, error) };
  }
  const closed = new Promise<void>((resolve) => session.browser.once('disconnected', () => resolve()));
  try {
    const page = (await session.browser.pages())[0] ?? (await session.newPage());
    await session.gotoWhatsApp(page);
    await session.newPage(playground.address);
    await page.bringToFront();
    console.log(`The playground: ${playground.address}`);
    if (once) return { code: 0 };
    if (!visible) console.log('There is no display: the browser has no window.');
    console.log('Watching src, public and the manifest. Close the browser, or press Ctrl-C here, to end.');
    const stop = onChange(root, async () => {
      const failed = await buildInto(root, kind);
      if (failed !== null) console.error(`Not reloaded: ${failed}`);
      else await session.browser.installExtension(extensionDir);
    });
    await closed;
    stop();
    return { code: 0 };
  } finally {
    await closeSoon(session);
  }
}
