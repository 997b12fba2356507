/**
 * Past outages of WhatsApp, each with where it is told. Collected 2026-11 and checked one by one against what its sources say; how each
 * length was read from them, and why it is in doubt, is in `docs/outages.md`, which is made from this list.
 */
import type { OutageKind } from '../core/estimate';
import { type KnownLength, OUTAGE_LENGTHS } from './outage-lengths';

/** What is not certain. */
export type Doubt =
  /** When it began, by half an hour or more. */
  | 'start'
  /** How long it lasted: the sources disagree, or nobody saw the whole of it. */
  | 'length'
  /** One source tells of it. */
  | 'alone'
  /** Whether WhatsApp was affected at all. */
  | 'affected';

export interface Outage {
  /** The day it began (UTC). */
  id: string;
  kind: OutageKind;
  /** When it began, in epoch ms. */
  at: number;
  /** Nobody wrote down how long it lasted: `null`. */
  length: KnownLength | null;
  doubts: readonly Doubt[];
  /** Addresses of those who tell of it. */
  sources: readonly string[];
}

/** An outage whose length is among `OUTAGE_LENGTHS`, or not known. */
function outage(
  id: string,
  time: string,
  kind: OutageKind,
  doubts: readonly Doubt[],
  ...sources: readonly string[]
): Outage {
  const length = OUTAGE_LENGTHS.find((one) => one.id === id) ?? null;
  return { id, kind, at: Date.parse(`${id}T${time}Z`), length, doubts, sources };
}

