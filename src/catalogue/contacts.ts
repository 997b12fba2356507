/** The person's own address per way, for "reach me on …": read strictly, and made a link where the app has links to people. */
import type { App, ContactKind } from './apps';

interface Kind {
  /** The address in its plain form, or `null` for what cannot be one. */
  read(text: string): string | null;
}

/** Digits as people write them, with a country's code in front: only so does a number work abroad. */
function readNumber(text: string): string | null {
  const digits = text.replace(/[\s().\-/\u00a0]/g, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

const matching = (shape: RegExp) => (text: string) => (shape.test(text) ? text : null);

const KINDS: Readonly<Record<ContactKind, Kind>> = {
  // A name of 5 to 32 letters (telegram.org/faq, usernames), or a number.
  telegram: {
    read: (text) => {
      const name = text.replace(/^(?:https:\/\/)?t\.me\//, '').replace(/^@/, '');
      return /^[a-z]\w{3,30}[a-z0-9]$/i.test(name) ? `@${name}` : readNumber(text);
    },
  },
  number: { read: readNumber },
  mail: { read: matching(/^[^\s@<>"\p{Cc}\p{Cs}]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u) },
  matrix: { read: matching(/^@[a-z0-9._=/+-]{1,200}:[a-z0-9.-]+(?::\d{1,5})?$/i) },
  name: { read: matching(/^[^\s<>"\p{Cc}\p{Cs}][^<>"\p{Cc}\p{Cs}]{0,79}$/u) },
};

/** The contact as it is kept, or `null` when it cannot be one of this app's. */
export function readContact(app: App, text: string): string | null {
  const trimmed = text.normalize('NFC').trim();
  return trimmed.length > 254 ? null : KINDS[app.contact].read(trimmed);
}

/** Opens a talk with that contact, or `null` where the app has no such link. `contact` as `readContact` gave it. */
export function linkTo(app: App, contact: string): string | null {
  switch (app.id) {
    case 'telegram':
      return `https://t.me/${contact.replace(/^@/, '')}`;
    case 'signal':
      return `https://signal.me/#p/${contact}`;
    case 'viber':
      return `viber://chat?number=${encodeURIComponent(contact)}`;
    case 'sms':
    case 'imessage':
      return `sms:${contact}`;
    case 'phone':
      return `tel:${contact}`;
    case 'email':
      return `mailto:${encodeURIComponent(contact).replace('%40', '@')}`;
    case 'element':
      return `https://matrix.to/#/${contact}`;
    case 'teams':
      // learn.microsoft.com, deep links to a chat.
      return `https://teams.live.com/l/chat/0/0?users=${encodeURIComponent(contact)}`;
    default:
      return null;
  }
}
