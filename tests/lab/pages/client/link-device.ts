import { button, h, icon, spinner } from './dom.ts';
import { world } from './lab.ts';
import { qrCode } from './qr.ts';

/** The page on which a device is linked, with its code, without it, or with one that expired. */
export function linkDevice(state: 'code' | 'loading' | 'expired'): HTMLElement {
  const parts = {
    code: () => holder(qrCode()),
    loading: () => h('span', testId('loading-spinner'), spinner()),
    expired: () => holder(reloadCode()),
  };
  const stay = h('label', {}, h('input', { type: 'checkbox', id: 'auto-logout-toggle' }), ' Stay logged in');
  return h(
    'div',
    { class: world.generation === '2022' ? 'link-device landing-main' : 'link-device' },
    h('h2', {}, 'Steps to log in'),
    h('div', testId('link-device-qrcode-alt-linking-hint'), 'Open WhatsApp on your phone and scan the code.'),
    h('div', testId('link-device-qrcode-alt-linking-help')),
    parts[state](),
    ...(state === 'loading' ? [] : [stay]),
  );
}

function holder(inside: HTMLElement): HTMLElement {
  return h('div', { 'data-ref': 'lab', ...testId('link-device-qr-code') }, inside);
}

function reloadCode(): HTMLElement {
  const reload = button('Click to reload QR code');
  reload.prepend(icon(world.generation === '2022' ? 'refresh-large' : 'ic-refresh', 40));
  return h('span', {}, reload);
}

/** Test ids of this page came in 2026-08. */
function testId(name: string): Record<string, string> {
  return world.generation === '2026' ? { 'data-testid': name } : {};
}
