import type { Replay, Seen } from './replay.ts';

const says = ({ popup }: Seen, ...confidences: string[]): boolean =>
  popup.verdict === 'global' && popup.cause === 'messages-only' && confidences.includes(popup.confidence);

const isCalm = ({ popup, banner, badge }: Seen): boolean =>
  popup.verdict === 'working' && banner === null && badge.text === '';

/**
 * No day of its own: an evening made of several. Messages failed over a live connection on 2025-04-12; no statement of
 * Meta's was found for that day, nor for 2025-09-08 (which does not prove that there was none). So here there is none.
 */
export const replay: Replay = {
  id: 'evening',
  title: 'An evening (made of several days): messages fail, and Meta never says a word',
  story:
    'Messages get an error mark over a connection that is fine. The status page shows no known issues from beginning to ' +
    'end, other countries reach the site, and nobody official ever says that anything was wrong.',
  sources: [
    {
      title: '2025-04-12: messages fail around the world',
      address: 'https://www.fixyanet.com/2025/04/whatsapp-goes-down-globally-users.html',
    },
    {
      title: '2025-09-08: trouble in India, few reports',
      address:
        'https://www.nationalheraldindia.com/science-tech/whatsapp-down-users-in-india-report-messaging-status-issues',
    },
  ],
  troubleAt: '18:30',
  steps: [
    { at: '18:20', inSeconds: 0, says: 'WhatsApp Web is open and works.' },
    {
      at: '18:30',
      inSeconds: 8,
      says: 'Two messages get an error mark. The page is connected; Meta’s status page shows no known issues.',
      world: { whatsapp: { sends: 'fail', messages: 2 } },
    },
    {
      at: '18:50',
      inSeconds: 52,
      says: 'The person looks at the popup: it seems to be WhatsApp, and that is no more than possible.',
      person: 'looks',
      picture: 'possible',
    },
    {
      at: '18:55',
      inSeconds: 60,
      says: 'The person asks other countries. All of them reach the site, which proves nothing about messages.',
      person: 'asks-the-world',
    },
    {
      at: '19:10',
      inSeconds: 72,
      says: 'The person presses "Check again". Meta is still silent.',
      person: 'checks-again',
    },
    {
      at: '19:20',
      inSeconds: 82,
      says: 'The person tries the phone, on mobile data: messages fail there too. The popup is told.',
      person: 'phone-fails',
    },
    {
      at: '19:25',
      inSeconds: 88,
      says: 'The person looks again: a second line fails alike, so it is likely now.',
      person: 'looks',
      picture: 'likely',
    },
    {
      at: '20:30',
      inSeconds: 98,
      says: 'Messages leave again. Meta never said that they had not.',
      world: { whatsapp: { sends: 'ok', messages: 3 } },
    },
    {
      at: '20:40',
      inSeconds: 114,
      soonerWhen: isCalm,
      says: 'All back.',
      world: { whatsapp: { messages: 0 } },
      picture: 'back',
    },
  ],
  expects: [
    {
      says: 'before the trouble: nothing asked, nothing said',
      from: 2,
      to: 7,
      always: true,
      see: ({ banner, badge, requests }) => banner === null && badge.text === '' && requests === 0,
    },
    {
      says: 'with nobody’s word but the page’s: global, messages-only, possible; in popup, page and badge',
      from: 8,
      to: 60,
      see: (seen) => says(seen, 'possible') && seen.banner?.verdict === 'global' && seen.badge.text !== '',
    },
    {
      says: 'neither other countries nor Meta’s silence change that',
      from: 55,
      to: 81,
      always: true,
      see: (seen) => says(seen, 'possible'),
    },
    {
      says: 'the phone fails too: likely, and never confirmed by one witness alone',
      from: 82,
      to: 98,
      see: (seen) => says(seen, 'likely') && seen.banner?.verdict === 'global',
    },
    {
      says: 'it never says that it is you, nor more than it can know',
      from: 0,
      to: 114,
      always: true,
      see: ({ popup }) =>
        ['working', 'unsure', 'global'].includes(popup.verdict) && popup.confidence !== 'confirmed',
    },
    {
      says: 'after the recovery: working, no banner, no badge',
      from: 100,
      to: 114,
      see: isCalm,
    },
  ],
};
