/** Where the banner may stand: over the end of the chat list, where nothing is written and nothing searched. */
import { CHATS } from '../selectors';

/** From the list's edges, in px. */
const GAP = 10;
/** Narrower than this a list has no room for it: a phone's one column, or a list that is folded away. */
const NARROWEST = 220;

/** Puts it into the chat list's own box; without a list the style sheet has a place for it. */
export function place(node: HTMLElement): void {
  const list = document.querySelector(CHATS)?.getBoundingClientRect();
  const { style } = node;
  const fits = list !== undefined && list.width >= NARROWEST && list.height >= NARROWEST;
  style.inset = fits
    ? `auto auto ${Math.max(0, innerHeight - list.bottom) + GAP}px ${list.left + GAP}px`
    : '';
  style.width = fits ? `${list.width - 2 * GAP}px` : '';
  style.setProperty('--room', fits ? `${list.height - 2 * GAP}px` : '');
}
