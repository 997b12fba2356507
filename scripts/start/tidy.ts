import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../../tests/lab/browsers/index.ts';

/** By the shell's custom: 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Gives this process a temporary folder of its own, for the browser's profile and all else, and removes it at the
 * end, however that comes. A signal ends the process, and with it the browser: puppeteer kills it on `exit`.
 */
export function leaveNothingBehind(): void {
  const folder = mkdtempSync(join(tmpdir(), 'njm-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  atTheVeryEnd(() => {
    // What was killed a moment ago may still hold a file for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      console.log('\nStopped: browser and fake internet are closed.');
      process.exit(code);
    });
  }
}

/** Runs the last step after everybody else's: the browser has to be dead before its profile can go. */
function atTheVeryEnd(step: () => void): void {
  process.on('exit', step);
  process.on('newListener', (event, listener) => {
    if (event !== 'exit' || listener === step) return;
    process.off('exit', step);
    process.nextTick(() => process.on('exit', step));
  });
}

/** A browser that will not go in this time, in ms, is killed with this process. */
const CLOSE_MS = 5_000;

/** Closes a browser, if it is still there. */
export async function closeSoon(session: Session): Promise<void> {
  if (!session.browser.connected) return;
  const late = new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref());
  await Promise.race([session.close().catch(() => undefined), late]);
}
