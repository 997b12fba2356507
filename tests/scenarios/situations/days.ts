/**
 * Real days, as a person with WhatsApp Web open would have met them. What each source of that day tells is the ground; what
 * our witnesses would have said is our reading of it. The two largest, 2021-10-04 and 2022-10-25, are stories in
 * `whatsapp.ts`, as are 2025-04-12 and 2026-02-27; 2024-03-05 is one in `this-network.ts`.
 */
import type { PageValue, Values } from '../../../src/core/evidence';
import {
  answers,
  device,
  dns,
  fails,
  HOUR,
  MINUTE,
  meta,
  page,
  workedBefore,
  world,
} from '../../unit/witnesses';
import type { RuleNumber, Scenario, Step } from '../scenario';

const FINE = { 'whatsapp-host': answers(), 'this-device': device(), dns: dns('addresses') };
const LOST: Partial<Values> = { ...FINE, 'recent-success': workedBefore(3 * MINUTE) };
const PHONE_FAILS = { phone: { works: false } };
const PHONE_WORKS = { phone: { works: true } };

const POSSIBLE = ['global', 'whatsapp-only', 'possible'] as const;
const LIKELY = ['global', 'whatsapp-only', 'likely'] as const;
const UNSENT = ['global', 'messages-only', 'possible'] as const;
const UNSENT_LIKELY = ['global', 'messages-only', 'likely'] as const;
const UNSURE = ['unsure', '', ''] as const;
const WEB_ONLY = ['global', 'web-only', 'possible'] as const;
const WORKS = ['working', '', ''] as const;

type Heard = readonly [hears: Partial<Values>, says: Step['says'], by: RuleNumber];

interface Day {
  /** Of the day in UTC, and what it was. */
  name: string;
  why: string;
  page: PageValue;
  first: Heard;
  /** Minutes later, with one more witness. */
  later?: Heard;
  sources: NonNullable<Scenario['sources']>;
}

