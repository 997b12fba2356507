import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPS, type App } from '../../../src/catalogue/apps';
import { linkTo, readContact } from '../../../src/catalogue/contacts';
import { always } from '../any';
import { anyString } from '../any-text';

const app = (id: string) => APPS.find((one) => one.id === id) as App;

describe('the person’s own address in an app', () => {
  it.each<[string, string, string | null, string | null]>([
    ['telegram', '@anna_b', '@anna_b', 'https://t.me/anna_b'],
    ['telegram', 'https://t.me/anna_b', '@anna_b', 'https://t.me/anna_b'],
    ['telegram', '+49 (170) 123-45 67', '+491701234567', 'https://t.me/+491701234567'],
    ['telegram', 'anna', null, null],
    ['telegram', 'anna/../evil', null, null],
    ['signal', '0049 170 1234567', '+491701234567', 'https://signal.me/#p/+491701234567'],
    ['signal', '0170 1234567', null, null],
    ['sms', '+1 202 555 0143', '+12025550143', 'sms:+12025550143'],
    ['phone', '+12025550143;ext=1', null, null],
    ['viber', '+12025550143', '+12025550143', 'viber://chat?number=%2B12025550143'],
    ['email', ' anna@example.com ', 'anna@example.com', 'mailto:anna@example.com'],
    ['email', 'anna@example.com?bcc=all', null, null],
    ['email', 'a&b@example.com', 'a&b@example.com', 'mailto:a%26b@example.com'],
    ['email', 'anna', null, null],
    ['element', '@anna:matrix.org', '@anna:matrix.org', 'https://matrix.to/#/@anna:matrix.org'],
    ['element', 'anna', null, null],
    [
      'teams',
      'anna@example.com',
      'anna@example.com',
      'https://teams.live.com/l/chat/0/0?users=anna%40example.com',
    ],
    ['discord', 'anna.b', 'anna.b', null],
    ['discord', '<script>', null, null],
    ['discord', 'a'.repeat(300), null, null],
  ])('%s: “%s” is %s, and opens %s', (id, text, contact, link) => {
    expect(readContact(app(id), text)).toBe(contact);
    if (contact !== null) expect(linkTo(app(id), contact)).toBe(link);
  });

  it('never throws, keeps what it has read, and links to nothing dangerous', () => {
    const SAFE =
      /^(https:\/\/(t\.me|signal\.me|matrix\.to|teams\.live\.com)\/|sms:|tel:|mailto:|viber:)[^\s"<>]*$/;
    always(
      fc.property(fc.constantFrom(...APPS), anyString(80), (one, text) => {
        const contact = readContact(one, text);
        if (contact === null) return;
        expect(readContact(one, contact)).toBe(contact);
        const link = linkTo(one, contact);
        if (link !== null) expect(link).toMatch(SAFE);
      }),
    );
  });
});
