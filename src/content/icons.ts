/** Names of WhatsApp's icons, in all forms the page has had. */
import { ICON } from './selectors';

/** The name an element of `ICON` carries: data-icon, test id, or the whole text of its `svg > title`. */
export function nameOf(icon: Element): string {
  const { dataset, textContent } = icon as HTMLElement;
  return dataset.icon ?? dataset.testid ?? textContent;
}

/** Elements inside `root` that carry an icon whose name fits. */
export function iconsIn(root: ParentNode, name: RegExp): Element[] {
  return [...root.querySelectorAll(ICON)].filter((icon) => name.test(nameOf(icon)));
}
