/**
 * Every other way we know, for our pages: who owns it, where it is on the web, what opens it, and where its state is told. The order
 * is the one in which they are offered to choose from. No date: from the status pages' own addresses or the vendors' documents,
 * collected 2026-11; "[unproven]" was not found in any document.
 */
import type { Way } from '../core/ways';
import type { Format } from '../sources/status/formats';
import { FIRST_WAYS } from './first-ways';

/** How people are found there; `contacts.ts` makes links of it. */
export type ContactKind = 'telegram' | 'number' | 'mail' | 'matrix' | 'name';

/** Where an app's own state is told. */
export interface StatusSource {
  /** For people. */
  page: string;
  /** For us. */
  url: string;
  format: Format;
  /** The product on a page about several. */
  product?: string;
  /** Everybody may read it (CORS). The others are asked only once the person allowed their origin: see `docs/adr/0015`. */
  open: boolean;
}

export interface App extends Way {
  owner: string;
  /** Opens the installed app; `null` where none is known, or the link itself does. */
  app: string | null;
  /** Asked whether its web host answers; `null` where there is nothing to ask. */
  probe: string | null;
  status: StatusSource | null;
  contact: ContactKind;
}

/** Statuspage and its copies let any web page read them: eighteen are read so by github.com/happy-health/hpy-uptime (2026). */
const statuspage = (page: string): StatusSource => ({
  page: `${page}/`,
  url: `${page}/api/v2/summary.json`,
  format: 'statuspage',
  open: true,
});

type Rest = Omit<App, 'id' | 'name' | 'href'>;
const first = (id: string, rest: Rest): App => ({
  ...(FIRST_WAYS.find((way) => way.id === id) as Way),
  ...rest,
});

export const APPS: readonly App[] = [
  first('telegram', {
    owner: 'Telegram',
    app: 'tg://', // core.telegram.org/api/links
    probe: 'https://web.telegram.org/favicon.ico',
    status: null, // No status page that machines can read; announcements only.
    contact: 'telegram',
  }),
  first('signal', {
    owner: 'Signal Foundation',
    app: 'sgnl://', // [unproven]
    probe: 'https://signal.org/favicon.ico',
    status: {
      page: 'https://status.signal.org/',
      url: 'https://status.signal.org/',
      format: 'signal',
      open: false,
    },
    contact: 'number',
  }),
  first('sms', { owner: 'carrier', app: null, probe: null, status: null, contact: 'number' }),
  first('phone', { owner: 'carrier', app: null, probe: null, status: null, contact: 'number' }),
  first('email', { owner: 'carrier', app: null, probe: null, status: null, contact: 'mail' }),
  {
    id: 'discord',
    name: 'Discord',
    href: 'https://discord.com/app',
    owner: 'Discord',
    app: 'discord://', // [unproven]
    probe: 'https://discord.com/favicon.ico',
    status: statuspage('https://discordstatus.com'),
    contact: 'name',
  },
  {
    id: 'slack',
    name: 'Slack',
    href: 'https://app.slack.com/client',
    owner: 'Salesforce',
    app: 'slack://open', // docs.slack.dev/interactivity/deep-linking
    probe: 'https://app.slack.com/favicon.ico',
    // status.slack.com leads here (2026); web pages read it (github.com/happy-health/hpy-uptime, 2026).
    status: {
      page: 'https://slack-status.com/',
      url: 'https://slack-status.com/api/v2.0.0/current',
      format: 'slack',
      open: true,
    },
    contact: 'name',
  },
  {
    id: 'google-chat',
    name: 'Google Chat',
    href: 'https://chat.google.com/',
    owner: 'Google',
    app: null,
    probe: 'https://chat.google.com/favicon.ico',
    status: {
      page: 'https://www.google.com/appsstatus/',
      url: 'https://www.google.com/appsstatus/dashboard/incidents.json',
      format: 'google',
      product: 'Google Chat',
      open: false,
    },
    contact: 'mail',
  },
  {
    id: 'teams',
    name: 'Microsoft Teams',
    href: 'https://teams.live.com/',
    owner: 'Microsoft',
    app: 'msteams:', // [unproven] without a path
    probe: 'https://teams.live.com/favicon.ico',
    status: {
      page: 'https://status.cloud.microsoft/',
      url: 'https://status.cloud.microsoft/api/posts/m365Consumer',
      format: 'microsoft',
      product: 'Microsoft Teams',
      open: false,
    },
    contact: 'mail',
  },
  {
    id: 'zoom',
    name: 'Zoom',
    href: 'https://app.zoom.us/wc/home',
    owner: 'Zoom',
    app: 'zoommtg://', // developers.zoom.us, url schemes
    probe: 'https://app.zoom.us/favicon.ico',
    status: statuspage('https://www.zoomstatus.com'), // Moved from status.zoom.us.
    contact: 'mail',
  },
  {
    // Any Matrix server is reached by it; the state told is of the largest one, matrix.org.
    id: 'element',
    name: 'Element (Matrix)',
    href: 'https://app.element.io/',
    owner: 'Element',
    app: 'element://', // [unproven]
    probe: 'https://app.element.io/favicon.ico',
    status: statuspage('https://status.matrix.org'),
    contact: 'matrix',
  },
  {
    // No web client, and no status page that machines can read.
    id: 'viber',
    name: 'Viber',
    href: 'https://www.viber.com/download/',
    owner: 'Rakuten',
    app: 'viber://chats', // developers.viber.com, deep links
    probe: 'https://www.viber.com/favicon.ico',
    status: null,
    contact: 'number',
  },
  {
    // On Apple's devices only, and there the link for SMS opens it.
    id: 'imessage',
    name: 'iMessage',
    href: 'sms:',
    owner: 'Apple',
    app: null,
    probe: null,
    status: {
      page: 'https://www.apple.com/support/systemstatus/',
      url: 'https://www.apple.com/support/systemstatus/data/system_status_en_US.js',
      format: 'apple',
      product: 'iMessage',
      open: false,
    },
    contact: 'number',
  },
  // Both share WhatsApp's fate (`SHARE_ITS_FATE`): offered only when the trouble is known to be on this side.
  {
    id: 'messenger',
    name: 'Messenger',
    href: 'https://www.messenger.com/',
    owner: 'Meta',
    app: null,
    probe: 'https://www.messenger.com/favicon.ico',
    status: null, // Meta's own page is asked for WhatsApp already, and says nothing of it when all of Meta is well.
    contact: 'name',
  },
  {
    id: 'instagram',
    name: 'Instagram',
    href: 'https://www.instagram.com/direct/inbox/',
    owner: 'Meta',
    app: null,
    probe: 'https://www.instagram.com/favicon.ico',
    status: null,
    contact: 'name',
  },
];
