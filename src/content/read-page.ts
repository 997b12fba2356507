/** Document → which screen of WhatsApp Web is shown. Reads ids, counts, attributes and icon names; changes nothing. */
import type { Screen } from '../core/page-health';
import { iconsIn, nameOf } from './icons';
import {
  APP,
  BANNER_ICON,
  BUTTON,
  CHATS,
  DIALOG,
  LINKING,
  LOCK,
  OLD_LOST_ICON,
  OLD_PHONE_ICON,
  OWN_PAGE,
  PROGRESS,
  QR_CODE,
  QR_RETRY,
  QR_SPINNER,
  SIDE,
  SPLASH,
  UNSUPPORTED,
} from './selectors';

/** The screen, by several weak signals and never one alone. `hadChats`: this document has shown chats before. */
export function readScreen(page: Document, hadChats: boolean): Screen {
  const find = (selector: string) => page.querySelector(selector);
  const chats = find(CHATS) ?? find(SIDE);
  if (chats) return mainScreen(chats);
  const dialog = find(DIALOG);
  if (dialog) return coverScreen(dialog);
  if (find(LOCK)) return 'locked';
  if (find(LINKING)) return linkingScreen(find);
  const bar = find(PROGRESS) as HTMLProgressElement | null;
  // Loading never follows the chats in one document, but logging out does, with a full bar (wa-diff
  // WAWebLogoutLoadingScreen, 2026-04).
  if (bar) return hadChats && bar.value >= bar.max ? 'logging-out' : 'loading';
  // A document that does not get on is a splash that never comes.
  if (find(SPLASH) || page.readyState === 'loading') return 'splash';
  if (find(UNSUPPORTED)) return 'unsupported';
  return find(`${APP},${OWN_PAGE}`) ? 'unknown' : 'foreign';
}

/** Cover screens differ in heading, rule and number of buttons (wa-diff WAWebAppUI, 2026-04). */
function coverScreen(dialog: Element): Screen {
  const buttons = dialog.querySelectorAll(BUTTON).length;
  if (buttons > 1) return 'choice';
  if (!dialog.querySelector('h1')) return buttons ? 'reload-offered' : 'unknown';
  if (!buttons) return 'no-service';
  return dialog.querySelector('hr') ? 'cannot-connect' : 'network-block';
}

function linkingScreen(has: (selector: string) => unknown): Screen {
  if (has(QR_CODE) && !has(QR_RETRY)) return 'qr';
  return has(QR_SPINNER) ? 'qr-loading' : 'qr-expired';
}

/**
 * A lost connection leaves the chats and shows a warning before them: in their column, or (until 2023) beside it.
 * After 3 s it gains a button. Nothing after the start of the list counts: not the list, not the open chat.
 */
function mainScreen(chats: Element): Screen {
  for (let node: Element | null = chats; node && !node.matches(APP); node = node.parentElement)
    for (let part = node.previousElementSibling; part; part = part.previousElementSibling)
      for (const icon of iconsIn(part, BANNER_ICON)) {
        const name = nameOf(icon);
        // The connection's banner has one action at most; other warnings above the chats have two. The old icons stand
        // for one thing each, and their action was not always a button.
        const actions = name === OLD_LOST_ICON ? 1 : countActions(icon, part);
        if (icon.closest('[role=dialog]') || actions > 1) continue;
        if (name === OLD_PHONE_ICON) return 'phone-lost';
        return actions ? 'main-lost-action' : 'main-lost';
      }
  return 'main';
}

/** Buttons in the smallest piece of `part` that holds the icon and any button. */
function countActions(icon: Element, part: Element): number {
  const { length } = icon.querySelectorAll(BUTTON);
  return length || icon === part ? length : countActions(icon.parentElement as Element, part);
}

/** Position of the loading bar, if there is one. */
export function readProgress(page: Document): number | undefined {
  return page.querySelector<HTMLProgressElement>(PROGRESS)?.value;
}
