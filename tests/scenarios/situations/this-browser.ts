/** What stands in the way is in this browser or on this computer. */
import {
  answers,
  CONTROLS_DEAD,
  device,
  dns,
  documentFailed,
  fails,
  MINUTE,
  meta,
  page,
  withStatics,
  workedBefore,
  world,
} from '../../unit/witnesses';
import type { Scenario } from '../scenario';

export const SITUATIONS: readonly Scenario[] = [
  {
    name: 'an add-on blocks the page',
    why: 'Another extension’s rules stop the document and never our own requests (measured 2026-11-21). So our probe’s success takes nothing back: that name on the document is enough.',
    never: ['global', 'working'],
    story: [
      {
        when: 'it is blocked here, although our probe is answered',
        page: documentFailed('blocked', 'net::ERR_BLOCKED_BY_CLIENT'),
        hears: { 'whatsapp-host': answers(), 'this-device': device(), dns: dns('addresses') },
        says: ['local', 'blocked', 'likely'],
        by: '2',
      },
    ],
  },
  {
    name: 'an administrator’s policy blocks the host',
    why: 'The browser names the policy for our own probe too. Meta’s report of something else changes nothing.',
    story: [
      {
        when: 'it is blocked here',
        page: page('document-unanswered'),
        hears: { 'whatsapp-host': fails('blocked', 1), 'meta-status': meta('high'), 'this-device': device() },
        says: ['local', 'blocked', 'likely'],
        by: '2',
      },
    ],
  },
  {
    name: 'the proxy is dead',
    why: 'The browser names the proxy for the document and for our probe. Whatever lies behind it is not reached at all.',
    never: ['global'],
    story: [
      {
        when: 'the proxy is named',
        page: documentFailed('proxy'),
        hears: { 'whatsapp-host': fails('proxy', 1), 'this-device': CONTROLS_DEAD },
        says: ['local', 'proxy', 'likely'],
        by: '2',
      },
    ],
  },
  {
    name: 'the proxy failed once',
    why: 'The document met a proxy error and our probe is answered through the same proxy. A local cause must be reproduced.',
    never: ['local', 'global'],
    story: [
      {
        when: 'it answers again',
        page: documentFailed('proxy'),
        hears: { 'whatsapp-host': answers() },
        says: ['working', '', ''],
        by: '2b',
      },
    ],
  },
  {
    name: 'a blocker stops static.whatsapp.net',
    why: 'The page opens and never starts because its scripts are stopped. Their host exists elsewhere, so the stopping is done here.',
    never: ['global'],
    story: [
      {
        when: 'its building blocks are blocked here',
        page: page('app-not-starting', { scriptsFailed: true }),
        hears: {
          'whatsapp-host': withStatics(answers(), 'failed'),
          'this-device': device(),
          dns: dns('addresses', { statics: 'addresses' }),
          'meta-status': meta('nothing'),
        },
        says: ['local', 'blocked', 'possible'],
        by: '13',
      },
    ],
  },
  {
    name: 'static.whatsapp.net is not resolved here',
    why: 'The scripts’ host is not found here, by its error’s name, and two resolvers elsewhere have it. A filter of this network’s, then, and no blocker in this browser.',
    never: ['global'],
    story: [
      {
        when: 'its name is filtered here',
        page: page('app-not-starting', { scriptsFailed: true }),
        hears: {
          'whatsapp-host': { ...withStatics(answers(), 'failed'), staticsCause: 'name-not-resolved' },
          'this-device': device(),
          dns: dns('addresses', { statics: 'addresses' }),
        },
        says: ['local', 'dns', 'possible'],
        by: '13',
      },
    ],
  },
  {
    name: 'scripts fail in the page and not for us',
    why: 'The page’s scripts do not load, our own request to their host is answered from the same browser, and the phone works. What stops pages and not us is in this browser, most likely; a broken file at WhatsApp looks the same, so it stays a hint.',
    never: ['global', 'local'],
    story: [
      {
        when: 'this browser is the better guess',
        page: page('app-not-starting', { scriptsFailed: true }),
        hears: {
          'whatsapp-host': withStatics(answers(), 'answered'),
          'this-device': device(),
          phone: { works: true },
        },
        says: ['unsure', 'browser', ''],
        by: '18',
      },
    ],
  },
  {
    name: 'static.whatsapp.net is gone for everyone',
    why: 'The scripts’ host fails here, and the resolvers elsewhere do not find it either. That is no local cause.',
    never: ['local'],
    story: [
      {
        when: 'nobody can tell',
        page: page('app-not-starting', { scriptsFailed: true }),
        hears: {
          'whatsapp-host': withStatics(answers(), 'failed'),
          'this-device': device(),
          dns: dns('addresses', { statics: 'gone' }),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'an add-on breaks the page’s scripts',
    why: 'The page never starts although the host of its scripts answers. Who is to blame cannot be seen from here.',
    never: ['global', 'local'],
    story: [
      {
        when: 'nobody can tell',
        page: page('app-not-starting', { scriptsFailed: true }),
        hears: {
          'whatsapp-host': withStatics(answers(), 'answered'),
          'this-device': device(),
          dns: dns('addresses'),
          'meta-status': meta('nothing'),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'this browser or WhatsApp Web, and the phone works',
    why: 'The page does not start and had not worked before; WhatsApp works on the phone. What fails is this browser or WhatsApp Web, and nobody can say which.',
    never: ['global', 'local'],
    story: [
      {
        when: 'WhatsApp itself works',
        page: page('app-not-starting'),
        hears: { 'whatsapp-host': answers(), 'this-device': device(), phone: { works: true } },
        says: ['unsure', '', ''],
        by: '18',
      },
      {
        when: 'the answer about the phone is too old to count',
        afterMs: 11 * MINUTE,
        hears: { 'whatsapp-host': answers(), 'this-device': device() },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'scripts fail in the page, and nobody asked their host',
    why: 'The page’s scripts do not load and the phone works. Without our own request to their host there is nothing to compare, so no guess is made.',
    never: ['global', 'local'],
    story: [
      {
        when: 'this browser or WhatsApp Web',
        page: page('app-not-starting', { scriptsFailed: true }),
        hears: { 'whatsapp-host': answers(), 'this-device': device(), phone: { works: true } },
        says: ['unsure', '', ''],
        by: '18',
      },
    ],
  },
  {
    name: 'the scripts’ host answers and the page does not start',
    why: 'Our own request to static.whatsapp.net is answered, as it is elsewhere. Nothing stops it here, whatever keeps the page from starting.',
    never: ['global', 'local'],
    story: [
      {
        when: 'nobody can tell',
        page: page('app-not-starting'),
        hears: {
          'whatsapp-host': withStatics(answers(), 'answered'),
          'this-device': device(),
          dns: dns('addresses', { statics: 'addresses' }),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'the scripts’ host failed before the connection was lost',
    why: 'The page started, so it had its scripts; what fails now is its connection. The word about static.whatsapp.net counts for pages that do not start.',
    never: ['global', 'local'],
    story: [
      {
        when: 'nobody can tell',
        page: page('connection-lost'),
        hears: {
          'whatsapp-host': withStatics(answers(), 'failed'),
          'this-device': device(),
          dns: dns('addresses', { statics: 'addresses' }),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'the page failed and offers to reload',
    why: 'An error boundary of the page: a broken release of WhatsApp’s, an add-on, a full disk. The page does not say which, and WhatsApp’s host answers.',
    never: ['global', 'local'],
    story: [
      {
        when: 'everything around it is fine',
        page: page('page-crashed'),
        hears: {
          'whatsapp-host': answers(),
          'this-device': device(),
          dns: dns('addresses'),
          'meta-status': meta('nothing'),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'WhatsApp works on the phone',
        afterMs: MINUTE,
        hears: { phone: { works: true } },
        says: ['unsure', '', ''],
        by: '18',
      },
    ],
  },
  {
    name: 'everybody is shown a wrong certificate',
    why: 'A certificate of another name is shown here, and most of the world’s places take WhatsApp’s for wrong too. Then nobody stands in between here.',
    story: [
      {
        when: 'without the world it looks like somebody in between',
        page: documentFailed('certificate'),
        hears: { 'whatsapp-host': fails('certificate'), 'this-device': device() },
        says: ['local', 'tls', 'likely'],
        by: '4',
      },
      {
        when: 'the world meets it too',
        afterMs: MINUTE,
        hears: { world: world(10) },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '8',
      },
    ],
  },
  {
    name: 'the clock is a few days wrong',
    why: 'WhatsApp’s young certificate is not yet valid by this clock, while the controls’ older ones are. A date error with fine controls accuses nobody: the clock and Meta can both cause it.',
    never: ['global', 'local', 'offline', 'captive-portal'],
    story: [
      {
        when: 'nobody can tell',
        page: documentFailed('certificate-date', 'net::ERR_CERT_DATE_INVALID'),
        hears: {
          'whatsapp-host': fails('certificate-date'),
          'this-device': device(),
          dns: dns('addresses'),
          'meta-status': meta('nothing'),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'the clock is years wrong',
    why: 'Every certificate of the world is out of date by this clock, so nothing can be read. But a certificate was shown: something answers, and "offline" would send the person to the wrong cable.',
    never: ['offline', 'global', 'captive-portal'],
    story: [
      {
        when: 'nobody can tell',
        page: documentFailed('certificate-date', 'net::ERR_CERT_DATE_INVALID'),
        hears: { 'whatsapp-host': fails('certificate-date'), 'this-device': CONTROLS_DEAD },
        silent: { dns: 'unreachable', 'meta-status': 'unreachable' },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'a clock set back while trouble lasts',
    why: 'Readings that seem to come from the future have no known age. They neither accuse nor acquit anybody.',
    story: [
      {
        when: 'the world is heard',
        page: page('document-unanswered'),
        hears: { 'whatsapp-host': fails('timed-out'), 'this-device': device(), world: world(12) },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '8',
      },
      {
        when: 'an hour earlier by the clock, its word no longer counts',
        afterMs: -60 * MINUTE,
        hears: { 'whatsapp-host': fails('timed-out') },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'the browser says offline although WhatsApp answers',
    why: 'Virtual network cards of VPNs and virtual machines make `navigator.onLine` false on a healthy line. Our own probe is answered, so this device is not offline.',
    never: ['offline'],
    story: [
      {
        when: 'nobody can tell why the connection was lost',
        page: page('connection-lost'),
        hears: {
          'whatsapp-host': answers(),
          'this-device': device({ online: false, google: false, cloudflare: false }),
          'recent-success': workedBefore(30 * MINUTE),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'the browser says offline although WhatsApp’s server answers with an error',
    why: 'An error of the server’s own is an answer too. A device that receives it is not offline.',
    story: [
      {
        when: 'the server says itself what is wrong',
        page: page('server-error', { status: 503 }),
        hears: {
          'whatsapp-host': answers(503),
          'this-device': device({ online: false, google: false, cloudflare: false }),
        },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '12',
      },
    ],
  },
];
