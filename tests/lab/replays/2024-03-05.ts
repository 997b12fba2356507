import type { Replay } from './replay.ts';

/** The control day: Meta's other products are down, WhatsApp is fine, and there is nothing to say. */
export const replay: Replay = {
  id: '2024-03-05',
  title: '5 March 2024: Facebook and Instagram are down, WhatsApp is fine (the control day)',
  story:
    'For about two hours Facebook, Instagram, Messenger and Threads log everybody out. WhatsApp is not affected. ' +
    'An extension that cries wolf today would be worse than none: it must ask nobody and say nothing.',
  sources: [
    {
      title: 'The Verge, republished: the outage of that day never impacted WhatsApp',
      address:
        'https://news.2dms.com/article/whatsapp-is-down-worldwide-while-instagram-and-facebook-have-issues-too',
    },
    {
      title: 'ThousandEyes: top outages of 2024',
      address: 'https://dcnnmagazine.com/category/networking/page/4',
    },
  ],
  troubleAt: null,
  steps: [
    { at: '14:50', inSeconds: 0, says: 'WhatsApp Web is open and works.' },
    {
      at: '15:00',
      inSeconds: 10,
      says: 'Facebook and Messenger log everybody out and let nobody in.',
      world: { metaFamily: { facebook: 500, messenger: 500 } },
    },
    {
      at: '15:10',
      inSeconds: 20,
      says: 'Instagram too.',
      world: { metaFamily: { instagram: 500 } },
    },
    {
      at: '15:40',
      inSeconds: 38,
      says: '"Is WhatsApp next?" The person reloads the tab to see.',
      person: 'reloads',
    },
    {
      at: '16:10',
      inSeconds: 56,
      says: 'The person opens the popup, to be sure.',
      person: 'opens-popup',
      picture: 'silence',
    },
    {
      at: '17:00',
      inSeconds: 74,
      says: 'Facebook, Instagram and Messenger are back.',
      world: { metaFamily: { facebook: 'healthy', instagram: 'healthy', messenger: 'healthy' } },
    },
    { at: '17:30', inSeconds: 92, says: 'The day is over.' },
  ],
  expects: [
    {
      says: 'nobody was asked anything',
      from: 0,
      to: 92,
      always: true,
      see: ({ requests }) => requests === 0,
    },
    {
      says: 'no banner and no badge, all day',
      from: 0,
      to: 92,
      always: true,
      see: ({ banner, badge }) => banner === null && badge.text === '',
    },
    {
      says: 'the popup says that nothing is known to be wrong',
      from: 0,
      to: 92,
      always: true,
      see: ({ popup }) => popup.verdict === 'working',
    },
  ],
};