/** The oldest first. */
export const OUTAGES: readonly Outage[] = [
  outage(
    '2014-02-22',
    '19:00',
    'whatsapp-only',
    [],
    'https://www.reuters.com/article/us-facebook-whatsapp-idUSBREA1L15220140223',
    'https://pulse2.com/2014/02/23/whatsapp-downtime-apology-104649/',
  ),
  outage(
    '2015-08-26',
    '15:14',
    'web-only',
    ['start'],
    'https://github.com/stonesam92/ChitChat/issues/53',
    'https://github.com/Aluxian/WhatsApp-Desktop/issues/51',
  ),
  outage(
    '2015-12-31',
    '16:30',
    'whatsapp-only',
    ['length'],
    'https://mobilemarketingmagazine.com/whatsapp-suffers-new-years-eve-outage/',
    'https://www.elquiosco.net/399755-whatsapp-se-cae-en-plena-nochevieja.html',
  ),
  outage(
    '2016-01-26',
    '02:00',
    'whatsapp-only',
    ['alone'],
    'https://ibtimes.co.in/whatsapp-down-thousands-users-report-outages-across-india-us-other-countries-664557',
  ),
  outage(
    '2017-05-03',
    '20:50',
    'whatsapp-only',
    ['length'],
    'https://cn.reuters.com/article/whatsapp-outages-idCNL1N1I52JM',
    'https://www.mobileworldlive.com/apps/news-apps/whatsapp-apologises-for-temporary-outage/',
  ),
  outage(
    '2017-11-03',
    '08:00',
    'whatsapp-only',
    ['start', 'length'],
    'https://hothardware.com/news/whatsapp-was-down-globally',
    'https://www.business-standard.com/amp/article/technology/whatsapp-hit-by-temporary-global-outage-117110300853_1.html',
  ),
  outage(
    '2017-11-30',
    '18:20',
    'whatsapp-only',
    ['alone'],
    'https://bentonpena.org/whatsapp-down-outages-reported-around-the-world',
  ),
  outage(
    '2017-12-31',
    '18:30',
    'whatsapp-only',
    ['start', 'length'],
    'https://www.financialexpress.com/industry/technology/whatsapp-crashed-at-midnight-just-ahead-of-the-year-2018-the-real-reason-why-remains-hidden/997381/',
    'https://www.ibtimes.sg/whatsapp-crashes-new-year-eve-asia-rushes-welcome-2018-22516',
  ),
  outage(
    '2019-01-22',
    '18:00',
    'whatsapp-only',
    ['start'],
    'https://www.noticias-sanluis.com/2019/01/reportan-caida-a-nivel-mundial-de-whatsapp/',
    'https://losandes.com.ar/se-cayo-whatsapp-en-todo-el-mundo-las-divertidas-reacciones-en-las-redes',
  ),
  outage(
    '2019-03-13',
    '16:01',
    'meta-wide',
    ['length'],
    'https://mobilesyrup.com/2019/03/14/facebook-downtime-facebook-says-14-hour-downtime-was-caused-by-server-configuration-change/',
    'https://readwrite.com/facebook-outage-blamed-on-server-problem/',
  ),
  outage(
    '2019-04-14',
    '10:30',
    'meta-wide',
    [],
    'https://www.techjuice.pk/facebook-instagram-and-whatsapp-are-finally-back-after-experiencing-global-outages/',
    'https://thewhistler.ng/twitter-reacts-as-facebook-instagram-whatsapp-down-globally/',
  ),
  outage(
    '2019-07-03',
    '13:30',
    'messages-only',
    ['length'],
    'https://www.medianama.com/2019/07/223-facebook-instagram-and-whatsapp-back-after-8-hour-outage-that-left-users-unable-to-load-photos-videos/',
    'https://www.siliconrepublic.com/enterprise/whatsapp-facebook-instagram-messenger-twitter-outages',
  ),
  outage(
    '2019-10-30',
    '15:00',
    'meta-wide',
    ['alone'],
    'https://www.corriere.it/tecnologia/social/19_ottobre_30/instagram-whatsapp-down-app-non-funzionano-feed-invio-messaggi-bloccati-6983ec44-fb32-11e9-b1c6-a381abba5d9f.shtml',
  ),
  outage(
    '2020-01-19',
    '11:00',
    'messages-only',
    ['length'],
    'https://elementa.su/why-whatsapp-didnt-let-you-send-pictures-and-voice-notes-yesterday/',
    'https://www.premiumtimesng.com/news/more-news/373380-whatsappdown-whatsapp-experiences-downtime-as-twitter-users-troll.html',
  ),
  outage(
    '2020-07-14',
    '20:00',
    'whatsapp-only',
    ['length'],
    'https://upnewsinfo.com/2020/07/14/whatsapp-went-down-for-nearly-an-hour/',
    'https://www.dnaindia.com/social-media/report-whatsappdown-twitterati-share-hilarious-memes-gifs-after-messaging-app-s-brief-outage-2832369',
  ),
  outage(
    '2021-03-19',
    '17:20',
    'meta-wide',
    [],
    'https://zeenews.india.com/world/that-was-long-45-minutes-says-whatsapp-after-global-outage-2349044.html',
    'https://indianexpress.com/article/explained/whatsapp-instagram-global-outage-explained-7236774/',
  ),
  outage(
    '2021-10-04',
    '15:39',
    'meta-wide',
    [],
    'https://blog.cloudflare.com/during-the-facebook-outage/',
    'https://mailman.nanog.org/pipermail/nanog/2021-October/215839.html',
  ),
  outage(
    '2022-04-28',
    '20:30',
    'whatsapp-only',
    ['alone'],
    'https://d33gy59ovltp76.cloudfront.net/news/thousands-of-whatsapp-users-cut-off-in-major-incident',
  ),
  outage(
    '2022-10-25',
    '06:37',
    'whatsapp-only',
    ['length'],
    'https://puneprime.news/whatsapp-is-back-after-longest-outage-ever/',
    'https://telecom.economictimes.indiatimes.com/news/whatsapp-down-meta-issues-apology-for-longest-outage-ever/95080052',
  ),
  outage(
    '2023-06-16',
    '18:45',
    'messages-only',
    [],
    'https://www.breakinglatest.news/sports/whatsapp-down-june-16-problems-also-for-instagram-and-facebook-all-over-the-world/',
    'https://www.cbsnews.com/sanfrancisco/news/worldwide-outages-hits-facebook-instagram-whatsapp-social-media-platforms/',
  ),
  outage(
    '2023-07-19',
    '20:00',
    'whatsapp-only',
    ['length'],
    'https://publicnews.com/20-Jul-2023/33043',
    'https://pledgetimes.com/whatsapp-is-back-up-and-running-after-an-hour-of-downtime/',
  ),
  outage(
    '2024-04-03',
    '18:00',
    'whatsapp-only',
    ['length'],
    'https://www.hindustantimes.com/world-news/us-news/is-whatsapp-down-users-across-us-several-other-countries-report-outages-101712170232529.html',
    'https://menafn.com/1108057824/WhatsApp-restores-services-following-global-outage-lasting-for-nearly-1-hour',
  ),
  outage(
    '2024-11-25',
    '00:00',
    'web-only',
    ['start'],
    'https://www.pulselive.co.ke/articles/news/whatsapp-web-hit-by-global-outage-2024112515332676222',
    'https://www.kenyans.co.ke/news/106723-why-whatsapp-web-has-been-slow?page=1',
  ),
  outage(
    '2024-12-11',
    '17:40',
    'meta-wide',
    ['length'],
    'https://securityticks.com/facebook-instagram-whatsapp-worldwide-outage',
    'https://thegulfentrepreneur.com/shuts-down-whatsapp-instagram-facebook',
  ),
  outage(
    '2025-02-28',
    '15:10',
    'whatsapp-only',
    ['length'],
    'https://particle.news/story/whatsapp-experiences-widespread-service-outage',
    'https://evrimagaci.org/tpg/global-whatsapp-outage-causes-frustration-worldwide-239303',
  ),
  outage(
    '2025-04-12',
    '11:50',
    'messages-only',
    [],
    'https://zealnews.africa/en/post/whatsapp-outage-yR7cc',
    'https://indoberita.biz/2025/04/12/tagar-whatsappdown-trending-grup-chat-lumpuh-karena-whatsapp-sempat-error/',
  ),
  outage(
    '2025-08-13',
    '19:24',
    'web-only',
    ['start'],
    'https://diariodelyaqui.mx/viral/usuarios-reportan-caida-de-whatsapp-esto-paso-en-mexico-este-miercoles-13-de-agosto/115715',
    'https://www.record.com.mx/contra/whatsapp-web-presenta-fallas-este-13-de-agosto-usuarios-reportan-caida-global',
  ),
  outage(
    '2025-09-08',
    '06:30',
    'whatsapp-only',
    [],
    'https://www.nationalheraldindia.com/science-tech/whatsapp-down-users-in-india-report-messaging-status-issues',
    'https://www.indiaherald.com/Viral/Read/994846656/WhatsApp-Down-Across-Mobile-and-Web',
  ),
  outage(
    '2025-11-04',
    '14:00',
    'web-only',
    [],
    'https://tribunademexico.com/fallo-whatsapp-web/',
    'https://localnewswave.com/article/1038269478508675072',
  ),
  outage(
    '2026-02-27',
    '03:24',
    'web-only',
    [],
    'https://www.discountwalas.com/whatsapp-web-outage-users-report-login-and-syncing-issues-in-india/?amp=1',
    'https://www.punjabkesari.in/national/news/whatsapp-web-suddenly-went-down-users-are-having-trouble-logging-2299363',
  ),
  outage(
    '2026-06-12',
    '13:30',
    'meta-wide',
    ['affected', 'length'],
    'https://thevortiq.com/en/articulo/meta-suffers-global-outage-facebook-instagram-and-whatsapp-down',
    'https://www.hngn.com/articles/271579/20260612/facebook-down-100000-plus-users-instagram-meta-ads-hit-global-outage.htm',
  ),
  outage(
    '2026-06-23',
    '21:30',
    'meta-wide',
    ['alone'],
    'https://www.newsy-today.com/meta-platforms-down-facebook-instagram-and-whatsapp-outage/',
  ),
];
