import type { PageScreen } from './world.ts';

/** What the page looks like to one who cannot read. Runs in the page. */
export function readShape(): string {
  const has = (selector: string): boolean => document.querySelector(selector) !== null;
  const parts = [
    has('#wa_web_initial_startup') && 'splash',
    has('#app progress') && 'progress',
    has('[role="dialog"]') && 'dialog',
    has('[role="dialog"] h1') && 'h1',
    has('[role="dialog"] hr') && 'hr',
    has('[role="dialog"] button') && `${document.querySelectorAll('[role="dialog"] button').length} buttons`,
    has('#side > #pane-side') && 'chats',
    has('[data-testid="chat-butterbar"] title') &&
      document.querySelector('[data-testid="chat-butterbar"] title')?.textContent,
    has('[data-testid="chat-butterbar"] button') && 'action',
    has('[data-ref] canvas') && 'code',
    has('[data-ref] button') && 'reload-code',
    has('.landing-main [type="password"]') && 'password',
    has('[data-testid="loading-spinner"]') && 'spinner',
    has('a[href*="support.google.com/chrome"]') && 'unsupported',
  ];
  return parts.filter(Boolean).join(' ');
}

/** What `readShape` says of each screen. */
export const SHAPES: Record<PageScreen, string> = {
  auto: 'chats',
  splash: 'splash',
  'loading-frozen': 'progress',
  'loading-moving': 'progress',
  'cold-cannot-connect': 'dialog h1 hr 1 buttons',
  'cold-offline': 'dialog h1',
  'service-unavailable': 'dialog h1',
  qr: 'code',
  'qr-loading': 'spinner',
  'another-window': 'dialog 2 buttons',
  conflict: 'dialog 2 buttons',
  'proxy-block': 'dialog h1 1 buttons',
  'update-banner': 'chats ic-refresh action',
  'banner-no-action': 'chats ic-warning',
  'banner-retry': 'chats ic-warning action',
  'error-boundary': 'dialog 1 buttons',
  logout: 'progress',
  unsupported: 'unsupported',
  unknown: '',
  main: 'chats',
  'qr-expired': 'reload-code',
  'call-elsewhere': 'dialog 2 buttons',
  terms: 'dialog 2 buttons',
  'temp-ban': 'dialog 2 buttons',
  'another-tab': 'dialog 1 buttons',
  'app-lock': 'password',
  'phone-not-connected': 'chats ic-warning action',
  'notifications-off': 'chats ic-notifications action',
  'account-limited': 'chats ic-warning',
  'hard-refresh': 'dialog h1 2 buttons chats',
  'dialog-opened': 'dialog h1 1 buttons chats',
};