const DAYS: readonly Day[] = [
  {
    name: '2015-08-26: WhatsApp Web times out while it connects',
    why: 'WhatsApp Web could not connect for some, and did the next day. At a cold start a proxy looks the same, so nobody is accused.',
    page: page('cannot-connect'),
    first: [FINE, UNSURE, '19'],
    later: [PHONE_WORKS, UNSURE, '18'],
    sources: [
      ['ChitChat issue 53', 'https://github.com/stonesam92/ChitChat/issues/53'],
      ['WhatsApp-Desktop issue 51', 'https://github.com/Aluxian/WhatsApp-Desktop/issues/51'],
    ],
  },
  {
    name: '2015-12-31: messages wait on New Year’s Eve',
    why: 'Messages were not sent or late for an hour and more, in several countries. Nothing but the page and the phone could tell.',
    page: page('sends-stuck'),
    first: [FINE, UNSENT, '16'],
    later: [PHONE_FAILS, UNSENT_LIKELY, '11'],
    sources: [
      ['Mobile Marketing', 'https://mobilemarketingmagazine.com/whatsapp-suffers-new-years-eve-outage/'],
    ],
  },
  {
    name: '2016-01-26: an hour without a connection',
    why: 'People in India, Japan and America could not connect or send for about an hour. The page had worked minutes before.',
    page: page('connection-lost'),
    first: [LOST, POSSIBLE, '15'],
    later: [PHONE_FAILS, LIKELY, '11'],
    sources: [
      [
        'IBTimes India',
        'https://ibtimes.co.in/whatsapp-down-thousands-users-report-outages-across-india-us-other-countries-664557',
      ],
    ],
  },
  {
    name: '2017-05-03: two hours and more, everywhere',
    why: 'WhatsApp said that users in all parts of the world were cut off for a few hours, and that it was its own doing. The connection breaks, and phones fail as well.',
    page: page('connection-lost'),
    first: [LOST, POSSIBLE, '15'],
    later: [PHONE_FAILS, LIKELY, '11'],
    sources: [
      ['CIOL quoting Reuters', 'https://ciol.com/whatsapp-suffers-major-global-outage-now-back-online'],
    ],
  },
  {
    name: '2017-11-03: stuck connecting for an hour',
    why: 'WhatsApp said that users globally had trouble for about an hour. The page says “connecting”, and so do phones.',
    page: page('connection-lost'),
    first: [LOST, POSSIBLE, '15'],
    later: [PHONE_FAILS, LIKELY, '11'],
    sources: [['HotHardware', 'https://hothardware.com/news/whatsapp-was-down-globally']],
  },
  {
    name: '2017-11-30: messages neither leave nor arrive',
    why: 'From Brazil to India messages were not sent or received for some hours. The page was connected all the while.',
    page: page('sends-stuck'),
    first: [FINE, UNSENT, '16'],
    later: [PHONE_FAILS, UNSENT_LIKELY, '11'],
    sources: [
      ['with WhatsApp’s statement', 'https://bentonpena.org/whatsapp-down-outages-reported-around-the-world'],
    ],
  },
  {
    name: '2017-12-31: an endless spinner at midnight',
    why: 'The app turned without end for up to two hours as the new year came to one country after the other. A page that was opened then would not load.',
    page: page('loading-frozen'),
    first: [FINE, UNSURE, '19'],
    later: [PHONE_FAILS, LIKELY, '11'],
    sources: [['ztechnews', 'http://www.ztechnews.ml/2017/12/whatsapp-down-messaging-service.html']],
  },
  {
    name: '2019-03-13: fourteen hours of all of Meta’s',
    why: 'The apps opened and their functions failed after a change of server configuration, at WhatsApp, Facebook and Instagram. Facebook’s failing is not what tells it.',
    page: page('sends-failing'),
    first: [{ ...FINE, 'meta-family': { facebook: false, instagram: false } }, UNSENT, '16'],
    later: [PHONE_FAILS, UNSENT_LIKELY, '11'],
    sources: [
      [
        'MobileSyrup',
        'https://mobilesyrup.com/2019/03/14/facebook-downtime-facebook-says-14-hour-downtime-was-caused-by-server-configuration-change/',
      ],
    ],
  },
  {
    name: '2019-07-03: pictures fail, words go through',
    why: 'Photos and voice notes failed for hours; text went through. With chats shown and words leaving we say nothing: an upload fails for many reasons.',
    page: page(null),
    first: [{}, WORKS, '1'],
    sources: [['Il Post', 'https://www.ilpost.it/2019/07/03/whatsapp-instagram-facebook-non-funzionano/']],
  },
  {
    name: '2019-10-30: hours in Europe and America',
    why: 'People could neither connect nor send, at Instagram and Facebook as well. What tells it here is WhatsApp’s own connection.',
    page: page('connection-lost'),
    first: [LOST, POSSIBLE, '15'],
    later: [PHONE_FAILS, LIKELY, '11'],
    sources: [
      [
        'Corriere della Sera',
        'https://www.corriere.it/tecnologia/social/19_ottobre_30/instagram-whatsapp-down-app-non-funzionano-feed-invio-messaggi-bloccati-6983ec44-fb32-11e9-b1c6-a381abba5d9f.shtml',
      ],
    ],
  },
  {
    name: '2020-01-19: pictures fail for three hours',
    why: 'Only media and status failed, text worked. A detector that watches connections must stay silent, and does.',
    page: page(null),
    first: [{}, WORKS, '1'],
    sources: [
      [
        'Premium Times',
        'https://www.premiumtimesng.com/news/more-news/373380-whatsappdown-whatsapp-experiences-downtime-as-twitter-users-troll.html',
      ],
    ],
  },
  {
    name: '2020-07-14: WhatsApp Web logs people out',
    why: 'Nobody could connect for up to two hours, and sessions of WhatsApp Web ended. After that the page shows a code that does not come: a cold start.',
    page: page('cannot-connect'),
    first: [FINE, UNSURE, '19'],
    later: [PHONE_FAILS, LIKELY, '11'],
    sources: [
      [
        'The South African',
        'https://www.thesouthafrican.com/technology/online/whatsapp-down-worldwide-global-outage/',
      ],
    ],
  },
  {
    name: '2021-03-19: error pages for 45 minutes',
    why: 'WhatsApp, Facebook and Instagram answered with 5xx pages in 45 countries and more. The server says itself that it fails.',
    page: page('server-error', { status: 503 }),
    first: [{ 'whatsapp-host': answers(503), 'this-device': device() }, LIKELY, '12'],
    later: [{ world: world(10), ...PHONE_FAILS }, ['global', 'whatsapp-only', 'confirmed'], '8'],
    sources: [
      [
        'Zee News',
        'https://zeenews.india.com/world/that-was-long-45-minutes-says-whatsapp-after-global-outage-2349044.html',
      ],
    ],
  },
  {
    name: '2022-04-28: an evening in Europe',
    why: 'Thousands in Britain and Europe were cut off for an hour and a quarter; WhatsApp acknowledged it after 47 minutes. Until then only the broken connection tells.',
    page: page('connection-lost'),
    first: [LOST, POSSIBLE, '15'],
    later: [PHONE_FAILS, LIKELY, '11'],
    sources: [
      [
        'a regional news page',
        'https://d33gy59ovltp76.cloudfront.net/news/thousands-of-whatsapp-users-cut-off-in-major-incident',
      ],
    ],
  },
  {
    name: '2023-06-16: pictures fail once more',
    why: 'WhatsApp spoke of trouble sending media; text mostly went through. Chats are shown and words leave, so it works.',
    page: page(null),
    first: [{}, WORKS, '1'],
    sources: [
      [
        'CBS San Francisco',
        'https://www.cbsnews.com/sanfrancisco/news/worldwide-outages-hits-facebook-instagram-whatsapp-social-media-platforms/',
      ],
    ],
  },
  {
    name: '2023-07-19: “computer not connected”, though it was',
    why: 'For an hour WhatsApp Web told people to check their own connection. It does so when its own host does not answer, so our probe fails too; the controls and the phone say better.',
    page: page('connection-lost'),
    first: [{ ...LOST, 'whatsapp-host': fails('timed-out') }, UNSURE, '19'],
    later: [PHONE_FAILS, LIKELY, '11'],
    sources: [
      [
        'PlayTech.ro',
        'https://playtech.ro/2023/a-picat-whatsapp-nu-mai-merge-aplicatia-de-mesagerie-de-la-meta-pe-telefon-sau-web/',
      ],
      ['Public News', 'https://publicnews.com/20-Jul-2023/33043'],
    ],
  },
  {
    name: '2024-04-03: Meta’s own page reports it',
    why: 'Stuck connecting, messages with clocks, WhatsApp Web too; Meta’s status page reported a Cloud API outage from 18:10 UTC on. With the phone it is confirmed.',
    page: page('connection-lost'),
    first: [{ ...LOST, 'meta-status': meta('high', { ageMs: 10 * MINUTE }) }, LIKELY, '10'],
    later: [PHONE_FAILS, ['global', 'whatsapp-only', 'confirmed'], '10'],
    sources: [
      [
        'Hindustan Times',
        'https://www.hindustantimes.com/world-news/us-news/is-whatsapp-down-users-across-us-several-other-countries-report-outages-101712170232529.html',
      ],
    ],
  },
  {
    name: '2024-11-25: WhatsApp Web freezes while it loads',
    why: 'More than half of all reports were about WhatsApp Web, and phones worked. A page that worked minutes ago says that it is the web’s side.',
    page: page('loading-frozen'),
    first: [LOST, UNSURE, '19'],
    later: [PHONE_WORKS, WEB_ONLY, '14'],
    sources: [
      [
        'Pulse Kenya',
        'https://www.pulselive.co.ke/articles/news/whatsapp-web-hit-by-global-outage-2024112515332676222',
      ],
    ],
  },
  {
    name: '2024-12-11: server errors and time-outs',
    why: 'ThousandEyes saw internal server errors and time-outs at all of Meta’s. Places elsewhere meet what is met here.',
    page: page('server-error', { status: 500 }),
    first: [{ 'whatsapp-host': answers(500), 'this-device': device() }, LIKELY, '12'],
    later: [{ world: world(9) }, LIKELY, '8'],
    sources: [
      [
        'evrimagaci, quoting ThousandEyes',
        'https://evrimagaci.org/tpg/meta-apps-worldwide-experience-significant-outages-85691',
      ],
    ],
  },
  {
    name: '2025-02-28: WhatsApp Web cannot log in',
    why: 'Phones were stuck connecting, messages stayed, and WhatsApp Web failed to load and to log in for about 50 minutes. At a cold start only the phone can tell.',
    page: page('cannot-connect'),
    first: [FINE, UNSURE, '19'],
    later: [PHONE_FAILS, LIKELY, '11'],
    sources: [
      ['particle.news', 'https://particle.news/story/whatsapp-experiences-widespread-service-outage'],
    ],
  },
  {
    name: '2025-08-13: WhatsApp Web loads without end',
    why: 'For two and a half hours up to nine of ten reports were about the web version; phones worked. The page had worked here minutes ago.',
    page: page('loading-frozen'),
    first: [LOST, UNSURE, '19'],
    later: [PHONE_WORKS, WEB_ONLY, '14'],
    sources: [
      [
        'Record',
        'https://www.record.com.mx/contra/whatsapp-web-presenta-fallas-este-13-de-agosto-usuarios-reportan-caida-global',
      ],
    ],
  },
  {
    name: '2025-09-08: a few hundred reports from India',
    why: 'WhatsApp Web and linking failed for some. With so little told and nobody elsewhere heard, nobody is accused.',
    page: page('cannot-connect'),
    first: [{ ...FINE, 'meta-status': meta('nothing') }, UNSURE, '19'],
    sources: [
      [
        'National Herald',
        'https://www.nationalheraldindia.com/science-tech/whatsapp-down-users-in-india-report-messaging-status-issues',
      ],
    ],
  },
  {
    name: '2025-11-04: WhatsApp Web frozen, and messages do not leave it',
    why: 'In the Americas the web version froze or did not send for about two hours; phones worked. An open page sees that its messages stay.',
    page: page('sends-stuck'),
    first: [{ ...LOST, ...PHONE_WORKS }, UNSENT, '16'],
    sources: [['Tribuna de México', 'https://tribunademexico.com/fallo-whatsapp-web/']],
  },
  {
    name: '2026-06-12: Facebook down, WhatsApp in dispute',
    why: 'Facebook, Instagram and Messenger failed for three hours; whether WhatsApp did, the sources dispute. Where chats are shown and connected, it works.',
    page: page(null),
    first: [
      {
        'meta-family': { facebook: false, instagram: false },
        'meta-status': meta('nothing', { others: ['Facebook Login', 'Messenger'], ageMs: HOUR }),
      },
      WORKS,
      '1',
    ],
    sources: [
      [
        'type0.ai',
        'https://www.type0.ai/articles/three-meta-apps-went-dark-on-friday-the-silence-around-why-is-the-real-story-f3a611218b',
      ],
    ],
  },
];

/** Days that say too little, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  '2014-02-22': 'before WhatsApp Web existed',
  '2019-01-22': 'only that the service was down for a short while, with no hour and no symptom',
  '2019-04-14': 'no source was found for what people saw',
  '2026-06-23': 'one source of low quality, and its year is a guess',
};

export const SITUATIONS: readonly Scenario[] = DAYS.map(({ name, why, page, first, later, sources }) => {
  const step = ([hears, says, by]: Heard, when: string): Step => ({ when, hears, says, by });
  const begun = { ...step(first, 'as the page and this computer see it'), page };
  const end = later && { ...step(later, 'with one more witness'), afterMs: 5 * MINUTE };
  return { name, why, sources, story: end ? [begun, end] : [begun] };
});
