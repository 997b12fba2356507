import type { PageScreen } from '../../world.ts';
import { button, h, icon } from './dom.ts';
import { scaled } from './lab.ts';
import { qrCode } from './qr.ts';

const LOAD_STEP = 500;

/** Every screen but the chats, drawn with the real one's shape and not its words' weight. */
export const SCREENS: Partial<Record<PageScreen, () => HTMLElement>> = {
  'loading-frozen': () => loading('Loading your chats [42%]', 42),
  'loading-moving': movingLoading,
  'cold-cannot-connect': () =>
    dialog({
      title: 'Connecting to WhatsApp',
      text: 'Make sure your computer has an active internet connection.',
      rule: true,
      actions: ['Log out'],
    }),
  'cold-offline': () =>
    dialog({
      title: 'Computer not connected',
      text: 'Make sure your computer has an active internet connection.',
    }),
  'service-unavailable': () =>
    dialog({ title: 'Service unavailable', text: 'Please try again in a few minutes.' }),
  qr: () =>
    linkDevice(
      h('div', { 'data-testid': 'link-device-qr-code', 'data-ref': 'lab' }, qrCode()),
      h('label', {}, h('input', { type: 'checkbox', id: 'auto-logout-toggle' }), ' Stay logged in'),
    ),
  'qr-loading': () => linkDevice(h('span', { class: 'spinner', 'data-testid': 'loading-spinner' })),
  'another-window': () =>
    dialog({
      text: 'WhatsApp is open in another window. Use here to use it in this one.',
      actions: ['Close', 'Use here'],
    }),
  conflict: () =>
    dialog({ text: 'WhatsApp is open on another computer or browser.', actions: ['Log out', 'Use here'] }),
  'proxy-block': () =>
    dialog({ title: 'Can’t load WhatsApp', text: 'Your network prevents it.', actions: ['Learn more'] }),
  'error-boundary': () => dialog({ text: 'Unexpected error occurred.', actions: ['Reload'] }),
  logout: () => loading('Logging out. Please do not close this window.', 0),
  unknown: () => h('div', { class: 'blank' }),
};

interface Dialog {
  title?: string;
  text: string;
  rule?: boolean;
  actions?: string[];
}

function dialog({ title, text, rule, actions }: Dialog): HTMLElement {
  const body = h('div', { 'data-animate-modal-body': 'true' });
  if (title) body.append(h('h1', {}, title));
  body.append(h('div', {}, text));
  if (rule) body.append(h('hr'));
  if (actions) body.append(h('div', { class: 'actions' }, ...actions.map((label) => button(label))));
  const popup = h('div', { 'data-animate-modal-popup': 'true', 'aria-label': title ?? text }, body);
  const role = h('div', { role: 'dialog', 'aria-modal': 'true' }, popup);
  return h('div', { 'data-animate-modal-backdrop': 'true' }, role);
}

function loading(text: string, value: number): HTMLElement {
  return h(
    'div',
    { class: 'splash', 'data-testid': 'wa-web-loading-screen' },
    h('div', { class: 'logo' }, h('span', {}, icon('ic-logo', 52))),
    h('div', { class: 'name' }, text),
    h('div', { class: 'bar' }, h('progress', { value: String(value), max: '100' })),
    h('div', { class: 'lock' }, h('span', {}, icon('ic-lock', 12)), ' End-to-end encrypted'),
  );
}

function movingLoading(): HTMLElement {
  const screen = loading('Loading your chats', 4);
  const progress = screen.querySelector('progress');
  const timer = setInterval(() => {
    if (!progress?.isConnected) return clearInterval(timer);
    progress.value = progress.value >= 96 ? 4 : progress.value + 3;
  }, scaled(LOAD_STEP));
  return screen;
}

function linkDevice(...parts: HTMLElement[]): HTMLElement {
  return h(
    'div',
    { class: 'link-device' },
    h('h2', {}, 'Steps to log in'),
    h(
      'div',
      { 'data-testid': 'link-device-qrcode-alt-linking-hint' },
      'Open WhatsApp on your phone and scan the code.',
    ),
    h('div', { 'data-testid': 'link-device-qrcode-alt-linking-help' }),
    ...parts,
  );
}
