/**
 * Other ways to reach people, and whose they are: what shares WhatsApp's owner can share its fate (2021-10-04:
 * WhatsApp, Facebook, Instagram, Messenger and Oculus fell together).
 */
import type { Verdict } from '../core/verdict';

export interface Fallback {
  id: string;
  owner: 'Telegram' | 'Signal Foundation' | 'Meta' | 'carrier';
  /** Names of products are not translated; the others have a message `way_<id>`. */
  name: string | null;
  /** What a click opens. */
  href: string;
  /** Asked for reachability when the popup shows it; `null` where there is nothing to ask. */
  probe: string | null;
}

export const FALLBACKS: readonly Fallback[] = [
  {
    id: 'telegram',
    owner: 'Telegram',
    name: 'Telegram',
    href: 'https://web.telegram.org/',
    probe: 'https://web.telegram.org/favicon.ico',
  },
  {
    // Signal has no web client; its chat hosts use a root certificate that browsers do not trust (OONI ts-029).
    id: 'signal',
    owner: 'Signal Foundation',
    name: 'Signal',
    href: 'https://signal.org/download/',
    probe: 'https://signal.org/favicon.ico',
  },
  { id: 'phone', owner: 'carrier', name: null, href: 'tel:', probe: null },
  { id: 'sms', owner: 'carrier', name: null, href: 'sms:', probe: null },
  { id: 'email', owner: 'carrier', name: null, href: 'mailto:', probe: null },
  {
    id: 'messenger',
    owner: 'Meta',
    name: 'Messenger',
    href: 'https://www.messenger.com/',
    probe: 'https://www.messenger.com/favicon.ico',
  },
  {
    id: 'instagram',
    owner: 'Meta',
    name: 'Instagram',
    href: 'https://www.instagram.com/direct/inbox/',
    probe: 'https://www.instagram.com/favicon.ico',
  },
];

/** WhatsApp itself, on the phone: the first way when the trouble is this computer's or WhatsApp Web's alone. */
export const ON_THE_PHONE: Fallback = {
  id: 'whatsapp-phone',
  owner: 'Meta',
  name: null,
  href: '',
  probe: null,
};

/** The ways to offer for this verdict, in order. Nothing of Meta's while the trouble is or may be global. */
export function waysFor({ verdict, cause }: Pick<Verdict, 'verdict' | 'cause'>): readonly Fallback[] {
  if (verdict === 'working') return [];
  const independent = FALLBACKS.filter((way) => way.owner !== 'Meta');
  // Without a network only the phone's own ways are left.
  if (verdict === 'offline') return [ON_THE_PHONE, ...independent.filter((way) => way.owner === 'carrier')];
  if (verdict === 'captive-portal' || cause === 'web-only') return [ON_THE_PHONE, ...independent];
  if (verdict === 'local') return [ON_THE_PHONE, ...FALLBACKS];
  return independent;
}
