import type { Replay, Seen } from './replay.ts';

const isGlobal = (seen: Seen, ...confidences: string[]): boolean =>
  seen.popup.verdict === 'global' &&
  seen.popup.cause === 'messages-only' &&
  confidences.includes(seen.popup.confidence);

const isCalm = ({ popup, banner, badge }: Seen): boolean =>
  popup.verdict === 'working' && banner === null && badge.text === '';

/**
 * Connected, and nothing arrives: the day a page that looks well has to be read more closely. Doubtful: no statement
 * of Meta's is known from that day. Here its status page speaks during the second wave, to show what that changes.
 */
export const replay: Replay = {
  id: '2025-04-12',
  title: '12 April 2025: WhatsApp is connected, and messages fail, in groups most of all',
  story:
    'In two waves over three hours messages get an error mark instead of a tick, most of all in groups. WhatsApp Web ' +
    'opens, connects and shows its chats as ever: nothing but the marks tells that something is wrong.',
  sources: [
    {
      title: 'Zeal News Africa: the hours, from Singapore',
      address: 'https://zealnews.africa/en/post/whatsapp-outage-yR7cc',
    },
    {
      title: 'Indoberita: groups work again from 22:13 in Jakarta',
      address:
        'https://indoberita.biz/2025/04/12/tagar-whatsappdown-trending-grup-chat-lumpuh-karena-whatsapp-sempat-error/',
    },
    {
      title: 'Startup News: the app and WhatsApp Web',
      address:
        'https://startupnews.fyi/2025/04/12/whatsapp-faces-global-outage-millions-affected-by-major-disruption',
    },
  ],
  troubleAt: '11:50',
  steps: [
    { at: '11:45', inSeconds: 0, says: 'WhatsApp Web is open and works.' },
    {
      at: '11:50',
      inSeconds: 8,
      says: 'Two messages to a group get an error mark. The page is connected, and looks as ever. Meta says nothing.',
      world: { whatsapp: { sends: 'fail', messages: 2 } },
    },
    {
      at: '12:20',
      inSeconds: 54,
      says: 'The person looks at the popup: WhatsApp, not you, as far as anybody can tell.',
      person: 'looks',
      picture: 'meta-silent',
    },
    {
      at: '12:50',
      inSeconds: 62,
      says: 'The first wave is over: a new message gets its tick.',
      world: { whatsapp: { sends: 'ok', messages: 3 } },
    },
    {
      at: '14:00',
      inSeconds: 74,
      says: 'The second wave: messages fail again.',
      world: { whatsapp: { sends: 'fail', messages: 5 } },
    },
    {
      at: '14:20',
      inSeconds: 112,
      says: 'Meta’s status page reports disruptions (here; what it showed that day is not known).',
      world: {
        metaStatus: {
          services: { 'whatsapp-business-api': { 'Cloud API': 'High disruptions' } },
          description: 'We are aware that some messages are not delivered. We are working on it.',
        },
      },
      metaSince: '14:00',
    },
    { at: '14:30', inSeconds: 118, says: 'The person presses "Check again".', person: 'checks-again' },
    {
      at: '14:40',
      inSeconds: 126,
      says: 'The person looks again: Meta’s own word is among the reasons.',
      person: 'looks',
      picture: 'meta-reports',
    },
    {
      at: '15:13',
      inSeconds: 134,
      says: 'Messages leave again.',
      world: {
        whatsapp: { sends: 'ok', messages: 6 },
        metaStatus: { services: { 'whatsapp-business-api': { 'Cloud API': 'Resolved' } } },
      },
    },
    {
      at: '15:30',
      inSeconds: 148,
      soonerWhen: isCalm,
      says: 'All back.',
      world: { whatsapp: { messages: 0 } },
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
      says: 'while Meta is silent: messages fail for others too, it seems (global, messages-only, possible)',
      from: 8,
      to: 62,
      see: (seen) =>
        isGlobal(seen, 'possible') && seen.banner?.verdict === 'global' && seen.badge.text !== '',
    },
    {
      says: 'between the waves: working, no banner, no badge',
      from: 62,
      to: 74,
      see: isCalm,
    },
    {
      says: 'in the second wave, by itself again: global, messages-only, possible',
      from: 76,
      to: 118,
      see: (seen) => isGlobal(seen, 'possible') && seen.banner?.verdict === 'global',
    },
    {
      says: 'after Meta’s word: WhatsApp, not you (global, messages-only, likely)',
      from: 118,
      to: 134,
      see: (seen) => isGlobal(seen, 'likely', 'confirmed') && seen.banner?.verdict === 'global',
    },
    {
      says: 'it never says that it is you',
      from: 0,
      to: 148,
      always: true,
      see: ({ popup }) => ['working', 'unsure', 'global'].includes(popup.verdict),
    },
    {
      says: 'after the recovery: working, no banner, no badge',
      from: 136,
      to: 148,
      see: isCalm,
    },
  ],
};
