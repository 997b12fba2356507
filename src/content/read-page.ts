/** Document → which screen of WhatsApp Web is shown. Reads ids, counts, attributes and icon names; changes nothing. */
import type { Screen } from '../core/page-health';
import {
  APP,
  CHATS,
  DIALOG,
  LINKING,
  OLD_WARNING,
  OWN_PAGE,
  PROGRESS,
  SIDE,
  SPLASH,
  UNSUPPORTED,
  WARNING_ICON,
} from './selectors';

/** The screen, by several weak signals and never one alone. */
export function readScreen(page: Document): Screen {
  const has = (selector: string) => page.querySelector(selector) !== null;
  if (has(SIDE) || has(CHATS)) return mainScreen(page);
  const dialog = page.querySelector(DIALOG);
  if (dialog !== null) return coverScreen(dialog);
  if (has(LINKING)) return 'linking';
  if (has(PROGRESS)) return 'loading';
  if (has(SPLASH)) return 'splash';
  if (has(UNSUPPORTED)) return 'other';
  return has(`${APP},${OWN_PAGE}`) ? 'unknown' : 'foreign';
}

/** Cover screens differ in heading, rule and number of buttons (wa-diff WAWebAppUI, 2026-04). */
function coverScreen(dialog: Element): Screen {
  const count = (selector: string) => dialog.querySelectorAll(selector).length;
  if (count('h1') === 0) return 'other';
  const buttons = count('button');
  if (buttons === 0) return 'no-service';
  if (buttons === 1) return count('hr') > 0 ? 'cannot-connect' : 'network-block';
  return 'other';
}

/** A lost connection leaves the chats and shows a warning above them; after 3 s it gains a button. */
function mainScreen(page: Document): Screen {
  // The old icon stands for the connection alone; its action was not always a button.
  if ([...page.querySelectorAll(OLD_WARNING)].some(isBanner)) return 'main-lost-action';
  const warning = [...page.querySelectorAll(`${APP} svg>title`)].find(
    (title) => title.textContent === WARNING_ICON && isBanner(title) && isAboveChats(title),
  );
  const actions = warning === undefined ? 2 : countActions(warning);
  // The connection's banner has one action at most; other warnings above the chats have two.
  if (actions > 1) return 'main';
  return actions === 1 ? 'main-lost-action' : 'main-lost';
}

/** New banners stand inside the column, before the list (wa-diff WAWebChatlistBanners, 2026-04). */
function isAboveChats(icon: Element): boolean {
  const side = icon.closest(SIDE);
  const chats = side?.querySelector(CHATS);
  return (
    side !== null &&
    (!chats || (icon.compareDocumentPosition(chats) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
  );
}

/** Above the chat list: not in it, not in the open chat, not in a dialog. */
function isBanner(icon: Element): boolean {
  return icon.closest(`${CHATS},#main,[role=dialog]`) === null;
}

/** Buttons in the smallest ancestor that has any, below the column itself. */
function countActions(icon: Element): number {
  for (let node = icon.parentElement; node !== null; node = node.parentElement) {
    if (node.matches(`${SIDE},${APP}`) || node.querySelector(CHATS) !== null) return 0;
    const buttons = node.querySelectorAll('button').length;
    if (buttons > 0) return buttons;
  }
  return 0;
}

/** Position of the loading bar, or -1. */
export function readProgress(page: Document): number {
  return page.querySelector<HTMLProgressElement>(PROGRESS)?.value ?? -1;
}
