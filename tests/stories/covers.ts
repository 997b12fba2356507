/** Screens instead of the chats, and notices over them. Most are nobody's fault. */
import { expect } from 'vitest';
import type { PageScreen } from '../lab/world.ts';
import { catalogue } from '../unit/catalogues.ts';
import type { Story } from './story.ts';

/** A screen that means no trouble, for as long as the slowest screen that looks like it needs to be noticed. */
const harmless = (page: PageScreen, title: string, forSeconds = 45): Story => ({
  id: page,
  title,
  expect: 'silent',
  seconds: forSeconds + 10,
  world: { whatsapp: { page } },
  run: async (stage) => {
    await stage.isAt(page);
    await stage.watch(forSeconds);
    await stage.isAt(page);
  },
});

export const COVERS: Story[] = [
  harmless('qr', 'the code to scan is shown for two minutes', 120),
  harmless('qr-loading', 'the code takes a minute, over a good line', 60),
  harmless('qr-expired', 'the code has expired'),
  harmless('another-window', 'WhatsApp is open in another window'),
  harmless('conflict', 'WhatsApp is open on another computer'),
  harmless('call-elsewhere', 'there is a call in another window'),
  harmless('terms', 'new terms are to be accepted'),
  harmless('temp-ban', 'the account is banned for a while'),
  harmless('app-lock', 'the app is locked with a password'),
  harmless('unsupported', 'the browser is too old'),
  harmless('hard-refresh', 'a notice over the chats: the page will refresh in a minute'),
  harmless('dialog-opened', 'the person opened a dialog over the chats'),
  harmless('update-banner', 'an update is ready', 105),
  harmless('notifications-off', 'notifications are off, says a banner', 105),
  {
    id: 'qr-cannot-load',
    title: 'the code never comes, for no socket opens',
    expect: { symptom: 'cannot-connect', within: [43, 70], verdicts: ['unsure'] },
    seconds: 75,
    world: { whatsapp: { page: 'qr-loading', socket: 'refuse' } },
    run: async (stage) => {
      await stage.shows('[data-testid="loading-spinner"]');
      stage.begins();
      await stage.noticed();
    },
  },
  {
    id: 'service-unavailable',
    title: 'WhatsApp says that its service is unavailable, then it is back',
    expect: { symptom: 'service-unavailable', within: [8, 22], verdicts: ['global'] },
    seconds: 40,
    world: { whatsapp: { page: 'service-unavailable', statusJson: 503 } },
    run: async (stage) => {
      await stage.shows('[role="dialog"] h1');
      stage.begins();
      await stage.noticed();
      stage.lab.setWorld({ whatsapp: { page: 'auto', statusJson: 'healthy' } });
      await stage.over(20);
    },
  },
  {
    id: 'network-block',
    title: 'WhatsApp says that this network blocks it: badge and popup, no banner',
    expect: { symptom: 'network-block', within: [8, 22], verdicts: ['local'], banner: false },
    seconds: 40,
    world: { whatsapp: { page: 'proxy-block' } },
    run: async (stage) => {
      await stage.shows('[role="dialog"] h1');
      stage.begins();
      await stage.noticed();
      expect(await stage.says()).toMatchObject({ verdict: 'local', cause: 'firewall' });
    },
  },
  {
    id: 'page-crashed',
    title: 'the app crashed: “Unexpected error”, with nothing but a button to reload',
    expect: { symptom: 'page-crashed', within: [28, 50], verdicts: ['unsure'] },
    seconds: 60,
    run: async (stage) => {
      await stage.shows('#pane-side');
      await stage.watch(3);
      stage.lab.setWorld({ whatsapp: { page: 'error-boundary' } });
      await stage.shows('[role="dialog"] button');
      stage.begins();
      await stage.noticed();
    },
  },
  {
    id: 'markup-unknown',
    title:
      'WhatsApp changed its page: its own host is asked once, and nobody else; no notice; the popup says why',
    expect: 'unnoticed',
    seconds: 170,
    world: { whatsapp: { page: 'unknown' } },
    run: async (stage) => {
      await stage.watch(155);
      expect((await stage.moment()).asked).toEqual(['web.whatsapp.com']);
      const said = (await stage.popup()).$eval('[data-evidence="page"]', (row) => row.textContent);
      expect(await said).toContain(catalogue('en').evidence_page_page_unknown?.message);
    },
  },
];
