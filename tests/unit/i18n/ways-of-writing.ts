/** How each language is written, for the tests of its catalogue. Reasons: `docs/languages.md`. */

export interface WayOfWriting {
  /** Its own letters, where they are not Latin: Latin ones are then names, or were forgotten. */
  script?: RegExp;
  direction?: 'rtl';
  /** Around quoted words. */
  quotes: readonly [string, string];
  /** Ends a sentence. */
  stop?: string;
  digits?: 'arab' | 'beng';
  /** Headlines may be longer where small words are written apart. */
  headline?: number;
  /** Forms of address that this catalogue does not use. */
  notAddressed?: RegExp;
}

const LATIN = ['“', '”'] as const;
const GUILLEMETS = ['«', '»'] as const;

/** `\b` knows ASCII letters alone. */
const words = (list: string) => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'iu');

export const WRITING: Readonly<Record<string, WayOfWriting>> = {
  ar: { script: /\p{Script=Arabic}/u, direction: 'rtl', quotes: GUILLEMETS, digits: 'arab' },
  bn: {
    script: /\p{Script=Bengali}/u,
    quotes: LATIN,
    stop: '।',
    digits: 'beng',
    notAddressed: words('তুমি|তোমার|তুই|তোর'),
  },
  de: { quotes: ['„', '“'], notAddressed: /(?<!\p{L})(?:Sie|Ihre?[mnrs]?|Ihnen)(?!\p{L})/u },
  en: { quotes: LATIN },
  es: { quotes: GUILLEMETS, notAddressed: words('usted|ustedes|vos|vosotros') },
  fr: { quotes: ['«\u00a0', '\u00a0»'], notAddressed: words('tu|ton|tes|toi') },
  hi: {
    script: /\p{Script=Devanagari}/u,
    quotes: LATIN,
    stop: '।',
    headline: 9,
    notAddressed: words('तुम|तुम्हारा|तुम्हारे|तुम्हारी|तू'),
  },
  id: { quotes: LATIN, notAddressed: words('kamu|kalian|lu') },
  it: { quotes: GUILLEMETS, notAddressed: words('voi|vostro|vostra') },
  pt_BR: { quotes: LATIN, notAddressed: words('tu|teu|tua|o senhor|a senhora') },
  ru: { script: /\p{Script=Cyrillic}/u, quotes: GUILLEMETS, notAddressed: words('ты|твой|твоя|твоё|тебя') },
  sw: { quotes: LATIN },
  ta: { script: /\p{Script=Tamil}/u, quotes: LATIN, notAddressed: words('நீ|உன்|உன்னுடைய') },
  tr: { quotes: LATIN, notAddressed: words('sen|senin|sana|seni') },
  ur: {
    script: /\p{Script=Arabic}/u,
    direction: 'rtl',
    // As CLDR has them: the first stands on the right.
    quotes: ['”', '“'],
    stop: '۔',
    headline: 9,
    notAddressed: words('تم|تمہارا|تمہارے|تمہاری'),
  },
};

/** Names and abbreviations that stay as they are in every language. */
export const NAMES = [
  'Not Just Me',
  'WhatsApp',
  'WhatsApp Web',
  'web.whatsapp.com',
  'Meta',
  'Facebook',
  'Instagram',
  'Messenger',
  'Google',
  'Cloudflare',
  'Globalping',
  'IODA',
  'OONI',
  'api.ooni.io',
  'Hacker News',
  'Mastodon',
  'Downdetector',
  'check-host.net',
  '#whatsappdown',
  'https://',
  'ASN',
  'AS',
  'Wi-Fi',
  'VPN',
  'DNS',
  'HTTPS',
  'SMS',
  'CSV',
  'WA',
] as const;

/** Messages that are right to read like the English ones: `language key`. */
export const ALIKE: readonly string[] = [
  'de banner_details',
  'fr way_email',
  'id badge_between',
  'id way_email',
  'it way_email',
  'pt_BR way_email',
];

/** What antivirus programs and other pages call it where they are not translated. */
export const QUOTED_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  bn: ['web shield', 'HTTPS scanning', 'what is my ASN', 'service unavailable'],
  hi: ['web shield', 'HTTPS scanning', 'what is my ASN'],
  ta: ['web shield', 'HTTPS scanning', 'what is my ASN'],
  ur: ['web shield', 'HTTPS scanning', 'what is my ASN'],
};
