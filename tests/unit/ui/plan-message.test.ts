import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { situationOf, stateNamed } from '../../../scripts/gallery/states';
import { APPS } from '../../../src/catalogue/apps';
import { planMessage } from '../../../src/ui/plan-message';
import { catalogue } from '../catalogues';
import { forget, world } from '../fake-browser';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

const NOW = new Date(2026, 10, 21, 12, 19).getTime();
beforeEach(() => {
  forget();
  world.catalogue = catalogue('en');
});
afterEach(forget);

const messageIn = (state: string, id = 'signal', contact = '+49301234567') => {
  const app = APPS.find((one) => one.id === id);
  if (!app) throw new Error(id);
  const text = planMessage(situationOf(stateNamed(state), NOW), app, app.name ?? 'Mail', contact, NOW);
  // Some versions of ICU put a narrow space before AM and PM.
  return text.replace(/\s/g, ' ');
};

describe('the message for others', () => {
  const END = 'Reach me on Signal: +49301234567 https://signal.me/#p/+49301234567';
  it.each([
    ['global-whatsapp-only-confirmed', 'WhatsApp is down worldwide since 12:07 PM.'],
    ['global-meta-wide-confirmed', 'WhatsApp is down worldwide since 12:07 PM.'],
    ['global-whatsapp-only-likely', 'WhatsApp seems to be down since 12:07 PM, and not just for me.'],
    ['global-whatsapp-only-possible', 'WhatsApp may be having trouble since 12:07 PM.'],
    ['global-web-only-possible', 'WhatsApp Web does not work for me since 12:07 PM.'],
    ['global-messages-only-possible', 'My WhatsApp messages are not going out since 12:07 PM.'],
    ['regional', 'WhatsApp does not work for me since 12:07 PM.'],
    ['local-dns', 'WhatsApp does not work for me since 12:07 PM.'],
    ['unsure', 'WhatsApp does not work for me since 12:07 PM.'],
  ])('%s: %s', (state, said) => {
    expect(messageIn(state)).toBe(`${said} ${END}`);
  });

  it('has a link where the app has one that opens for whoever reads it, and else the address alone', () => {
    expect(messageIn('unsure', 'telegram', '@somebody')).toMatch(/: @somebody https:\/\/t\.me\/somebody$/);
    expect(messageIn('unsure', 'viber', '+49301234567')).toMatch(/on Viber: \+49301234567$/);
    expect(messageIn('unsure', 'email', 'me@example.org')).toMatch(/: me@example\.org$/);
  });
});
