import { button, h, icon } from './dom.ts';
import { world } from './lab.ts';

/** What the bar above the chat list can say. */
export type Banner =
  | { kind: 'connecting' }
  | { kind: 'retry'; nextAttemptAt: number; retry?: () => void }
  | { kind: 'offline'; retry?: () => void }
  | { kind: 'phone' }
  | { kind: 'notifications' }
  | { kind: 'limit' }
  | { kind: 'update' };

let ticking = 0;

/** Put the banner in its place, or empty the place. */
export function renderBanner(banner?: Banner): void {
  const place = document.querySelector('.butterbar-place');
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
    // The line is up; the phone's is not.
    case 'phone':
      return warning(
        'Phone not connected',
        'Make sure your phone has an active internet connection.',
        button('Learn more'),
        'alert-phone',
      );
    case 'notifications':
      return shape('ic-notifications', 'default', 'Message notifications are off', [button('Turn on')]);
    // A warning that is not about the connection (wa-diff WAWebButterbar, 2026-04).
    case 'limit':
      return warning(
        'Your account is limited',
        'You can start new chats again tomorrow.',
        undefined,
        'alert-notification',
      );
    case 'update':
      return shape('ic-refresh', 'default', 'Refresh to update', [
        'A new version is available. ',
        button('Refresh', () => location.reload()),
      ]);
  }
}

/** One icon for every warning since 2026; before, `was`, one for each. */
function warning(
  title: string,
  body?: string,
  action?: HTMLButtonElement,
  was = 'alert-computer',
): HTMLElement {
  const line = [...(body ? [`${body}\u00a0`] : []), ...(action ? [action] : [])];
  return shape(world.generation === '2022' ? was : 'ic-warning', 'warning', title, line);
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
