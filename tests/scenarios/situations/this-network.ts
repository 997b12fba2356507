/** What stands in the way is the network between this computer and WhatsApp. */
import {
  answers,
  CONTROLS_DEAD,
  device,
  dns,
  documentFailed,
  fails,
  MINUTE,
  meta,
  metaPage,
  page,
  redirects,
  SECOND,
  workedBefore,
  world,
} from '../../unit/witnesses';
import type { Scenario } from '../scenario';

const FOUND = dns('addresses');

export const SITUATIONS: readonly Scenario[] = [
  {
    name: 'no network at all',
    why: 'The browser says for our own probe that it is disconnected. Nobody else can be asked.',
    never: ['global', 'local'],
    story: [
      {
        when: 'it is offline',
        page: documentFailed('disconnected', 'net::ERR_INTERNET_DISCONNECTED'),
        hears: {
          'whatsapp-host': fails('disconnected', 1),
          'this-device': device({ online: false, google: false, cloudflare: false }),
        },
        says: ['offline', '', 'likely'],
        by: '2',
      },
    ],
  },
  {
    name: 'no network, though the browser says online',
    why: '`navigator.onLine` is true whenever any network card is up, a virtual one too. Our own probe’s error says that it is disconnected.',
    never: ['global', 'local'],
    story: [
      {
        when: 'it is offline',
        page: documentFailed('disconnected'),
        hears: { 'whatsapp-host': fails('disconnected', 1), 'this-device': CONTROLS_DEAD },
        says: ['offline', '', 'likely'],
        by: '2',
      },
    ],
  },
  {
    name: 'the browser says offline, and the probe only waits',
    why: '`navigator.onLine` false is trusted where nothing contradicts it. Our probe’s error is another one: on its way out it met a dead line.',
    never: ['global', 'local'],
    story: [
      {
        when: 'it is offline',
        page: page('connection-lost'),
        hears: {
          'whatsapp-host': fails('timed-out', 1),
          'this-device': device({ online: false, google: false, cloudflare: false }),
        },
        says: ['offline', '', 'likely'],
        by: '2',
      },
    ],
  },
  {
    name: 'the router lost its line',
    why: 'The computer is on the network, and nothing behind it answers: not the controls, not WhatsApp, not the resolvers, not Meta. Only all of them together mean offline.',
    never: ['global', 'local'],
    story: [
      {
        when: 'dead controls alone are not offline: some networks block both',
        page: documentFailed('timed-out'),
        hears: { 'this-device': CONTROLS_DEAD, 'whatsapp-host': fails('timed-out') },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'silence all around is',
        afterMs: 5 * SECOND,
        silent: { dns: 'unreachable', 'meta-status': 'unreachable' },
        says: ['offline', '', 'likely'],
        by: '5',
      },
    ],
  },
  {
    name: 'a half-dead VPN that swallows everything',
    why: 'Connections are taken and nothing ever comes back. To this computer that is the same as being offline.',
    never: ['global', 'local'],
    story: [
      {
        when: 'it is offline',
        page: page('connection-lost'),
        hears: { 'this-device': CONTROLS_DEAD, 'whatsapp-host': fails('timed-out') },
        silent: { dns: 'unreachable', 'meta-status': 'unreachable' },
        says: ['offline', '', 'likely'],
        by: '5',
      },
    ],
  },
  {
    name: 'a half-dead VPN: the handshake passes, then nothing',
    why: 'Small answers get through, the socket opens and stays silent. Switching the VPN on voided the recent success, so nobody is accused.',
    never: ['global', 'local', 'offline'],
    story: [
      {
        when: 'nobody can tell',
        page: page('connection-lost'),
        hears: {
          'this-device': device(),
          'whatsapp-host': answers(),
          dns: FOUND,
          'meta-status': meta('nothing'),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the world reaches the same host: it cannot see the socket',
        afterMs: MINUTE,
        hears: { world: world(0) },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'hotel Wi-Fi that redirects',
    why: 'WhatsApp’s address is answered by a redirect to the hotel’s own host. The network wants a sign-in first.',
    never: ['global', 'local', 'working'],
    story: [
      {
        when: 'a sign-in waits',
        page: page('document-redirected'),
        hears: { 'whatsapp-host': redirects('login.hotel.example'), 'this-device': device() },
        says: ['captive-portal', '', 'likely'],
        by: '3',
      },
    ],
  },
  {
    name: 'hotel Wi-Fi that redirects metastatus.com only',
    why: 'The probe of WhatsApp is cut off and Meta’s page is redirected to the hotel’s host. A redirect to a foreign host from either of the two is a sign-in network’s.',
    never: ['global', 'local'],
    story: [
      {
        when: 'a sign-in waits',
        page: documentFailed('reset'),
        hears: { 'whatsapp-host': fails('reset'), 'this-device': device() },
        metaAnswers: { kind: 'redirect', toHost: 'login.hotel.example' },
        says: ['captive-portal', '', 'likely'],
        by: '3',
      },
    ],
  },
  {
    name: 'a redirect whose target the browser does not tell',
    why: 'WhatsApp may move its probe’s address within its own houses. Only a redirect known to lead to a foreign host is a sign-in network’s.',
    never: ['captive-portal', 'global', 'local'],
    story: [
      {
        when: 'nobody can tell',
        page: page('cannot-connect'),
        hears: { 'whatsapp-host': redirects(null), 'this-device': device() },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'hotel Wi-Fi that answers everything itself',
    why: 'WhatsApp’s probe and metastatus.com are answered with the very same web page. No two of their owners would send it.',
    never: ['global', 'local', 'working'],
    story: [
      {
        when: 'one web page alone is not judged before Meta’s host was asked',
        page: page('document-unanswered'),
        hears: { 'whatsapp-host': answers(200, 'welcome-page'), 'this-device': device() },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the same page from both is a sign-in',
        hears: { 'meta-status': metaPage('welcome-page') },
        says: ['captive-portal', '', 'likely'],
        by: '3',
      },
    ],
  },
  {
    name: 'hotel Wi-Fi that Firefox knows',
    why: 'Firefox’s own service says that the portal is locked. WhatsApp’s host fails here as everything does.',
    never: ['global', 'local'],
    story: [
      {
        when: 'a sign-in waits',
        page: documentFailed('timed-out'),
        hears: { 'whatsapp-host': fails('timed-out', 1), 'this-device': device({ portalLocked: true }) },
        says: ['captive-portal', '', 'likely'],
        by: '3',
      },
    ],
  },
  {
    name: 'hotel Wi-Fi that shows its own certificate',
    why: 'A foreign certificate while both controls are dead is how many portals look. It is possible, not proven.',
    never: ['global', 'local'],
    story: [
      {
        when: 'a sign-in may wait',
        page: documentFailed('certificate'),
        hears: { 'whatsapp-host': fails('certificate'), 'this-device': CONTROLS_DEAD },
        says: ['captive-portal', '', 'possible'],
        by: '3',
      },
    ],
  },
  {
    name: 'a sign-in network, and WhatsApp works everywhere else',
    why: 'The world and the phone say that it is this side. That it is a sign-in they cannot see, so it stays as sure as it was.',
    never: ['global'],
    story: [
      {
        when: 'a sign-in waits, likely and no more',
        page: documentFailed('timed-out'),
        hears: {
          'this-device': device({ portalLocked: true }),
          'whatsapp-host': fails('timed-out'),
          world: world(0),
          phone: { works: true },
        },
        says: ['captive-portal', '', 'likely'],
        by: '3',
      },
    ],
  },
  {
    name: 'a page we do not know, and a filtered name',
    why: 'A filter shows a page of its own in WhatsApp’s place. Our probe does not resolve the name, and both resolvers elsewhere do.',
    never: ['global'],
    story: [
      {
        when: 'the name is filtered here',
        page: page('page-unknown'),
        hears: { 'whatsapp-host': fails('name-not-resolved'), 'this-device': device(), dns: FOUND },
        says: ['local', 'dns', 'likely'],
        by: '7',
      },
    ],
  },
  {
    name: 'metastatus.com alone answers with a web page',
    why: 'It does so for every path it does not know. Alone it is no sign of a sign-in network.',
    never: ['captive-portal', 'global', 'local'],
    story: [
      {
        when: 'nobody can tell',
        page: page('cannot-connect'),
        hears: { 'whatsapp-host': answers(), 'this-device': device(), 'meta-status': metaPage('spa-shell') },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'two web pages that differ',
    why: 'WhatsApp’s probe and metastatus.com each answer with a page of their own. Two owners, two pages: nobody answers for both.',
    never: ['captive-portal', 'global', 'local'],
    story: [
      {
        when: 'nobody can tell',
        page: page('cannot-connect'),
        hears: {
          'whatsapp-host': answers(200, 'whatsapps-page'),
          'this-device': device(),
          'meta-status': metaPage('spa-shell'),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'antivirus that reads along',
    why: 'WhatsApp’s connection shows a certificate of another issuer while other sites are fine. Somebody in between intercepts it.',
    never: ['global'],
    story: [
      {
        when: 'it is intercepted here',
        page: documentFailed('certificate', 'net::ERR_CERT_AUTHORITY_INVALID'),
        hears: { 'whatsapp-host': fails('certificate', 1), 'this-device': device(), dns: FOUND },
        says: ['local', 'tls', 'likely'],
        by: '4',
      },
    ],
  },
  {
    name: 'a school’s DNS filter',
    why: 'The name is not resolved here, and two resolvers elsewhere have its addresses. The filter is this network’s.',
    never: ['global', 'captive-portal'],
    story: [
      {
        when: 'the name is filtered here',
        page: documentFailed('name-not-resolved', 'net::ERR_NAME_NOT_RESOLVED'),
        hears: { 'whatsapp-host': fails('name-not-resolved', 1), 'this-device': device(), dns: FOUND },
        says: ['local', 'dns', 'likely'],
        by: '7',
      },
      {
        when: 'the world reaches it: two independent witnesses agree',
        afterMs: 20 * SECOND,
        hears: { 'whatsapp-host': fails('name-not-resolved'), world: world(0) },
        says: ['local', 'dns', 'confirmed'],
        by: '7',
      },
    ],
  },
  {
    name: 'a school’s DNS filter, told by the phone',
    why: 'The name is filtered here, and WhatsApp works on the phone without Wi-Fi. The resolvers elsewhere and the phone’s network know nothing of each other.',
    never: ['global'],
    story: [
      {
        when: 'two independent witnesses agree',
        page: documentFailed('name-not-resolved'),
        hears: {
          'whatsapp-host': fails('name-not-resolved'),
          'this-device': device(),
          dns: FOUND,
          phone: { works: true },
        },
        says: ['local', 'dns', 'confirmed'],
        by: '7',
      },
    ],
  },
  {
    name: 'a school’s DNS filter that also blocks the resolvers elsewhere',
    why: 'Without the resolvers nobody can say where the name is gone. The world can, when it is asked: whoever reaches it has resolved its name.',
    never: ['global'],
    story: [
      {
        when: 'nobody can tell',
        page: documentFailed('name-not-resolved'),
        hears: { 'whatsapp-host': fails('name-not-resolved'), 'this-device': device() },
        silent: { dns: 'unreachable' },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the world reaches it',
        afterMs: 30 * SECOND,
        hears: { world: world(1) },
        says: ['local', 'dns', 'likely'],
        by: '9',
      },
    ],
  },
  {
    name: 'one odd resolver elsewhere',
    why: 'One of the two resolvers lost the name and the other has it. One odd resolver is nothing.',
    never: ['global', 'local'],
    story: [
      {
        when: 'nobody can tell',
        page: documentFailed('name-not-resolved'),
        hears: {
          'whatsapp-host': fails('name-not-resolved'),
          'this-device': device(),
          dns: dns(['gone', 'addresses'], { control: 'addresses' }),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'a country’s block by reset',
    why: 'Every connection to WhatsApp is cut on the way, the rest of the net works, and the world reaches it. It is this network’s or this country’s doing.',
    never: ['global', 'captive-portal', 'offline'],
    story: [
      {
        when: 'nobody can tell without the world',
        page: documentFailed('reset', 'net::ERR_CONNECTION_RESET'),
        hears: {
          'whatsapp-host': fails('reset'),
          'this-device': device(),
          dns: FOUND,
          'meta-status': meta('nothing'),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the world reaches it',
        afterMs: 30 * SECOND,
        hears: { world: world(1) },
        says: ['local', 'firewall', 'likely'],
        by: '9',
      },
      {
        when: 'the phone on another network works: two witnesses agree',
        afterMs: 30 * SECOND,
        hears: { phone: { works: true } },
        says: ['local', 'firewall', 'confirmed'],
        by: '9',
      },
    ],
  },
  {
    name: 'a country’s block by silence',
    why: 'Nothing of WhatsApp’s answers, and the browser itself would wait for 240 seconds. The document is given up after ten.',
    never: ['global', 'captive-portal', 'offline'],
    story: [
      {
        when: 'one silent probe is not a verdict, even with the world’s word',
        page: page('document-unanswered'),
        hears: {
          'whatsapp-host': fails('timed-out', 1),
          'this-device': device(),
          dns: FOUND,
          world: world(0),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'three are',
        afterMs: 16 * SECOND,
        hears: { 'whatsapp-host': fails('timed-out', 3) },
        says: ['local', 'firewall', 'likely'],
        by: '9',
      },
    ],
  },
  {
    name: 'a block that half the world shares',
    why: 'Five of twelve places cannot reach WhatsApp. That is neither everybody nor only here.',
    never: ['global', 'local'],
    story: [
      {
        when: 'nobody can tell',
        page: documentFailed('timed-out'),
        hears: { 'whatsapp-host': fails('timed-out'), 'this-device': device(), dns: FOUND, world: world(5) },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'three places of the world',
    why: 'Fewer than four valid results are no measurement. Neither their failing nor their reaching it counts.',
    never: ['global', 'local'],
    story: [
      {
        when: 'three that fail say nothing',
        page: documentFailed('timed-out'),
        hears: {
          'whatsapp-host': fails('timed-out'),
          'this-device': device(),
          dns: FOUND,
          world: world(3, 3),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'nor do three that reach it',
        afterMs: MINUTE,
        hears: { world: world(0, 3) },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'a proxy that blocks only websockets',
    why: 'Everything but the socket works, and the page had not worked here before. That looks exactly like WhatsApp’s own socket failing, so nobody is accused.',
    never: ['global', 'local'],
    story: [
      {
        when: 'nobody can tell',
        page: page('cannot-connect'),
        hears: {
          'whatsapp-host': answers(),
          'this-device': device(),
          dns: FOUND,
          'meta-status': meta('nothing'),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the world cannot help: it does not see sockets',
        afterMs: MINUTE,
        hears: { world: world(0) },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the phone works: this browser or WhatsApp Web',
        afterMs: MINUTE,
        hears: { phone: { works: true } },
        says: ['unsure', '', ''],
        by: '18',
      },
    ],
  },
  {
    name: 'WhatsApp’s own network-block screen',
    why: 'WhatsApp itself tells that this network keeps it from loading. It explains that in the page, so we say the same.',
    never: ['global'],
    story: [
      {
        when: 'the network blocks it',
        page: page('network-block'),
        hears: { 'whatsapp-host': answers(), 'this-device': device(), dns: FOUND },
        says: ['local', 'firewall', 'likely'],
        by: '17',
      },
      {
        when: 'the phone works: still so',
        hears: { phone: { works: true } },
        says: ['local', 'firewall', 'likely'],
        by: '17',
      },
    ],
  },
  {
    name: 'WhatsApp’s own network-block screen, minutes after it worked',
    why: 'The office’s filter starts at nine while the page was open at five to. The screen names the network; it is neither of the failures (layers 3 and 4) that recent success turns into an outage.',
    never: ['global'],
    story: [
      {
        when: 'the network blocks it',
        page: page('network-block'),
        hears: {
          'whatsapp-host': answers(),
          'this-device': device(),
          dns: FOUND,
          'recent-success': workedBefore(5 * MINUTE),
        },
        says: ['local', 'firewall', 'likely'],
        by: '17',
      },
      {
        when: 'the phone works: still so',
        hears: { phone: { works: true } },
        says: ['local', 'firewall', 'likely'],
        by: '17',
      },
    ],
  },
  {
    name: 'broken IPv6',
    why: 'The addresses are there, and connections to them get no answer; sites without IPv6 work. Only the world can tell that it is this side.',
    never: ['global', 'offline', 'captive-portal'],
    story: [
      {
        when: 'nobody can tell',
        page: documentFailed('timed-out'),
        hears: { 'whatsapp-host': fails('timed-out'), 'this-device': device({ google: false }), dns: FOUND },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the world reaches it',
        afterMs: MINUTE,
        hears: { world: world(0) },
        says: ['local', 'firewall', 'likely'],
        by: '9',
      },
    ],
  },
  {
    name: 'a business-only incident of Meta’s during a local fault',
    why: 'Meta reports trouble with its Cloud API while this network filters the name. The named local cause comes first, and Meta’s word does not confirm it.',
    story: [
      {
        when: 'the name is filtered here',
        page: documentFailed('name-not-resolved'),
        hears: {
          'whatsapp-host': fails('name-not-resolved'),
          'this-device': device(),
          dns: FOUND,
          'meta-status': meta('high', { service: 'Marketing Messages' }),
        },
        says: ['local', 'dns', 'likely'],
        by: '7',
      },
    ],
  },
  {
    name: '2024-03-05 while this network fails',
    why: 'Facebook and Instagram were down for two hours, WhatsApp was not (the press of that day). Their failing never says anything about WhatsApp, however the own network fails.',
    never: ['global'],
    story: [
      {
        when: 'nobody can tell why the connection was lost',
        page: page('connection-lost'),
        hears: {
          'whatsapp-host': answers(),
          'this-device': device(),
          dns: FOUND,
          'meta-family': { facebook: false, instagram: false },
          'meta-status': meta('nothing', { others: ['Facebook Login', 'Messenger'] }),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the name is not resolved here',
        afterMs: MINUTE,
        hears: { 'whatsapp-host': fails('name-not-resolved') },
        says: ['local', 'dns', 'likely'],
        by: '7',
      },
      {
        when: 'the line is gone altogether',
        afterMs: MINUTE,
        hears: { 'whatsapp-host': fails('timed-out'), 'this-device': CONTROLS_DEAD },
        silent: { dns: 'unreachable', 'meta-status': 'unreachable' },
        says: ['offline', '', 'likely'],
        by: '5',
      },
    ],
  },
];
