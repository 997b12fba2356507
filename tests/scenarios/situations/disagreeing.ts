/** Every pair of sources that can disagree about the side does, once. What each of the two says, and who is believed. */
import type { PageValue, Values } from '../../../src/core/evidence';
import {
  answers,
  CONTROLS_DEAD,
  country,
  crowd,
  device,
  dns,
  documentFailed,
  fails,
  MINUTE,
  meta,
  page,
  redirects,
  workedBefore,
  world,
} from '../../unit/witnesses';
import { moment, type RuleNumber, type Scenario, type Step } from '../scenario';

/** Sources that can say "it is theirs", and how. */
const THEM = {
  page: ['The page came with a server error.', {}],
  'recent-success': ['It worked in this very page minutes ago.', { 'recent-success': workedBefore(MINUTE) }],
  'whatsapp-host': ['WhatsApp’s own server answers our probe with 503.', { 'whatsapp-host': answers(503) }],
  dns: ['Both resolvers elsewhere lost WhatsApp’s name.', { dns: dns('gone', { control: 'addresses' }) }],
  'meta-status': ['Meta reports an outage.', { 'meta-status': meta('high') }],
  world: ['Twelve of twelve places in the world cannot reach it.', { world: world(12) }],
  phone: ['The person says that the phone fails too.', { phone: { works: false } }],
  crowd: ['People complain loudly.', { crowd: crowd(20, 3) }],
  country: ['Four of four places in the country cannot reach it.', { country: country(4) }],
} as const satisfies Record<string, readonly [string, Partial<Values>]>;

/** Sources that can say "it is yours", and how. */
const YOU = {
  blocked: ['The browser says that an add-on or a policy blocks the page.', {}],
  screen: ['WhatsApp’s own screen blames this network.', {}],
  portal: [
    'Firefox says that this network waits for a sign-in.',
    { 'this-device': device({ portalLocked: true }) },
  ],
  dead: ['Neither control answers here.', { 'this-device': CONTROLS_DEAD }],
  certificate: [
    'Somebody else’s certificate is shown here, while other sites are fine.',
    { 'whatsapp-host': fails('certificate'), 'this-device': device() },
  ],
  proxy: ['The browser names the proxy for our own probe.', { 'whatsapp-host': fails('proxy') }],
  redirect: ['Our probe is sent to another house.', { 'whatsapp-host': redirects('login.hotel.example') }],
  dns: [
    'The name is not resolved here, and both resolvers elsewhere have it.',
    { 'whatsapp-host': fails('name-not-resolved'), dns: dns('addresses'), 'this-device': device() },
  ],
  world: [
    'All of the world’s places reach what fails here three times.',
    { world: world(0), 'whatsapp-host': fails('reset'), 'this-device': device() },
  ],
  phone: ['The phone on another network works.', { phone: { works: true } }],
  country: [
    'All of the country’s places reach what fails here three times.',
    { country: country(0), 'whatsapp-host': fails('reset'), 'this-device': device() },
  ],
} as const satisfies Record<string, readonly [string, Partial<Values>]>;

const RESET = { 'whatsapp-host': fails('reset'), 'this-device': device() };
const ANSWERS = { 'whatsapp-host': answers(), 'this-device': device() };
const BROKEN = page('server-error', { status: 503 });
const FAILED = documentFailed('reset');
const NAMELESS = documentFailed('name-not-resolved');
const BLOCKED = documentFailed('blocked');
const LOST = page('connection-lost');

type Pair = readonly [
  them: keyof typeof THEM,
  you: keyof typeof YOU,
  page: PageValue,
  says: Step['says'],
  by: RuleNumber,
  therefore: string,
  also?: Partial<Values>,
];

const LOCAL_DNS = ['local', 'dns', 'likely'] as const;
const LOCAL_BLOCKED = ['local', 'blocked', 'likely'] as const;
const LOCAL_FIREWALL = ['local', 'firewall', 'likely'] as const;
const LOCAL_TLS = ['local', 'tls', 'likely'] as const;
const PORTAL = ['captive-portal', '', 'likely'] as const;
const GLOBAL = ['global', 'whatsapp-only', 'likely'] as const;
const REGIONAL = ['regional', '', 'likely'] as const;
const UNSURE = ['unsure', '', ''] as const;

