/** Nothing is wrong, or no longer. */
import {
  answers,
  device,
  dns,
  documentFailed,
  fails,
  MINUTE,
  meta,
  page,
  SECOND,
  world,
} from '../../unit/witnesses';
import type { Scenario } from '../scenario';
import { YOURS } from '../scenario';

export const SITUATIONS: readonly Scenario[] = [
  {
    name: 'chats are shown while Meta reports an outage',
    why: 'The page has chats and a live socket. Whatever Meta, the world or the phone say, it works here.',
    never: ['global', 'unsure', ...YOURS],
    story: [
      {
        when: 'it works',
        page: page(null),
        hears: {
          'meta-status': meta('high'),
          phone: { works: false },
          world: world(12),
          dns: dns('gone', { control: 'addresses', meta: 'gone' }),
        },
        says: ['working', '', ''],
        by: '1',
      },
    ],
  },
  {
    name: 'a momentary blip',
    why: 'One navigation is reset and the next request is answered. One failure is not a verdict.',
    never: ['global', ...YOURS],
    story: [
      {
        when: 'first nobody can tell',
        page: documentFailed('reset'),
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'then it answers again',
        afterMs: SECOND,
        hears: { 'whatsapp-host': answers() },
        says: ['working', '', ''],
        by: '2b',
      },
    ],
  },
  {
    name: 'a laptop waking up',
    why: 'For a second after sleep nothing is resolved, and the controls have no network either. Then all of it is there again, and nothing was ever wrong: silent, then right.',
    never: ['global', ...YOURS],
    story: [
      {
        when: 'nothing is said of one failed probe',
        page: documentFailed('name-not-resolved'),
        hears: {
          'whatsapp-host': fails('name-not-resolved', 1),
          'this-device': device({ google: false, cloudflare: false }),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'nor when the resolvers are reached before the probe was tried again',
        afterMs: 2 * SECOND,
        hears: { dns: dns('addresses') },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'it works once the network is back',
        afterMs: SECOND,
        hears: { 'whatsapp-host': answers() },
        says: ['working', '', ''],
        by: '2b',
      },
    ],
  },
  {
    name: 'a laptop waking up with a lost connection',
    why: 'Sleep voids the recent success, so a banner that is still there accuses nobody. When the page reconnects, it works.',
    never: ['global', ...YOURS],
    story: [
      {
        when: 'the banner alone says nothing',
        page: page('connection-lost'),
        hears: { 'whatsapp-host': answers(), 'this-device': device(), dns: dns('addresses') },
        says: ['unsure', '', ''],
        by: '19',
      },
      {
        when: 'the page is back',
        afterMs: 20 * SECOND,
        page: page(null),
        says: ['working', '', ''],
        by: '1',
      },
    ],
  },
  {
    name: 'asked by hand while everything works',
    why: 'The person pressed the button and no page is in trouble. WhatsApp’s host answers, so nothing is wrong.',
    never: ['global', ...YOURS],
    story: [
      {
        when: 'it works',
        page: page('asked-by-hand'),
        hears: { 'whatsapp-host': answers(), 'this-device': device(), dns: dns('addresses') },
        says: ['working', '', ''],
        by: '2b',
      },
    ],
  },
  {
    name: 'WhatsApp changed its page',
    why: 'No mark we know is in the page, and its host answers. Our being out of date is no outage.',
    never: ['global', ...YOURS],
    story: [
      {
        when: 'it works',
        page: page('page-unknown'),
        hears: { 'whatsapp-host': answers() },
        says: ['working', '', ''],
        by: '2b',
      },
    ],
  },
  {
    name: 'Firefox still sees a sign-in, and WhatsApp answers',
    why: 'The person has just signed in, and Firefox looks again only after a while. Our own probe is answered, so the failed document loads now.',
    story: [
      {
        when: 'it answers again',
        page: documentFailed('reset'),
        hears: { 'this-device': device({ portalLocked: true }), 'whatsapp-host': answers() },
        says: ['working', '', ''],
        by: '2b',
      },
    ],
  },
  {
    name: 'Meta’s trouble is over',
    why: '"Resolved" claims nothing about now. A connection lost after it is judged without it.',
    never: ['global', ...YOURS],
    story: [
      {
        when: 'nobody can tell',
        page: page('connection-lost'),
        hears: {
          'whatsapp-host': answers(),
          'this-device': device(),
          dns: dns('addresses'),
          'meta-status': meta('resolved', { ageMs: 5 * MINUTE }),
        },
        says: ['unsure', '', ''],
        by: '19',
      },
    ],
  },
];
