import { world } from './lab.ts';

type Child = Node | string;

/** Make an element. Styles come from the style sheet: the page's policy allows no `style` attribute. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

const SHAPES: Record<string, string> = {
  'ic-logo': 'M12 2a10 10 0 0 0-8.6 15L2 22l5.1-1.3A10 10 0 1 0 12 2m-5 8h10v2H7zm0 4h7v2H7z',
  'ic-warning': 'M12 3 2 21h20zm-1 7h2v5h-2zm0 7h2v2h-2z',
  'ic-error': 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m-1 5h2v7h-2zm0 9h2v2h-2z',
  'ic-refresh': 'M12 4a8 8 0 1 1-7.4 5h2.2A6 6 0 1 0 12 6v3L7 5l5-4z',
  'ic-lock': 'M7 10V7a5 5 0 0 1 10 0v3h1v11H6V10zm2 0h6V7a3 3 0 0 0-6 0z',
  'media-cancel': 'M5 6.5 6.5 5l5.5 5.5L17.5 5 19 6.5 13.5 12l5.5 5.5-1.5 1.5-5.5-5.5L6.5 19 5 17.5l5.5-5.5z',
  'wds-ic-time':
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m0 2a7 7 0 1 1 0 14 7 7 0 0 1 0-14m-1 2h2v5l4 2-1 2-5-3z',
  'wds-ic-sent': 'm5 12 4 4L19 6l1 1L9 18l-5-5z',
  'wds-ic-delivered': 'm1 12 4 4L15 6l1 1L5 18l-5-5zm9 4L20 6l1 1-11 11-3-3 1-1z',
  'wds-ic-read': 'm1 12 4 4L15 6l1 1L5 18l-5-5zm9 4L20 6l1 1-11 11-3-3 1-1z',
};

/** Names before the design system of 2026; the others were the same. */
const OLD_NAMES: Record<string, string> = {
  'wds-ic-time': 'msg-time',
  'wds-ic-sent': 'msg-check',
  'wds-ic-delivered': 'msg-dblcheck',
  'wds-ic-read': 'msg-dblcheck',
  'ic-refresh': 'alert-update',
  'ic-notifications': 'alert-notification',
};

/** An icon as the client draws them: the name is in the svg's title since 2026, in an attribute before. */
export function icon(name: string, size = 20): Element {
  if (world.generation === '2026') return drawing(name, size);
  const old = OLD_NAMES[name] ?? name;
  const svg = drawing(name, size);
  // The red mark had its title already (wa-diff WAWebFailIcon, 2026-04).
  if (name !== 'ic-error') svg.querySelector('title')?.remove();
  return h('span', { 'data-icon': old, 'data-testid': old }, svg);
}

function drawing(name: string, size: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('class', name);
  const title = document.createElementNS(SVG, 'title');
  title.textContent = name;
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHAPES[name] ?? 'M4 4h16v16H4z');
  path.setAttribute('fill', 'currentColor');
  svg.append(title, path);
  return svg;
}

/** The circle that turns while something is on its way (wa-diff WAWebSpinner, 2026-04). */
export function spinner(): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 44 44');
  svg.setAttribute('class', 'spinner');
  const circle = document.createElementNS(SVG, 'circle');
  for (const [name, value] of Object.entries({ cx: '22', cy: '22', r: '19', fill: 'none' }))
    circle.setAttribute(name, value);
  svg.append(circle);
  return svg;
}

/** A button that does something here, or nothing. */
export function button(label: string, onPress: () => void = () => {}): HTMLButtonElement {
  const made = h('button', { type: 'button' }, label);
  made.addEventListener('click', onPress);
  return made;
}
