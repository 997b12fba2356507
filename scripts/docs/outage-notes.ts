/** What the sources of each past outage say, and how its length was read from them. For `docs/outages.md`. */
export const NOTES: Readonly<Record<string, string>> = {
  '2014-02-22': '11:00 to 14:30 Pacific time; Reuters: more than three hours. Before WhatsApp Web existed.',
  '2015-08-26':
    'The start is the time in the name of a screenshot. Working again the next day; nobody wrote when.',
  '2015-12-31': 'Back within the hour, then down again; the end was not seen.',
  '2016-01-26': 'About an hour, by one newspaper.',
  '2017-05-03': 'Two and a half hours in Brazil (Reuters); WhatsApp itself: “a few hours”.',
  '2017-11-03': 'WhatsApp: about an hour; people: half an hour. Begun between 07:30 and 08:45.',
  '2017-11-30': 'Reports rose from 18:20 and it was still going on at 19:10. The end was not seen.',
  '2017-12-31': 'Around midnight in India. Two newspapers: two hours; another: 50 minutes.',
  '2019-01-22': '“Several minutes”; most reports between 18:00 and 19:00.',
  '2019-03-13':
    'Nearly 14 hours by most accounts; Instagram was back after 13. Facebook’s own page for developers: 22 hours.',
  '2019-04-14': '“More than two hours.”',
  '2019-07-03':
    'Pictures and voice messages only. Eight hours by one account, almost ten by another; nine is taken.',
  '2019-10-30': '“For hours”, still going on when it was written.',
  '2020-01-19':
    'Pictures and voice messages only. Three hours by two accounts, six by another; three is taken.',
  '2020-07-14':
    'Nearly an hour, until 20:45, with a statement of WhatsApp’s; a later newspaper says two hours; 50 minutes is taken.',
  '2021-03-19': 'WhatsApp itself: “a long 45 minutes”.',
  '2021-10-04': 'No names and no routes until about 21:50; WhatsApp worked again by 22:50.',
  '2022-04-28': 'WhatsApp said at 21:45 that it was back.',
  '2022-10-25': 'An hour and a half to a little over two hours; two is taken.',
  '2023-06-16':
    'Mostly pictures and voice messages. Thousands of reports from 18:45 to 20:45; the end was not seen.',
  '2023-07-19':
    'WhatsApp said at 21:06 that it was back. 20 minutes to more than an hour by others; 66 minutes is taken.',
  '2024-04-03': 'Nearly an hour; the same account gives 20 minutes for the worst of it.',
  '2024-11-25': 'Most reports on Monday, some since Sunday. Nobody wrote when it began or ended.',
  '2024-12-11': 'Mostly back after two hours; Meta said “99 %” only after six and a half.',
  '2025-02-28': 'Until about 16:00; weaker pages say several hours.',
  '2025-04-12': 'In two waves, until 15:13: messages to groups, then others.',
  '2025-08-13': '13:24 to about 16:00 in Mexico; elsewhere people wrote of an earlier start.',
  '2025-09-08': 'India; few reports. Nobody wrote when it ended.',
  '2025-11-04': '08:00 to about 10:00 in Mexico.',
  '2026-02-27': 'India. More than an hour; over by 06:39.',
  '2026-06-12': 'Two to more than four hours; three is taken. One source counts WhatsApp out.',
  '2026-06-23': 'One weak source; nobody wrote when it ended.',
};

/** Days on which Meta failed and WhatsApp did not: in no list of WhatsApp’s outages, and compared with nothing. */
export const NOT_WHATSAPP: readonly (readonly [day: string, told: string, source: string])[] = [
  [
    '2024-03-05',
    'Facebook, Instagram, Messenger and Threads for about two hours; WhatsApp worked.',
    'https://news.2dms.com/article/whatsapp-is-down-worldwide-while-instagram-and-facebook-have-issues-too',
  ],
];

/** Further addresses, which are not shipped. */
export const MORE_SOURCES: Readonly<Record<string, readonly string[]>> = {
  '2017-05-03': ['https://ciol.com/whatsapp-suffers-major-global-outage-now-back-online'],
  '2017-11-03': ['https://archives.lincolndailynews.com/2017/Nov/03/NEWS/business_d.shtml'],
  '2017-12-31': [
    'https://www.newsworldindia.in/viral/whatsapp-down-on-new-year-s-eve-twitterati-go-into-overdrive/284367/',
  ],
  '2019-03-13': [
    'https://www.marketscreener.com/FACEBOOK-10547141/news/Facebook-and-Instagram-Suffer-Lengthy-Outages-28170560/',
  ],
  '2020-01-19': [
    'https://corrieredellumbria.corr.it/news/attualita/1405989/whatsapp-in-tilt-per-sei-ore-domenica-19-gennaio-applicazione-non-funziona-in-molte-parti-del-mondo-italia-utenti-comunicazione-telefoni-smartphone.html',
  ],
  '2020-07-14': [
    'https://indianexpress.com/article/explained/whatsapp-instagram-global-outage-explained-7236774/',
  ],
  '2021-10-04': ['https://wikimili.com/en/2021_Facebook_outage'],
  '2022-10-25': [
    'https://www.republicworld.com/technology-news/apps/meta-issues-statement-after-fixing-whatsapp-outage-after-90-minutes-sparse-on-details-articleshow.html',
  ],
  '2023-06-16': [
    'https://viraltea.co.ke/meta-speaks-after-global-outage-hits-whatsapp-facebook-instagram-users',
  ],
  '2023-07-19': [
    'https://www.ilfattoquotidiano.it/2023/07/20/whatsapp-down-lapp-smette-di-funzionare-in-tutto-il-mondo-per-alcune-ore/7235348/',
  ],
  '2024-04-03': ['https://theeuropetoday.com/2024/04/04/whatsapp-services-restored-following-global-outage/'],
  '2024-12-11': ['https://hollywoodlife.com/feature/when-will-facebook-instagram-come-back-5353250/'],
  '2025-02-28': [
    'https://evrimagaci.org/tpg/global-whatsapp-outage-disrupts-millions-on-february-28-2025-239637',
  ],
  '2025-04-12': ['https://www.fixyanet.com/2025/04/whatsapp-goes-down-globally-users.html'],
  '2025-08-13': [
    'https://notisclepr5c-la.com/viral/tecnologia/whatsapp-web-sufrio-caida-global-este-miercoles-13-de-agosto-el-servicio-fue-restablecido-horas-despues/',
  ],
  '2025-11-04': [
    'https://oom.elcolombiano.com/tecnologia/whatsapp-web-falla-caida-global-hoy-que-paso-PC30548610',
  ],
  '2026-06-12': [
    'https://www.type0.ai/articles/three-meta-apps-went-dark-on-friday-the-silence-around-why-is-the-real-story-f3a611218b',
  ],
};
