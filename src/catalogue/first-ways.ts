/** The ways offered to everybody who has not chosen their own. Few: the background carries them for the banner. */
import type { Way } from '../core/ways';

export const FIRST_WAYS: readonly Way[] = [
  { id: 'telegram', name: 'Telegram', href: 'https://web.telegram.org/' },
  // Signal has no web client; its chat hosts use a root certificate that browsers do not trust (OONI ts-029).
  { id: 'signal', name: 'Signal', href: 'https://signal.org/download/' },
  { id: 'sms', name: null, href: 'sms:' },
  { id: 'phone', name: null, href: 'tel:' },
  { id: 'email', name: null, href: 'mailto:' },
];
