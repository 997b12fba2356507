/** Sends messages and treats "nobody there" as normal: the other side may be asleep, gone or orphaned. */
import { browser } from '../platform/browser';
import type { Message } from './contract';

/** From one of our pages to the background. Resolves false when nobody answered. */
export async function toBackground(message: Message): Promise<boolean> {
  try {
    await browser.runtime.sendMessage(message);
    return true;
  } catch {
    return false;
  }
}
