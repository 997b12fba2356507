/** Sends messages to pages, which may be frozen or gone. Apart from `send.ts`, since our own pages need none of it. */
import { browser } from '../platform/browser';
import type { ToPage } from './contract';

/** From the background to a tab's content script. Resolves false when there is none. */
export async function toTab(tab: number, message: ToPage): Promise<boolean> {
  try {
    // A frozen tab answers when it thaws, which may be never.
    const late = new Promise<never>((_, reject) => setTimeout(reject, 2_000));
    await Promise.race([browser.tabs.sendMessage(tab, message, { frameId: 0 }), late]);
    return true;
  } catch {
    return false;
  }
}
