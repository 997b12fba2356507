/** Asking, for sources that only run while a page of ours is open: the background asks, by its manners and on its list. */
import { browser } from '../platform/browser';
import type { Ask, AskOutcome } from '../sources/ask';

/** Never rejects; a background that does not answer counts as nobody there. */
export const askFromPage: Ask = async (request) => {
  const answer = await browser.runtime.sendMessage({ type: 'ask', request }).catch(() => undefined);
  return (answer as AskOutcome | undefined) ?? { kind: 'error', why: 'unreachable', name: null };
};
