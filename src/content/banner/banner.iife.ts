/**
 * The banner in a failing WhatsApp page: whose side, one sentence, other ways, details, close. Injected only when there is
 * something to say, in a closed shadow root, by hand-made DOM: the page may be half broken, and its policy strict.
 */

import { DRAWINGS, MARKS } from '../../catalogue/drawings';
import type { Side } from '../../core/verdict';
import type { BannerView, ToPage } from '../../messaging/contract';
import css from './banner.css?inline';
import { place } from './place';

interface Runtime {
  id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: (message: ToPage) => void): void };
}
type Global = typeof globalThis & {
  browser?: { runtime?: Runtime };
  chrome?: { runtime?: Runtime };
  notJustMeBanner?: true;
};

const NAME = 'not-just-me-banner';
const SVG = 'http://www.w3.org/2000/svg';
/** A page that drops the banner gets it back once; after that, its will be done. */
const REINSERTS = 1;

const own = globalThis as Global;
const runtime = (own.browser ?? own.chrome)?.runtime;
if (runtime !== undefined && !own.notJustMeBanner) {
  own.notJustMeBanner = true;
  start(runtime);
}

function start(runtime: Runtime): void {
  let host: HTMLElement | null = null;
  let reinserts = 0;

  const tell = (type: string) => {
    // Orphaned by an update: the buttons that need the background do nothing, close still closes.
    if (runtime.id) runtime.sendMessage({ type }).catch(() => undefined);
  };

  // The list may grow, shrink or come while the banner is there; no observer of the page's own nodes.
  const placeAgain = () => host && place(host);

  const hide = () => {
    keeper.disconnect();
    host?.remove();
    host = null;
    // Last: where Firefox has ended the extension, the window is no longer ours to call.
    removeEventListener('resize', placeAgain);
  };

  // Watches the children of <html> alone, and only while the banner is shown: a handful of nodes.
  const keeper = new MutationObserver(() => {
    // Orphaned by an update: the successor's banner has the place now.
    if (!runtime.id) return hide();
    if (host === null || host.isConnected || reinserts >= REINSERTS) return;
    reinserts++;
    document.documentElement.append(host);
  });

  const show = (view: BannerView) => {
    const { node, shadow } = host === null ? create() : { node: host, shadow: root };
    host = node;
    root = shadow;
    for (const name of ['verdict', 'confidence', 'cause', 'side'] as const) node.dataset[name] = view[name];
    node.lang = view.lang;
    node.style.colorScheme = view.theme === 'auto' ? '' : view.theme;
    node.dir = view.dir;
    fill(shadow, view);
    if (!node.isConnected) {
      document.querySelector(NAME)?.remove();
      document.documentElement.append(node);
      keeper.observe(document.documentElement, { childList: true });
      addEventListener('resize', placeAgain);
    }
    place(node);
    // The live region is in the page before its words are: only then are they announced.
    requestAnimationFrame(() => {
      const line = shadow.querySelector('p');
      if (line && line.textContent !== view.headline) line.textContent = view.headline;
    });
  };

  let root: ShadowRoot;
  const create = () => {
    const node = document.createElement(NAME);
    const shadow = node.attachShadow({ mode: 'closed' });
    const style = document.createElement('style');
    style.textContent = css;
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    const glyph = document.createElementNS(SVG, 'svg');
    glyph.setAttribute('viewBox', '0 0 24 24');
    glyph.setAttribute('aria-hidden', 'true');
    glyph.append(document.createElementNS(SVG, 'path'));
    // A dialog that was never opened as one: nothing is modal and no focus moves. Its form closes it without a script of ours.
    const bar = document.createElement('dialog');
    const closing = document.createElement('form');
    closing.method = 'dialog';
    bar.append(glyph, line, closing);
    bar.setAttribute('aria-label', 'Not Just Me');
    // Firefox would let Tab stop at the dialog itself.
    bar.tabIndex = -1;
    shadow.append(style, bar);
    return { node, shadow };
  };

  const fill = (shadow: ShadowRoot, view: BannerView) => {
    const bar = shadow.querySelector('dialog') as HTMLDialogElement;
    bar.open = true;
    const side = view.side as Side;
    bar.querySelector('path')?.setAttribute('d', DRAWINGS[side] + (MARKS[side] ?? ''));
    const open = bar.querySelector('ul')?.hidden === false;
    bar.querySelectorAll('div,ul').forEach((old) => {
      old.remove();
    });
    const ways = document.createElement('ul');
    ways.hidden = !open;
    ways.append(...view.ways.map(wayItem));
    const otherWays = button(view.labels.otherWays, 'other-ways', () => {
      ways.hidden = !ways.hidden;
      otherWays.setAttribute('aria-expanded', String(!ways.hidden));
    });
    otherWays.setAttribute('aria-expanded', String(open));
    const actions = document.createElement('div');
    if (view.ways.length > 0) actions.append(otherWays);
    actions.append(button(view.labels.details, 'details', () => tell('banner.details')));
    const closing = bar.querySelector('form') as HTMLFormElement;
    closing.replaceChildren(
      closeButton(view.labels.close, () => {
        tell('banner.dismissed');
        hide();
      }),
    );
    // By the keyboard close comes before the list that may be open.
    bar.append(actions, closing, ways);
  };

  runtime.onMessage.addListener((message) => {
    if (message.type === 'banner.show') show(message.view);
    if (message.type === 'banner.hide') hide();
  });
}

function button(label: string, action: string, act: () => void): HTMLButtonElement {
  const node = document.createElement('button');
  node.type = 'button';
  node.dataset.action = action;
  node.textContent = label;
  node.addEventListener('click', (event) => {
    // The form closes by itself only where nothing of us listens any more.
    event.preventDefault();
    // Clicks made by the page's own scripts are not the person's.
    if (event.isTrusted) act();
  });
  return node;
}

/**
 * Closes its form's dialog by itself where nothing of us listens any more: Firefox ends the scripts of an extension that is switched
 * off or removed, and leaves what they put into pages (measured in 140 ESR, 2026-11-29).
 */
function closeButton(label: string, act: () => void): HTMLButtonElement {
  const node = button('', 'dismiss', act);
  node.type = 'submit';
  node.setAttribute('aria-label', label);
  node.title = label;
  return node;
}

function wayItem(way: BannerView['ways'][number]): HTMLLIElement {
  const item = document.createElement('li');
  if (way.href === null) {
    item.textContent = way.label;
    return item;
  }
  const link = document.createElement('a');
  link.href = way.href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.textContent = way.label;
  item.append(link);
  return item;
}
