/** Document → which screen of WhatsApp Web is shown. Reads ids, counts, attributes and icon names; changes nothing. */
import type { Screen } from '../core/page-health';
import { iconsIn, nameOf } from './icons';
import {
  APP,
  BANNER_ICON,
  BUTTON,
  CHATS,
  COVER,
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

/** The screen, by several weak signals and never one alone. `hadChats`: chats were in view
 * before this. */
export function readScreen(page: Document, hadChats: boolean): Screen {
  const find = (selector: string) => page.querySelector(selector);
  const chats = find(CHATS) ?? find(SIDE);
  if (chats) return mainScreen(chats);
  const cover = find(COVER);
  if (cover) return coverScreen(cover, hadChats);
  if (find(LOCK)) return 'locked';
  if (find(LINKING)) return linkingScreen(find);
  const splash = find(SPLASH);
  const bar = find(PROGRESS) as HTMLProgressElement | null;
  // Loading never follows the chats in one document, but logging out does, with a full bar (wa-diff
  // WAWebLogoutLoadingScreen, 2026-04). The splash has a bar of its own.
  if (bar && !splash?.contains(bar)) return hadChats && bar.value >= bar.max ? 'logging-out' : 'loading';
  // A document that does not get on is a splash that never comes.
  if (splash || page.readyState === 'loading') return 'splash';
  if (find(UNSUPPORTED)) return 'unsupported';
  return find(`${APP},${OWN_PAGE}`) ? 'unknown' : 'foreign';
}

/**
 * Covers differ in title, rule and number of buttons (wa-diff WAWebAppUI, 2026-04). A cover holds its title, its contents
 * and its buttons, one element each, if it has them; only since 2024 is the title a heading.
 */
function coverScreen(cover: Element, hadChats: boolean): Screen {
  const buttons = cover.querySelectorAll(BUTTON).length;
  const isTitled = cover.childElementCount > (buttons ? 2 : 1);
  if (buttons > 1) return 'choice';
  if (!buttons) return isTitled ? 'no-service' : 'unknown';
  // Terms to accept look like a crash until 2026-08 (wa-diff WAWebTos, 2026-04), but come before any chats.
  if (!isTitled) return hadChats ? 'reload-offered' : 'choice';
  return cover.querySelector('hr') ? 'cannot-connect' : 'network-block';
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
  for (let node: Element | null = chats; node; node = node.matches(SIDE) ? null : node.parentElement)
    for (let part = node.previousElementSibling; part; part = part.previousElementSibling)
      for (const icon of iconsIn(part, BANNER_ICON)) {
        const name = nameOf(icon);
        // The connection's banner has one action at most; other warnings above the chats can be closed as well. The old
        // icons stand for one thing each, and their action was not always a button.
        const actions = name === OLD_LOST_ICON ? 1 : countActions(icon, part);
        if (actions > 1) continue;
        if (name === OLD_PHONE_ICON) return 'phone-lost';
        return actions ? 'main-lost-action' : 'main-lost';
      }
  return 'main';
}

/** Buttons of the banner: a closing one stands beside the box that holds the icon and the action (wa-diff WDSBanner, 2026-04). */
function countActions(icon: Element, part: Element): number {
  let box = icon;
  while (box !== part) {
    const button = box.querySelector(BUTTON);
    box = box.parentElement as Element;
    if (button) break;
  }
  return box.querySelectorAll(BUTTON).length;
}

/** Position of the loading bar, if there is one. */
export function readProgress(page: Document): number | undefined {
  return page.querySelector<HTMLProgressElement>(PROGRESS)?.value;
}
