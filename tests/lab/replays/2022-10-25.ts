import type { Replay, Seen } from './replay.ts';

const isGlobal = (seen: Seen, ...confidences: string[]): boolean =>
  seen.popup.verdict === 'global' &&
  seen.popup.cause === 'whatsapp-only' &&
  confidences.includes(seen.popup.confidence);

const isCalm = ({ popup, banner, badge }: Seen): boolean =>
  popup.verdict === 'working' && banner === null && badge.text === '';

/** The page opens, its connection does not; Meta speaks late. */
export const replay: Replay = {
  id: '2022-10-25',
  title: '25 October 2022: the page opens, nothing is sent, Meta is silent at first',
  story:
    'For two hours WhatsApp sends nothing, around the world. Its web page still opens, its server still answers, ' +
    'and old chats can be read: only the live connection is refused. Many first blame their own internet.',
  sources: [
    {
      title: 'The Daily Beast: the app shows "connecting" persistently',
      address: 'https://www.thedailybeast.com/whatsapp-messaging-goes-down-around-the-world',
    },
    {
      title: 'Business Today: WhatsApp Web did not work either',
      address:
        'https://www.businesstoday.in/technology/story/whatsapp-down-globally-a-deja-vu-moment-for-users-worldwide-350739-2022-10-25',
    },
    {
      title: 'Republic World: a statement after 90 minutes, sparse on details',
      address:
        'https://www.republicworld.com/technology-news/apps/meta-issues-statement-after-fixing-whatsapp-outage-after-90-minutes-sparse-on-details-articleshow.html',
    },
  ],
  troubleAt: '06:37',
  steps: [
    { at: '06:30', inSeconds: 0, says: 'WhatsApp Web is open and works.' },
    {
      at: '06:37',
      inSeconds: 8,
      says: 'WhatsApp’s servers refuse every live connection. The page itself still opens. Meta says nothing.',
      world: { whatsapp: { socket: 'refuse', sends: 'pending' } },
    },
    {
      at: '07:30',
      inSeconds: 52,
      says: 'Thousands report trouble on Downdetector. Meta’s status page still shows no known issues.',
    },
    {
      at: '07:34',
      inSeconds: 54,
      says: 'The person looks at the popup: it has its reasons, and other ways to reach people.',
      person: 'looks',
      picture: 'meta-silent',
    },
    {
      at: '08:07',
      inSeconds: 60,
      says: 'Meta says it is aware and working on it (here its status page says so).',
      world: {
        metaStatus: {
          services: { 'whatsapp-business-api': { 'Cloud API': 'High disruptions' } },
          description:
            'We are aware that some people are having trouble sending messages. We are working to restore WhatsApp for everyone as quickly as possible.',
        },
      },
      metaSince: '06:37',
    },
    {
      // Later than any source may be asked again (10 s), whenever the extension looked by itself before.
      at: '08:20',
      inSeconds: 73,
      says: 'The person presses "Check again".',
      person: 'checks-again',
    },
    {
      at: '08:30',
      inSeconds: 80,
      says: 'The person looks again: now Meta’s own word is among the reasons.',
      person: 'looks',
      picture: 'meta-reports',
    },
    {
      at: '08:45',
      inSeconds: 90,
      says: 'Service comes back; connections are accepted again.',
      world: {
        whatsapp: { socket: 'accept', sends: 'ok' },
        metaStatus: { services: { 'whatsapp-business-api': { 'Cloud API': 'Resolved' } } },
      },
    },
    {
      at: '09:14',
      // WhatsApp's own next try may be eleven seconds away.
      inSeconds: 130,
      soonerWhen: isCalm,
      says: 'All back.',
      picture: 'back',
    },
  ],
  expects: [
    {
      says: 'before the outage: nothing asked, nothing said',
      from: 2,
      to: 7,
      always: true,
      see: ({ banner, badge, requests }) => banner === null && badge.text === '' && requests === 0,
    },
    {
      says: 'while Meta is silent: the popup says it may be WhatsApp, not you (global, possible)',
      from: 30,
      to: 60,
      see: (seen) => isGlobal(seen, 'possible'),
    },
    {
      says: 'a banner in the page and a badge say so too',
      from: 45,
      to: 75,
      see: ({ banner, badge }) => banner?.verdict === 'global' && badge.text !== '',
    },
    {
      says: 'after Meta’s word: it is WhatsApp, not you (global, likely)',
      from: 60,
      to: 90,
      see: (seen) => isGlobal(seen, 'likely', 'confirmed') && seen.banner?.verdict === 'global',
    },
    {
      says: 'after the recovery: working, no banner, no badge',
      from: 92,
      to: 116,
      see: ({ popup, banner, badge }) => popup.verdict === 'working' && banner === null && badge.text === '',
    },
  ],
};