const NOTHING_OUT = 'Nothing goes past that, whatever fails beyond it.';
const PORTAL_FIRST = 'Until somebody signs in, nothing else can be seen from here.';

const PAIRS: readonly Pair[] = [
  ['page', 'portal', BROKEN, PORTAL, '3', PORTAL_FIRST],
  [
    'page',
    'certificate',
    BROKEN,
    LOCAL_TLS,
    '4',
    'The error page was before; the certificate is now, and met by our own probe.',
  ],
  [
    'page',
    'dns',
    BROKEN,
    LOCAL_DNS,
    '7',
    'The error page was before; now the name is gone here and nowhere else.',
  ],
  [
    'page',
    'world',
    BROKEN,
    LOCAL_FIREWALL,
    '9',
    'The error page was before, and may have come from what stands in between.',
  ],
  [
    'page',
    'country',
    BROKEN,
    LOCAL_FIREWALL,
    '9',
    'The error page was before, and may have come from what stands in between.',
  ],
  [
    'page',
    'phone',
    BROKEN,
    GLOBAL,
    '12',
    'WhatsApp’s own server says so to the page and to us; phones may be served by another.',
    { 'whatsapp-host': answers(503) },
  ],

  [
    'recent-success',
    'screen',
    page('network-block'),
    LOCAL_FIREWALL,
    '17',
    'The screen names the network, and a filter may begin at nine.',
    ANSWERS,
  ],
  [
    'recent-success',
    'portal',
    LOST,
    PORTAL,
    '3',
    'Sign-ins run out, and then the line is another one.',
    { 'whatsapp-host': answers() },
  ],
  [
    'recent-success',
    'redirect',
    LOST,
    PORTAL,
    '3',
    'Sign-ins run out, and then the line is another one.',
    { 'this-device': device() },
  ],

  [
    'whatsapp-host',
    'blocked',
    BLOCKED,
    LOCAL_BLOCKED,
    '2',
    'The page would not get through even if WhatsApp’s server were well.',
  ],
  [
    'whatsapp-host',
    'dead',
    BROKEN,
    GLOBAL,
    '12',
    'Some networks block both controls; WhatsApp’s server was reached, and says itself that it fails.',
  ],
  [
    'whatsapp-host',
    'phone',
    LOST,
    UNSURE,
    '19',
    'The page says only that its connection is lost, so the server’s error has no second witness, and the phone’s network may be served by another.',
  ],

  ['dns', 'blocked', BLOCKED, LOCAL_BLOCKED, '2', NOTHING_OUT],
  ['dns', 'portal', NAMELESS, PORTAL, '3', PORTAL_FIRST],
  ['dns', 'proxy', documentFailed('proxy'), ['local', 'proxy', 'likely'], '2', NOTHING_OUT],
  [
    'dns',
    'world',
    NAMELESS,
    GLOBAL,
    '6',
    'Places far away still live on what their resolvers remember.',
    { 'whatsapp-host': fails('name-not-resolved') },
  ],
  [
    'dns',
    'phone',
    NAMELESS,
    GLOBAL,
    '6',
    'The phone lives on what it remembers.',
    { 'whatsapp-host': fails('name-not-resolved') },
  ],
  [
    'dns',
    'country',
    NAMELESS,
    GLOBAL,
    '6',
    'Places in the country still live on what their resolvers remember.',
    { 'whatsapp-host': fails('name-not-resolved') },
  ],

  ['meta-status', 'blocked', BLOCKED, LOCAL_BLOCKED, '2', NOTHING_OUT],
  ['meta-status', 'portal', FAILED, PORTAL, '3', PORTAL_FIRST],
  [
    'meta-status',
    'certificate',
    documentFailed('certificate'),
    LOCAL_TLS,
    '4',
    'An outage does not change the issuer of a certificate.',
  ],
  [
    'meta-status',
    'dns',
    NAMELESS,
    LOCAL_DNS,
    '7',
    'Meta speaks of its business products; the filter is named here.',
  ],
  [
    'meta-status',
    'world',
    FAILED,
    LOCAL_FIREWALL,
    '9',
    'Meta speaks of its business products, and the host that fails here is reached everywhere.',
  ],
  [
    'meta-status',
    'country',
    FAILED,
    LOCAL_FIREWALL,
    '9',
    'Meta speaks of its business products, and the host that fails here is reached all around.',
  ],
  [
    'meta-status',
    'phone',
    FAILED,
    GLOBAL,
    '10',
    'An outage spares some, and one phone is one; its network may be served by another part.',
    RESET,
  ],

  ['world', 'blocked', BLOCKED, LOCAL_BLOCKED, '2', NOTHING_OUT],
  ['world', 'portal', FAILED, PORTAL, '3', PORTAL_FIRST],
  [
    'world',
    'certificate',
    documentFailed('certificate'),
    GLOBAL,
    '8',
    'Whoever reads along here, there is nothing to read: most of the world is cut off.',
  ],
  [
    'world',
    'dns',
    NAMELESS,
    GLOBAL,
    '8',
    'Resolvers remember a name for minutes after it is gone; the places tried it now.',
  ],
  ['world', 'phone', FAILED, GLOBAL, '8', 'Twelve places are more than one phone.', RESET],
  ['world', 'country', FAILED, GLOBAL, '8', 'An outage spares some countries, and here it fails.'],

  ['phone', 'blocked', BLOCKED, LOCAL_BLOCKED, '2', NOTHING_OUT],
  ['phone', 'portal', FAILED, PORTAL, '3', PORTAL_FIRST],
  [
    'phone',
    'certificate',
    documentFailed('certificate'),
    LOCAL_TLS,
    '4',
    'A phone can fail for want of data; the certificate is another one here.',
  ],
  ['phone', 'dns', NAMELESS, LOCAL_DNS, '7', 'A phone can fail for want of data; the filter is named here.'],
  [
    'phone',
    'world',
    FAILED,
    ['regional', '', 'possible'],
    '9c',
    'Two networks of one place fail, and nobody else’s.',
  ],
  [
    'phone',
    'country',
    FAILED,
    ['regional', '', 'possible'],
    '9c',
    'Two networks of one place fail, and nobody else’s: one operator’s, perhaps.',
  ],

  ['crowd', 'screen', page('network-block'), LOCAL_FIREWALL, '17', 'The crowd decides nothing.', ANSWERS],
  ['crowd', 'portal', LOST, PORTAL, '3', PORTAL_FIRST, { 'whatsapp-host': answers() }],
  ['crowd', 'redirect', LOST, PORTAL, '3', PORTAL_FIRST, { 'this-device': device() }],

  ['country', 'blocked', BLOCKED, LOCAL_BLOCKED, '2', NOTHING_OUT],
  ['country', 'portal', FAILED, PORTAL, '3', PORTAL_FIRST],
  [
    'country',
    'certificate',
    documentFailed('certificate'),
    LOCAL_TLS,
    '4',
    'Whether the country’s trouble is everybody’s, nobody outside was asked; the certificate is named here.',
  ],
  [
    'country',
    'dns',
    NAMELESS,
    LOCAL_DNS,
    '7',
    'Whether the country’s trouble is everybody’s, nobody outside was asked; the filter is named here.',
  ],
  ['country', 'world', FAILED, REGIONAL, '9b', 'The two do not disagree at all: it is the country.'],
  [
    'country',
    'phone',
    FAILED,
    UNSURE,
    '19',
    'Nobody outside was asked, and the phone’s network is in the same country.',
    RESET,
  ],
];

export const SITUATIONS: readonly Scenario[] = PAIRS.map(
  ([them, you, shown, says, by, therefore, also = {}]) =>
    moment(
      `${them} against ${you === 'blocked' || you === 'screen' ? `the page (${you})` : you}`,
      shown,
      { ...THEM[them][1], ...YOU[you][1], ...also },
      says,
      by,
      `${THEM[them][0]} ${YOU[you][0]} ${therefore}`,
    ),
);
