/** What fails is WhatsApp itself, or all of Meta. */
import {
  answers,
  device,
  dns,
  documentFailed,
  fails,
  HOUR,
  MINUTE,
  meta,
  page,
  SECOND,
  withStatics,
  workedBefore,
  world,
} from '../../unit/witnesses';
import { type Scenario, YOURS } from '../scenario';

const FOUND = dns('addresses');
const FAMILY_FINE = { facebook: true, instagram: true };
const FAMILY_SILENT = { facebook: false, instagram: false };

export const SITUATIONS: readonly Scenario[] = [
  {
    name: '2021-10-04: everything of Meta’s is gone from DNS',
    why: 'Meta’s name servers left the internet for six hours; resolvers answered SERVFAIL for whatsapp.com and facebook.com (Cloudflare’s blog, 2021-10-08). Meta’s own status page went with them.',
    never: YOURS,
    story: [
      {
        when: 'at first it looks like a name that is not resolved here',
        page: documentFailed('name-not-resolved', 'net::ERR_NAME_NOT_RESOLVED'),
        hears: { 'whatsapp-host': fails('name-not-resolved', 1), 'this-device': device() },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'two resolvers elsewhere lost it too, with all of Meta’s',
        afterMs: SECOND,
        hears: {
          dns: dns('gone', { control: 'addresses', meta: 'gone' }),
          'meta-family': FAMILY_SILENT,
        },
        silent: { 'meta-status': 'unreachable' },
        says: ['global', 'meta-wide', 'likely'],
        by: '6',
      },
      {
        when: 'the world cannot reach it: confirmed',
        afterMs: MINUTE,
        hears: { 'whatsapp-host': fails('name-not-resolved'), world: world(12) },
        says: ['global', 'meta-wide', 'confirmed'],
        by: '6',
      },
      {
        when: 'the phone fails too: still confirmed',
        afterMs: MINUTE,
        hears: { phone: { works: false } },
        says: ['global', 'meta-wide', 'confirmed'],
        by: '6',
      },
    ],
  },
  {
    name: '2021-10-04 in its first minutes',
    why: 'The person’s own resolver has lost the name while caches elsewhere still hold it for minutes. That is how a filter looks, until the world is asked.',
    story: [
      {
        when: 'it looks like a filter of this network’s',
        page: documentFailed('name-not-resolved'),
        hears: { 'whatsapp-host': fails('name-not-resolved'), 'this-device': device(), dns: FOUND },
        says: ['local', 'dns', 'likely'],
        by: '7',
      },
      {
        when: 'the world cannot reach it',
        afterMs: MINUTE,
        hears: { world: world(11) },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '8',
      },
      {
        when: 'the caches have run out as well: confirmed',
        afterMs: 5 * MINUTE,
        hears: { dns: dns('gone', { control: 'addresses', meta: 'gone' }) },
        says: ['global', 'meta-wide', 'confirmed'],
        by: '6',
      },
    ],
  },
  {
    name: '2021-10-04 in a page that was open',
    why: 'The shell comes from the page’s own cache and never starts; its host is gone. Our own probe moves the trouble outwards.',
    never: YOURS,
    story: [
      {
        when: 'two resolvers elsewhere lost it',
        page: page('app-not-starting', { scriptsFailed: true }),
        hears: {
          'whatsapp-host': withStatics(fails('name-not-resolved'), 'failed'),
          'this-device': device(),
          dns: dns(['gone', 'stale'], { control: 'addresses', meta: ['gone', 'stale'] }),
        },
        silent: { 'meta-status': 'unreachable' },
        says: ['global', 'meta-wide', 'likely'],
        by: '6',
      },
    ],
  },
  {
    name: 'only WhatsApp’s name is gone',
    why: 'Both resolvers lost WhatsApp and find Facebook and Instagram. The trouble is WhatsApp’s alone.',
    never: YOURS,
    story: [
      {
        when: 'WhatsApp alone is gone',
        page: documentFailed('name-not-resolved'),
        hears: {
          'whatsapp-host': fails('name-not-resolved'),
          'this-device': device(),
          dns: dns('gone', { control: 'addresses', meta: 'addresses' }),
          'meta-family': FAMILY_FINE,
        },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '6',
      },
    ],
  },
  {
    name: 'resolvers that have lost everything',
    why: 'Both resolvers fail for WhatsApp and for a name that has nothing to do with it. Then it is the resolvers, not WhatsApp.',
    never: ['global', 'local'],
    story: [
      {
        when: 'nobody can tell',
        page: documentFailed('name-not-resolved'),
        hears: {
          'whatsapp-host': fails('name-not-resolved'),
          'this-device': device(),
          dns: dns('gone', { control: 'gone', meta: 'gone' }),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: '2022-10-25: the page opens, the socket is refused',
    why: 'For two hours no message got through while web.whatsapp.com answered everywhere; Meta reported it later, as “major disruptions” (press of that day). Remote probes could not see it, and must not turn it into a local fault.',
    never: [...YOURS, 'working'],
    story: [
      {
        when: 'it worked here minutes ago, and everything around it is fine',
        page: page('connection-lost'),
        hears: {
          'recent-success': workedBefore(2 * MINUTE),
          'whatsapp-host': answers(),
          'this-device': device(),
          dns: FOUND,
          'meta-family': FAMILY_FINE,
          'meta-status': meta('nothing'),
        },
        says: ['global', 'whatsapp-only', 'possible'],
        by: '15',
      },
      {
        when: 'asking the world changes nothing: it reaches the host, as this computer does',
        afterMs: MINUTE,
        hears: { world: world(0) },
        says: ['global', 'whatsapp-only', 'possible'],
        by: '15',
      },
      {
        when: 'Meta reports it',
        afterMs: 15 * MINUTE,
        hears: {
          'whatsapp-host': answers(),
          'this-device': device(),
          'meta-status': meta('high', { ageMs: 5 * MINUTE }),
        },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '10',
      },
      {
        when: 'the phone fails too: confirmed',
        afterMs: SECOND,
        hears: { phone: { works: false } },
        says: ['global', 'whatsapp-only', 'confirmed'],
        by: '10',
      },
    ],
  },
  {
    name: 'a connection lost minutes after it worked, in a network without its controls',
    why: 'Rule 15 needs fine surroundings: controls and host both. While one of them is dead or not yet heard, nobody is accused.',
    never: YOURS,
    story: [
      {
        when: 'the host alone is not enough',
        page: page('connection-lost'),
        hears: { 'recent-success': workedBefore(MINUTE), 'whatsapp-host': answers() },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'nor are dead controls',
        hears: { 'this-device': device({ google: false, cloudflare: false }) },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'one control that answers is',
        afterMs: 10 * SECOND,
        hears: { 'this-device': device({ google: false }) },
        says: ['global', 'whatsapp-only', 'possible'],
        by: '15',
      },
    ],
  },
  {
    name: 'a connection lost eleven minutes after it worked',
    why: 'Ten minutes are all that recent success is worth. The same trouble after eleven accuses nobody.',
    never: ['global', ...YOURS],
    story: [
      {
        when: 'nobody can tell',
        page: page('connection-lost'),
        hears: {
          'recent-success': workedBefore(11 * MINUTE),
          'whatsapp-host': answers(),
          'this-device': device(),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: '2022-10-25 at a cold start',
    why: 'The page shows that it cannot connect, and never worked here today. Without a witness elsewhere that may be a proxy too; the phone decides it.',
    never: YOURS,
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
        when: 'asking the world changes nothing',
        afterMs: MINUTE,
        hears: { world: world(0) },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the phone fails too',
        afterMs: MINUTE,
        hears: { phone: { works: false } },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '11',
      },
    ],
  },
  {
    name: 'the world cannot reach it',
    why: 'Our probe gets no answer, and eight of twelve places get none either. It is not this side.',
    never: YOURS,
    story: [
      {
        when: 'most of the world fails',
        page: page('document-unanswered'),
        hears: { 'whatsapp-host': fails('timed-out'), 'this-device': device(), dns: FOUND, world: world(8) },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '8',
      },
      {
        when: 'Meta reports it as well: confirmed',
        afterMs: MINUTE,
        hears: { 'meta-status': meta('high', { others: ['Messenger'] }), 'meta-family': FAMILY_SILENT },
        says: ['global', 'meta-wide', 'confirmed'],
        by: '8',
      },
      {
        when: 'Facebook is reached from here: then it is not all of Meta',
        afterMs: MINUTE,
        hears: { 'meta-family': { facebook: true, instagram: false } },
        says: ['global', 'whatsapp-only', 'confirmed'],
        by: '8',
      },
    ],
  },
  {
    name: 'the world gets server errors',
    why: 'WhatsApp’s edge answers 503 here and in most places. Reach and edge are what the world can see.',
    never: YOURS,
    story: [
      {
        when: 'most of the world fails',
        page: page('server-error', { status: 503 }),
        hears: { 'whatsapp-host': answers(503), 'this-device': device(), world: world(11) },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '8',
      },
    ],
  },
  {
    name: 'WhatsApp’s server says so itself',
    why: 'The page and our own probe both get 503 from WhatsApp’s server. A healthy connection that is refused is no local fault.',
    never: YOURS,
    story: [
      {
        when: 'the page’s own error is not enough',
        page: page('server-error', { status: 503 }),
        hears: { 'this-device': device() },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'our probe’s is the second',
        hears: { 'whatsapp-host': answers(503) },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '12',
      },
      {
        when: 'one independent witness does not confirm it',
        afterMs: MINUTE,
        hears: { 'meta-status': meta('medium') },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '10',
      },
    ],
  },
  {
    name: '“service unavailable” in the page and from the server',
    why: 'The client shows that screen after a 503 of its own (wa-diff, April 2026). Our probe meets the same.',
    never: YOURS,
    story: [
      {
        when: 'the server says so itself',
        page: page('service-unavailable'),
        hears: { 'whatsapp-host': answers(500), 'this-device': device() },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '12',
      },
    ],
  },
  {
    name: 'the world’s success while our probe is answered too',
    why: '“Service unavailable” is shown, our probe is answered and so is the world. That is the edge’s inside, where neither can see: nobody is accused.',
    never: YOURS,
    story: [
      {
        when: 'nobody can tell',
        page: page('service-unavailable'),
        hears: { 'whatsapp-host': answers(), 'this-device': device(), dns: FOUND, world: world(0) },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'Meta reports an outage of eleven hours',
    why: 'An outage begun at most twelve hours ago explains trouble of now. An older one does not.',
    never: YOURS,
    story: [
      {
        when: 'eleven hours still count',
        page: page('cannot-connect'),
        hears: {
          'whatsapp-host': answers(),
          'this-device': device(),
          'meta-status': meta('medium', { ageMs: 11 * HOUR }),
        },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '10',
      },
      {
        when: 'thirteen no longer do',
        afterMs: MINUTE,
        hears: { 'meta-status': meta('medium', { ageMs: 13 * HOUR }) },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'Meta’s small troubles',
    why: '“Low disruptions” supports and never decides. A word we do not know says nothing at all.',
    never: ['global', ...YOURS],
    story: [
      {
        when: 'low decides nothing',
        page: page('cannot-connect'),
        hears: { 'whatsapp-host': answers(), 'this-device': device(), 'meta-status': meta('low') },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'a new word says nothing',
        afterMs: MINUTE,
        hears: { 'meta-status': meta('unknown-word') },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: '2026-02-27: WhatsApp Web alone loads without end',
    why: 'WhatsApp Web stayed at “loading” for many while phones worked (reports of that day). The page worked here minutes ago, and its scripts’ host answers.',
    never: YOURS,
    story: [
      {
        when: 'nobody can tell',
        page: page('loading-frozen'),
        hears: {
          'recent-success': workedBefore(4 * MINUTE),
          'whatsapp-host': withStatics(answers(), 'answered'),
          'this-device': device(),
          dns: FOUND,
          'meta-status': meta('nothing'),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the phone works: WhatsApp Web itself may be down',
        afterMs: MINUTE,
        hears: { phone: { works: true } },
        says: ['global', 'web-only', 'possible'],
        by: '14',
      },
    ],
  },
  {
    name: 'WhatsApp Web loses its connection while the phone works',
    why: 'It worked over this very connection minutes ago, and works on the phone. No local cause is named, so it is WhatsApp Web’s side.',
    never: YOURS,
    story: [
      {
        when: 'WhatsApp Web itself may be down',
        page: page('connection-lost'),
        hears: {
          'recent-success': workedBefore(MINUTE),
          'whatsapp-host': answers(),
          'this-device': device(),
          phone: { works: true },
        },
        says: ['global', 'web-only', 'possible'],
        by: '14',
      },
    ],
  },
  {
    name: '2025-04-12: connected, and messages do not leave',
    why: 'Messages stayed pending for an hour while everything else worked (press of that day). Nobody elsewhere can see it; the page can.',
    never: YOURS,
    story: [
      {
        when: 'messages may not be delivered',
        page: page('sends-stuck'),
        hears: {
          'whatsapp-host': answers(),
          'this-device': device(),
          dns: FOUND,
          'meta-status': meta('nothing'),
        },
        says: ['global', 'messages-only', 'possible'],
        by: '16',
      },
      {
        when: 'the world cannot see it',
        afterMs: MINUTE,
        hears: { world: world(0) },
        says: ['global', 'messages-only', 'possible'],
        by: '16',
      },
      {
        when: 'Meta reports it',
        afterMs: MINUTE,
        hears: { 'meta-status': meta('high') },
        says: ['global', 'messages-only', 'likely'],
        by: '10',
      },
    ],
  },
  {
    name: 'an evening on which messages fail and nobody ever says why',
    why: 'Each message gets an error mark over a live connection, groups first. Meta never published a word on several such evenings.',
    never: YOURS,
    story: [
      {
        when: 'two have failed',
        page: page('sends-failing'),
        hears: {
          'whatsapp-host': answers(),
          'this-device': device(),
          dns: FOUND,
          'meta-status': meta('nothing'),
        },
        says: ['global', 'messages-only', 'possible'],
        by: '16',
      },
      {
        when: 'the phone fails too',
        afterMs: MINUTE,
        hears: { phone: { works: false } },
        says: ['global', 'messages-only', 'likely'],
        by: '11',
      },
    ],
  },
  {
    name: 'messages do not leave because the line is bad',
    why: 'Marks stay pending while the controls are dead. Then the line explains it.',
    never: ['global'],
    story: [
      {
        when: 'WhatsApp’s host alone is not enough',
        page: page('sends-stuck'),
        hears: { 'whatsapp-host': answers() },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'nor are dead controls',
        hears: { 'this-device': device({ google: false, cloudflare: false }) },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'Meta’s own expired certificate',
    why: 'WhatsApp’s server shows a certificate past its date to everybody, and other sites are fine. A date error accuses nobody; a wrong clock looks the same.',
    never: YOURS,
    story: [
      {
        when: 'nobody can tell',
        page: documentFailed('certificate-date', 'net::ERR_CERT_DATE_INVALID'),
        hears: {
          'whatsapp-host': fails('certificate-date'),
          'this-device': device(),
          dns: FOUND,
          'meta-status': meta('nothing'),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the world meets it too',
        afterMs: MINUTE,
        hears: { world: world(12) },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '8',
      },
    ],
  },
  {
    name: 'the hour’s budget is spent during an outage',
    why: 'The person checked again and again on 2021-10-04, and we ask nobody more. What we did not ask is neither silence nor a dead line.',
    never: YOURS,
    story: [
      {
        when: 'nobody can tell',
        page: documentFailed('name-not-resolved'),
        hears: { 'whatsapp-host': fails('name-not-resolved') },
        silent: { 'this-device': 'spent', dns: 'spent', 'meta-status': 'unreachable' },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
  {
    name: 'a network that blocks the controls during an outage',
    why: 'Some networks block both controls and both resolvers. The world was reached and cannot reach WhatsApp: something answers, so this is not "offline".',
    never: ['local', 'captive-portal'],
    story: [
      {
        when: 'the world decides',
        page: page('document-unanswered'),
        hears: {
          world: world(12),
          'whatsapp-host': fails('timed-out'),
          'this-device': device({ google: false, cloudflare: false }),
        },
        silent: { dns: 'unreachable', 'meta-status': 'unreachable' },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '8',
      },
    ],
  },
];
