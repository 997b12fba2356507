/**
 * A copy of a release build whose script in the page counts what it does. The counting stands in front of it, in its
 * own world: the page sees nothing of it, and the script's own bytes are those of the release.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

/** What the script did so far. */
export interface Counts {
  /** Observers of any kind, intervals and animation frames. */
  watchers: number;
  /** Nodes and attributes added, changed or removed. */
  changes: number;
  /** Questions that can only be answered by laying the page out. */
  layouts: number;
  /** When it looked at the page, in ms since navigation, and whether it was hidden then. */
  looks: { at: number; hidden: boolean }[];
  /** All of the above were tried before it began, and each was counted. */
  armed: boolean;
}

export interface Metered {
  dir: string;
  remove(): void;
}

/** Copies a build and puts the meter in. */
export function meteredBuild(build: string): Metered {
  const folder = mkdtempSync(join(tmpdir(), 'metered-'));
  const dir = join(folder, 'extension');
  cpSync(build, dir, { recursive: true });
  const { content_scripts } = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  const script = join(dir, content_scripts[0].js[0]);
  writeFileSync(script, `(${meter})();\n${readFileSync(script, 'utf8')}`);
  return { dir, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Asks the meter, from the page. */
export function countsIn(page: Page): Promise<Counts> {
  return page.evaluate(
    () =>
      new Promise<Counts>((resolve) => {
        const told = (event: Event) => resolve(JSON.parse((event as CustomEvent<string>).detail));
        document.addEventListener('meter-told', told, { once: true });
        document.dispatchEvent(new Event('meter-asked'));
      }),
  );
}

/** Runs in front of the script, in its world. Must stand alone: its text is what is put there. */
function meter(): void {
  performance.mark('first-line-of-ours');
  const counts = { watchers: 0, changes: 0, layouts: 0, looks: [] as Counts['looks'], armed: false };
  const own = globalThis as unknown as Record<string, unknown>;
  type Any = (...args: unknown[]) => unknown;

  /** Counts calls, and lets them through. */
  const tap = (holder: object, names: string[], note: () => void): void => {
    for (const name of names) {
      const found = Object.getOwnPropertyDescriptor(holder, name);
      const tapped = (original: unknown) =>
        typeof original === 'function'
          ? function (this: unknown, ...args: unknown[]) {
              note();
              return (original as Any).apply(this, args);
            }
          : original;
      if (found === undefined) continue;
      const { value, get, set } = found;
      const put =
        'value' in found
          ? { ...found, value: tapped(value) }
          : { ...found, get: tapped(get), set: tapped(set) };
      Object.defineProperty(holder, name, put as PropertyDescriptor);
    }
  };
  const watching = () => void counts.watchers++;
  const changing = () => void counts.changes++;
  const layingOut = () => void counts.layouts++;
  let looking = false;
  const lookedAt = () => {
    if (looking) return;
    looking = true;
    counts.looks.push({ at: performance.now(), hidden: document.hidden });
    // However often it asks within one turn of its own: that is one look.
    Promise.resolve().then(() => {
      looking = false;
    });
  };

  for (const name of ['MutationObserver', 'PerformanceObserver', 'IntersectionObserver', 'ResizeObserver']) {
    own[name] = new Proxy(own[name] as new (...args: unknown[]) => object, {
      construct(Original, args) {
        watching();
        return new Original(...args);
      },
    });
  }
  for (const name of ['setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const original = own[name] as Any;
    own[name] = (...args: unknown[]) => {
      watching();
      return original.apply(window, args);
    };
  }
  const inserts = ['append', 'prepend', 'replaceChildren', 'before', 'after', 'replaceWith', 'remove'];
  tap(Node.prototype, ['appendChild', 'insertBefore', 'replaceChild', 'removeChild'], changing);
  tap(Element.prototype, [...inserts, 'setAttribute', 'removeAttribute', 'toggleAttribute'], changing);
  tap(Element.prototype, ['insertAdjacentElement', 'insertAdjacentHTML', 'attachShadow'], changing);
  const box = ['Top', 'Left', 'Width', 'Height'];
  tap(Element.prototype, ['getBoundingClientRect', 'getClientRects', 'checkVisibility'], layingOut);
  tap(
    Element.prototype,
    box.flatMap((side) => [`client${side}`, `scroll${side}`]),
    layingOut,
  );
  tap(HTMLElement.prototype, [...box.map((side) => `offset${side}`), 'innerText', 'offsetParent'], layingOut);
  const style = own.getComputedStyle as Any;
  own.getComputedStyle = (...args: unknown[]) => {
    layingOut();
    return style.apply(window, args);
  };
  const asks = ['querySelector', 'querySelectorAll', 'getElementsByTagName', 'getElementsByClassName'];
  tap(Document.prototype, [...asks, 'getElementById'], lookedAt);
  tap(Element.prototype, asks, lookedAt);

  // In pieces of its own, which are in no page.
  const piece = document.createElement('i');
  piece.setAttribute('lang', 'en');
  piece.append(document.createElement('b'));
  piece.appendChild(document.createElement('b'));
  piece.querySelector('b');
  const read = [piece.offsetWidth, piece.getBoundingClientRect(), own.getComputedStyle instanceof Function];
  new (own.MutationObserver as new (run: () => void) => object)(() => undefined);
  const { watchers, changes, layouts, looks } = counts;
  const armed = read.length === 3 && watchers === 1 && changes === 3 && layouts === 2 && looks.length === 1;
  Object.assign(counts, { watchers: 0, changes: 0, layouts: 0, looks: [], armed });

  document.addEventListener('meter-asked', () => {
    document.dispatchEvent(new CustomEvent('meter-told', { detail: JSON.stringify(counts) }));
  });
}
