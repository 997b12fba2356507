/** How a page of ours looks, by the person's choice; `auto` leaves it to the browser. */
import type { Settings } from '../core/settings';

export function wear({ theme }: Settings): void {
  document.documentElement.dataset.theme = theme;
}
