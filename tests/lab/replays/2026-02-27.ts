import type { Replay, Seen } from './replay.ts';

const isCalm = ({ popup, banner, badge }: Seen): boolean =>
  popup.verdict === 'working' && banner === null && badge.text === '';

/** What the phone's word leads to. */
const isAboutTheWeb = ({ verdict, cause, confidence }: Seen['popup']): boolean =>
  verdict === 'global' && cause === 'web-only' && confidence === 'possible';

/**
 * WhatsApp Web alone, as on 2024-11-25, 2025-08-13 and 2025-11-04. Doubtful: when it ended ("a while later", so here
 * after an hour and a half), and whether the bar stood still for everybody as it does here.
 */
export const replay: Replay = {
  id: '2026-02-27',
  title: '27 February 2026: WhatsApp Web loads and loads, while phones work',
  story:
    'In the Indian morning WhatsApp Web stays on its loading screen, and devices cannot be linked. Phones work as ever: ' +
    'only who has one in hand can tell that it is neither WhatsApp as a whole nor the own internet.',
  sources: [
    {
      title: 'Discount Walas: logging in and synchronising fail in India',
      address:
        'https://www.discountwalas.com/whatsapp-web-outage-users-report-login-and-syncing-issues-in-india/?amp=1',
    },
    {
      title: 'Punjab Kesari: WhatsApp Web suddenly down',
      address:
        'https://www.punjabkesari.in/national/news/whatsapp-web-suddenly-went-down-users-are-having-trouble-logging-2299363',
    },
  ],
  troubleAt: '03:24',
  steps: [
    { at: '03:20', inSeconds: 0, says: 'WhatsApp Web is open and works.' },
    {
      at: '03:24',
      inSeconds: 5,
      says: 'The person reloads the tab. It loads, and the bar stops. On the phone WhatsApp works.',
      world: { whatsapp: { page: 'loading-frozen' } },
      person: 'reloads',
    },
    {
      at: '03:50',
      inSeconds: 90,
      says: 'Still loading. Slow lines load for a minute too: nothing is shown yet.',
    },
    {
      at: '04:10',
      inSeconds: 130,
      says: 'The person looks at the popup, which cannot tell by itself, and says so.',
      person: 'looks',
      picture: 'unsure',
    },
    {
      at: '04:15',
      inSeconds: 138,
      says: 'The popup asks about the phone. The person answers: there it works.',
      person: 'phone-works',
    },
    {
      at: '04:20',
      inSeconds: 143,
      says: 'The person looks again: not WhatsApp as a whole, so the phone is the way to go on.',
      person: 'looks',
      picture: 'phone-works',
    },
    {
      at: '04:50',
      inSeconds: 150,
      says: 'WhatsApp Web is back for those who load it anew.',
      world: { whatsapp: { page: 'auto' } },
    },
    { at: '04:54', inSeconds: 152, says: 'The person reloads the tab.', person: 'reloads' },
    { at: '05:00', inSeconds: 166, soonerWhen: isCalm, says: 'All back.', picture: 'back' },
  ],
  expects: [
    {
      says: 'before the outage: nothing asked, nothing said',
      from: 2,
      to: 5,
      always: true,
      see: ({ banner, badge, requests }) => banner === null && badge.text === '' && requests === 0,
    },
    {
      says: 'in the first two minutes of loading: no banner and no badge',
      from: 5,
      to: 120,
      always: true,
      see: ({ banner, badge }) => banner === null && badge.text === '',
    },
    {
      says: 'then it says, in popup, page and badge, that it cannot tell whose trouble it is (unsure)',
      from: 120,
      to: 138,
      see: ({ popup, banner, badge }) =>
        popup.verdict === 'unsure' && banner?.verdict === 'unsure' && badge.text !== '',
    },
    {
      says: 'before the phone was asked about, it blames nobody',
      from: 5,
      to: 138,
      always: true,
      see: ({ popup }) => popup.verdict === 'working' || popup.verdict === 'unsure',
    },
    {
      says: 'the phone works, and so did this page minutes ago: WhatsApp Web alone (global, web-only, possible)',
      from: 138,
      to: 150,
      see: ({ popup, banner }) => isAboutTheWeb(popup) && banner?.verdict === popup.verdict,
    },
    {
      says: 'it never blames WhatsApp as a whole, nor this network',
      from: 0,
      to: 166,
      always: true,
      see: ({ popup }) =>
        popup.verdict === 'working' || popup.verdict === 'unsure' || popup.cause === 'web-only',
    },
    {
      says: 'after the recovery: working, no banner, no badge',
      from: 154,
      to: 166,
      see: isCalm,
    },
  ],
};
