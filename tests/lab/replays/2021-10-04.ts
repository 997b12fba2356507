import type { Replay } from './replay.ts';

/** Names that vanished when Meta's own name servers left the internet. */
const NAMES = [
  'web.whatsapp.com',
  'static.whatsapp.net',
  'www.facebook.com',
  'www.instagram.com',
  'www.messenger.com',
  'metastatus.com',
];

const named = (word: 'ok' | 'servfail') => Object.fromEntries(NAMES.map((name) => [name, word]));

/** Everything of Meta's is gone from the internet, WhatsApp Web's own page too. */
export const replay: Replay = {
  id: '2021-10-04',
  title: '4 October 2021: everything of Meta’s is gone, WhatsApp Web does not open',
  story:
    'A maintenance command takes Meta’s backbone down, and its name servers leave the internet. For six to seven ' +
    'hours nothing of Facebook, Instagram, Messenger and WhatsApp can even be found, its status page included.',
  sources: [
    {
      title: 'Cloudflare: what happened on the internet during the outage',
      address: 'https://blog.cloudflare.com/during-the-facebook-outage/',
    },
    {
      title: 'NANOG, quoting the engineers’ own post',
      address: 'https://mailman.nanog.org/pipermail/nanog/2021-October/215839.html',
    },
    {
      title: 'Kentik: the historic outage explained',
      address: 'https://preview--kentik-website.netlify.app/blog/facebooks-historic-outage-explained',
    },
  ],
  troubleAt: '15:39',
  steps: [
    { at: '15:30', inSeconds: 0, says: 'WhatsApp Web is open and works.' },
    {
      at: '15:39',
      inSeconds: 8,
      says: 'Meta’s names vanish from the internet: WhatsApp, Facebook, Instagram, Messenger, all at once.',
      world: {
        whatsapp: { document: 'dead', statusJson: 'dead', statics: 'dead', socket: 'dead' },
        metaFamily: { facebook: 'dead', instagram: 'dead', messenger: 'dead' },
        metaStatus: { host: 'dead' },
        dns: { names: named('servfail') },
        // Firefox follows this and cannot find the name; Chromium's names are fixed, its connections die.
        localDns: { unresolvable: NAMES },
      },
    },
    {
      at: '15:42',
      inSeconds: 13,
      says: 'Nothing moves any more. The person reloads the tab.',
      person: 'reloads',
    },
    {
      at: '16:30',
      inSeconds: 34,
      says: 'There is no page for a banner to be in. The person looks at the popup.',
      person: 'looks',
      picture: 'no-page',
    },
    {
      at: '18:00',
      inSeconds: 50,
      says: 'Seventy million people will join Telegram that day. It shares nothing with Meta.',
    },
    {
      at: '22:05',
      inSeconds: 70,
      says: 'The names can be found again. Nothing answers yet.',
      world: { dns: { names: named('ok') }, localDns: { unresolvable: [] } },
    },
    {
      at: '22:50',
      inSeconds: 78,
      says: 'The services are back.',
      world: {
        whatsapp: { document: 'healthy', statusJson: 'healthy', statics: 'healthy', socket: 'accept' },
        metaFamily: { facebook: 'healthy', instagram: 'healthy', messenger: 'healthy' },
        metaStatus: { host: 'healthy' },
      },
    },
    { at: '22:55', inSeconds: 84, says: 'The person reloads the tab once more.', person: 'reloads' },
    { at: '23:00', inSeconds: 94, says: 'All back.', picture: 'back' },
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
      says: 'the popup says that all of Meta is down, not just you (global, meta-wide)',
      from: 13,
      to: 34,
      see: ({ popup }) =>
        popup.verdict === 'global' && popup.cause === 'meta-wide' && popup.confidence !== 'possible',
    },
    {
      says: 'the badge says so where no page can',
      from: 13,
      to: 70,
      see: ({ badge }) => badge.text !== '',
    },
    {
      says: 'it never says that it is you',
      from: 0,
      to: 94,
      always: true,
      see: ({ popup }) => ['working', 'unsure', 'global'].includes(popup.verdict),
    },
    {
      says: 'after the recovery: working, no banner, no badge',
      from: 84,
      to: 94,
      see: ({ popup, banner, badge }) => popup.verdict === 'working' && banner === null && badge.text === '',
    },
  ],
};
