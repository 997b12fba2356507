import type { PageScreen } from '../../world.ts';
import { dialog } from './dialog.ts';
import { button, h } from './dom.ts';
import { linkDevice } from './link-device.ts';
import { loading, loggingOut, movingLoading } from './loading.ts';

const CONNECTION = 'Make sure your computer has an active internet connection.';

/** Every screen but the chats, drawn with the real one's shape and not its words' weight. */
export const SCREENS: Partial<Record<PageScreen, () => HTMLElement>> = {
  'loading-frozen': () => loading('Loading your chats [42%]', 42),
  'loading-moving': movingLoading,
  'cold-cannot-connect': () =>
    dialog({ title: 'Connecting to WhatsApp', text: CONNECTION, rule: true, actions: ['Log out'] }),
  'cold-offline': () => dialog({ title: 'Computer not connected', text: CONNECTION }),
  'service-unavailable': () =>
    dialog({ title: 'Service unavailable', text: 'Please try again in a few minutes.' }),
  qr: () => linkDevice('code'),
  'qr-loading': () => linkDevice('loading'),
  'qr-expired': () => linkDevice('expired'),
  'another-window': () =>
    dialog({
      text: 'WhatsApp is open in another window. Use here to use it in this one.',
      actions: ['Close', 'Use here'],
    }),
  conflict: () =>
    dialog({ text: 'WhatsApp is open on another computer or browser.', actions: ['Log out', 'Use here'] }),
  'call-elsewhere': () =>
    dialog({ text: 'You are in a call in another window.', actions: ['Close', 'Use here'] }),
  terms: () => dialog({ text: 'Accept the new terms on your phone.', actions: ['Log out', 'Log in'] }),
  'temp-ban': () =>
    dialog({ text: 'This account is temporarily banned.', actions: ['Log out', 'Learn more'] }),
  'another-tab': () => dialog({ text: 'WhatsApp is active in another tab.', actions: ['Refresh'] }),
  'proxy-block': () =>
    dialog({ title: 'Can’t load WhatsApp', text: 'Your network prevents it.', actions: ['Learn more'] }),
  'error-boundary': () => dialog({ text: 'Unexpected error occurred.', actions: ['Reload'] }),
  'app-lock': appLock,
  logout: loggingOut,
  unknown: () => h('div', { class: 'blank' }),
};

/** No dialog: a form on the landing page (wa-diff WAWebLockScreen, 2026-04). */
function appLock(): HTMLElement {
  const field = h('input', { type: 'password', required: '', 'aria-label': 'Password' });
  const form = h('form', {}, field, button('Unlock'));
  return h('main', {}, h('div', { class: 'landing-main' }, h('h2', {}, 'WhatsApp is locked'), form));
}
