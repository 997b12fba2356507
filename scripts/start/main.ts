import { join } from 'node:path';
import { openBrowser, type Session } from '../../tests/lab/browsers/index.ts';
import { type Replay, replayOf } from '../../tests/lab/replays/index.ts';
import { type Lab, startLab } from '../../tests/lab/server.ts';
import { live } from './live.ts';
import { Narrator } from './narrate.ts';
import { play } from './play.ts';
import { closeSoon, leaveNothingBehind } from './tidy.ts';
import { didNotStart, lineOf } from './words.ts';

/** What `start.mjs` found out before this could be loaded. */
export interface Start {
  root: string;
  kind: 'chrome' | 'firefox';
  visible: boolean;
  live: boolean;
  replay: string;
  port: number;
}

/** How it ended: an exit code, or one line that says why it could not run. */
export type Ended = { code: number } | { problem: string };

/** Runs the replay, or the real thing. Whatever happens, browser and fake internet are gone afterwards. */
export async function start(options: Start): Promise<Ended> {
  leaveNothingBehind();
  if (options.live) return live(options);
  const replay = replayOf(options.replay);
  console.log(`\n${replay.title}\n${replay.story}`);
  for (const { title, address } of replay.sources) console.log(`  ${title}\n    ${address}`);
  console.log('\nStarting the fake internet…');
  let lab: Lab;
  try {
    lab = await startLab({ port: options.port });
  } catch (error) {
    return { problem: lineOf(error) };
  }
  try {
    return await inBrowser(options, replay, lab);
  } finally {
    await lab.close();
  }
}

/** Firefox's. */
const PREFS = {
  // A window behind the terminal counts as hidden, and the extension counts visible time only.
  'widget.windows.window_occlusion_tracking.enabled': false,
  // Holds WhatsApp's tries back for up to a minute: nothing in two real hours, and half of an outage played fast.
  'network.websocket.delay-failed-reconnects': false,
};

async function inBrowser(options: Start, replay: Replay, lab: Lab): Promise<Ended> {
  const { kind, root, visible } = options;
  console.log(
    `Opening ${kind === 'chrome' ? 'Chromium' : 'Firefox'}${visible ? '' : ' without a window'}…\n`,
  );
  let session: Session;
  try {
    session = await openBrowser({
      kind,
      lab,
      extensionDir: join(root, 'dist', kind),
      headless: !visible,
      prefs: PREFS,
    });
  } catch (error) {
    return { problem: didNotStart(options, error) };
  }
  const closed = new Promise<void>((resolve) => session.browser.once('disconnected', () => resolve()));
  try {
    const narrator = new Narrator(replay);
    const passed = await play({ root, session, lab, narrator, visible, closed }, replay);
    if (visible && session.browser.connected) {
      console.log('\nThe browser stays open. Close it, or press Ctrl-C here, to end.');
      await closed;
    }
    return { code: passed ? 0 : 1 };
  } catch (error) {
    return { problem: `The replay could not go on: ${lineOf(error)}` };
  } finally {
    await closeSoon(session);
  }
}
