import { button, h, icon } from './dom.ts';

/** What the bar above the chat list can say. */
export type Banner =
  | { kind: 'connecting' }
  | { kind: 'retry'; nextAttemptAt: number; retry?: () => void }
  | { kind: 'offline'; retry?: () => void }
  | { kind: 'update' };

let ticking = 0;

/** Put the banner in its place, or empty the place. */
export function renderBanner(banner?: Banner): void {
  const place = document.querySelector('[data-testid="chat-butterbar"]');
  if (!place) return;
  clearInterval(ticking);
  if (!banner) {
    if (place.childElementCount > 0) place.replaceChildren();
    return;
  }
  const draw = (): void => place.replaceChildren(h('div', {}, h('div', {}, bar(banner))));
  draw();
  // The countdown is what makes the real banner a busy place.
  if (banner.kind === 'retry') ticking = window.setInterval(draw, 1000);
}

function bar(banner: Banner): HTMLElement {
  switch (banner.kind) {
    case 'connecting':
      return warning('Connecting to WhatsApp');
    case 'retry':
      return warning(
        'Connecting to WhatsApp',
        whenNext(banner.nextAttemptAt),
        button('Retry now', banner.retry),
      );
    case 'offline':
      return warning(
        'Computer not connected',
        'Make sure your computer has an active internet connection.',
        button('Reconnect', banner.retry),
      );
    case 'update':
      return shape('ic-refresh', 'default', 'Refresh to update', [
        'A new version is available. ',
        button('Refresh', () => location.reload()),
      ]);
  }
}

function warning(title: string, body?: string, action?: HTMLButtonElement): HTMLElement {
  const line = [...(body ? [`${body}\u00a0`] : []), ...(action ? [action] : [])];
  return shape('ic-warning', 'warning', title, line);
}

function shape(iconName: string, look: string, title: string, line: (Node | string)[]): HTMLElement {
  const text = h('div', {}, h('div', {}, h('span', {}, title)));
  if (line.length > 0) text.append(h('div', {}, h('span', {}, ...line)));
  return h(
    'div',
    { class: `butterbar ${look}` },
    h('span', { 'aria-hidden': 'true' }, icon(iconName, 24)),
    text,
  );
}

function whenNext(nextAttemptAt: number): string {
  const seconds = Math.ceil((nextAttemptAt - Date.now()) / 1000);
  return seconds > 0 ? `Retrying in ${seconds} seconds…` : 'Retrying…';
}
