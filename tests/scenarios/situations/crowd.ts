/** What people say elsewhere: it lifts what is possible to likely, and does nothing else. */
import {
  answers,
  crowd,
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
import { moment, type Scenario } from '../scenario';

const FINE = { 'whatsapp-host': answers(), 'this-device': device() };
const LOST = { ...FINE, 'recent-success': workedBefore(MINUTE) };

export const SITUATIONS: readonly Scenario[] = [
  {
    name: 'people speak of a lost connection',
    why: 'The connection broke while everything around it is fine, and within a quarter of an hour five accounts use the hashtag. They cannot know what is wrong here, but it is no longer only possible.',
    never: ['local', 'offline', 'captive-portal'],
    story: [
      {
        when: 'without them it is possible',
        page: page('connection-lost'),
        hears: LOST,
        says: ['global', 'whatsapp-only', 'possible'],
        by: '15',
      },
      {
        when: 'with them it is likely',
        afterMs: MINUTE,
        hears: { crowd: crowd(5, 0) },
        says: ['global', 'whatsapp-only', 'likely'],
        by: '15',
      },
      {
        when: 'their word grows old sooner than the trouble',
        afterMs: 16 * MINUTE,
        hears: FINE,
        says: ['global', 'whatsapp-only', 'possible'],
        by: '15',
      },
    ],
  },
  moment(
    'two stories about messages that do not leave',
    page('sends-stuck'),
    { ...FINE, crowd: crowd(null, 2) },
    ['global', 'messages-only', 'likely'],
    '16',
    'Messages stay pending with everything around them fine. Two stories within 15 minutes are no coincidence where two or three come a day.',
  ),
  moment(
    'people speak of WhatsApp Web alone',
    page('loading-frozen'),
    { ...LOST, phone: { works: true }, crowd: crowd(12, 1) },
    ['global', 'web-only', 'likely'],
    '14',
    'The page worked minutes ago, the phone works, and twelve accounts complain. That they mean WhatsApp Web is not said, but something is wrong for others too.',
  ),
  moment(
    'a few people and one story',
    page('connection-lost'),
    { ...LOST, crowd: crowd(4, 1) },
    ['global', 'whatsapp-only', 'possible'],
    '15',
    'Four accounts can be one joke and its copies. One story about WhatsApp comes every day.',
  ),
  moment(
    'a loud crowd and nothing else',
    page('cannot-connect'),
    { ...FINE, crowd: crowd(40, 20) },
    ['unsure', '', ''],
    '19',
    'The crowd is as loud as can be, and here nothing says whose side it is. It never decides.',
    { never: ['global'] },
  ),
  moment(
    'a loud crowd about a host that fails here',
    documentFailed('timed-out'),
    { 'whatsapp-host': fails('timed-out'), 'this-device': device(), crowd: crowd(40, 20), world: world(0) },
    ['local', 'firewall', 'likely'],
    '9',
    'People complain of something, and the world reaches what fails here. Whether the host answers, places know and people do not.',
    { never: ['global'] },
  ),
  moment(
    'a loud crowd beside Meta’s report',
    page('connection-lost'),
    { ...LOST, 'meta-status': meta('high'), crowd: crowd(40, 20) },
    ['global', 'whatsapp-only', 'likely'],
    '10',
    'Meta reports it and everybody complains. Neither of the two can confirm the other: a crowd repeats what it reads.',
  ),
  moment(
    'a loud crowd while a blocker stops the scripts',
    page('app-not-starting', { scriptsFailed: true }),
    {
      'whatsapp-host': withStatics(answers(), 'failed'),
      'this-device': device(),
      dns: dns('addresses', { statics: 'addresses' }),
      crowd: crowd(40, 20),
    },
    ['local', 'blocked', 'possible'],
    '13',
    'What is possible here is this side’s doing, and the crowd complains of WhatsApp. It never lifts what it does not speak for.',
  ),
  moment(
    'a crowd that nobody heard',
    page('connection-lost'),
    { ...LOST, crowd: crowd(null, null) },
    ['global', 'whatsapp-only', 'possible'],
    '15',
    'Neither place could be heard. Silence is neither quiet nor noise.',
  ),
];
