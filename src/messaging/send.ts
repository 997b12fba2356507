/** Sends messages and treats "nobody there" as normal: the other side may be asleep, gone or orphaned. */
import { browser } from '../platform/browser';
import type { Message, ToPage } from './contract';

/** From one of our pages to the background. Resolves false when nobody answered. */
export async function toBackground(message: Message): Promise<boolean> {
  try {
    await browser.runtime.sendMessage(message);
    return true;
  } catch {
    return false;
  }
}

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
