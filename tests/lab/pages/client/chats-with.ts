import type { PageScreen } from '../../world.ts';
import type { Notices } from './show.ts';

/** Screens that are the chats with a live line, and what stands above or over them meanwhile. */
export const CHATS_WITH: Partial<Record<PageScreen, () => Notices>> = {
  auto: () => ({}),
  'update-banner': () => ({ banner: { kind: 'update' } }),
  'phone-not-connected': () => ({ banner: { kind: 'phone' } }),
  'notifications-off': () => ({ banner: { kind: 'notifications' } }),
  'account-limited': () => ({ banner: { kind: 'limit' } }),
  'hard-refresh': () => ({
    dialog: {
      title: 'Update WhatsApp Web',
      text: 'WhatsApp Web will refresh in 1 minute.',
      actions: ['OK', 'Refresh now'],
    },
  }),
  'dialog-opened': () => ({
    dialog: { title: 'Keyboard shortcuts', text: 'Search: Ctrl Alt /', actions: ['OK'] },
  }),
};
