import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, FRESH_MS, SOURCE_IDS, type SourceId } from '../../../src/core/evidence';
import { isConfirmed, type Says, saysOf } from '../../../src/core/testimony';
import { always, anyKnown, anyTroubled } from '../any';
import {
  answers,
  CONTROLS_DEAD,
  country,
  crowd,
  device,
  dns,
  documentFailed,
  fails,
  heard,
  MINUTE,
  meta,
  NOW,
  page,
  redirects,
  silent,
  workedBefore,
  world,
} from '../witnesses';

const reach = page('document-unanswered');
const socket = page('connection-lost');
const GONE = dns('gone', { control: 'addresses' });
const FOUND = dns('addresses');

/** Who speaks, what is known, and what that says. */
const TABLE: readonly (readonly [SourceId, string, Evidence, Says])[] = [
  ['page', 'shows chats', heard({ page: page(null) }), 'healthy'],
  ['page', 'was blocked by an add-on', heard({ page: documentFailed('blocked') }), 'points-to-you'],
  ['page', 'shows the network-block screen', heard({ page: page('network-block') }), 'points-to-you'],
  ['page', 'came with a server error', heard({ page: page('server-error') }), 'points-to-them'],
  ['page', 'failed with any other error', heard({ page: documentFailed('reset') }), 'silent'],
  ['page', 'lost its connection', heard({ page: socket }), 'silent'],

  [
    'recent-success',
    'minutes before the connection was lost',
    heard({ page: socket, 'whatsapp-host': answers(), 'recent-success': workedBefore(MINUTE) }),
    'points-to-them',
  ],
  [
    'recent-success',
    'minutes before the page did not start any more',
    heard({
      page: page('app-not-starting'),
      'whatsapp-host': answers(),
      'recent-success': workedBefore(MINUTE),
    }),
    'points-to-them',
  ],
  [
    'recent-success',
    'minutes before the host itself was lost',
    heard({ page: socket, 'whatsapp-host': fails('timed-out'), 'recent-success': workedBefore(MINUTE) }),
    'silent',
  ],
  [
    'recent-success',
    'long before',
    heard({ page: socket, 'recent-success': workedBefore(30 * MINUTE) }),
    'silent',
  ],

  ['this-device', 'has controls that answer', heard({ 'this-device': device() }), 'healthy'],
  [
    'this-device',
    'has one control that answers',
    heard({ 'this-device': device({ google: false }) }),
    'healthy',
  ],
  [
    'this-device',
    'is behind a sign-in',
    heard({ 'this-device': device({ portalLocked: true }) }),
    'points-to-you',
  ],
  ['this-device', 'has no network', heard({ 'this-device': device({ online: false }) }), 'points-to-you'],
  [
    'this-device',
    'has dead controls while WhatsApp answers: some networks block both',
    heard({ 'this-device': CONTROLS_DEAD, 'whatsapp-host': answers() }),
    'silent',
  ],

  ['whatsapp-host', 'answers', heard({ page: reach, 'whatsapp-host': answers() }), 'healthy'],
  ['whatsapp-host', 'answers with a web page', heard({ 'whatsapp-host': answers(200, 'page') }), 'silent'],
  [
    'whatsapp-host',
    'is redirected elsewhere',
    heard({ 'whatsapp-host': redirects('login.hotel.example') }),
    'points-to-you',
  ],
  [
    'whatsapp-host',
    'answers with its own error',
    heard({ page: reach, 'whatsapp-host': answers(503) }),
    'points-to-them',
  ],
  [
    'whatsapp-host',
    'is not found here and is found elsewhere',
    heard({ page: reach, 'whatsapp-host': fails('name-not-resolved'), dns: FOUND }),
    'points-to-you',
  ],
  [
    'whatsapp-host',
    'is not found here, and elsewhere is unknown',
    heard({ page: reach, 'whatsapp-host': fails('name-not-resolved') }),
    'silent',
  ],
  ...(['blocked', 'proxy', 'certificate', 'disconnected'] as const).map(
    (cause) =>
      [
        'whatsapp-host',
        `fails by ${cause}`,
        heard({ page: reach, 'whatsapp-host': fails(cause) }),
        'points-to-you',
      ] as const,
  ),
  ...(['refused', 'reset', 'timed-out', 'certificate-date', 'protocol', 'unknown'] as const).map(
    (cause) =>
      [
        'whatsapp-host',
        `fails by ${cause}`,
        heard({ page: reach, 'whatsapp-host': fails(cause) }),
        'silent',
      ] as const,
  ),

  ['dns', 'lost the name', heard({ page: reach, dns: GONE }), 'points-to-them'],
  ['dns', 'finds the name', heard({ page: reach, dns: FOUND }), 'healthy'],
  [
    'dns',
    'finds the name that is not found here',
    heard({ page: reach, dns: FOUND, 'whatsapp-host': fails('name-not-resolved') }),
    'points-to-you',
  ],
  ['dns', 'disagrees', heard({ page: reach, dns: dns(['gone', 'addresses']) }), 'silent'],

  ['meta-family', 'reached', heard({ 'meta-family': { facebook: true, instagram: false } }), 'healthy'],
  [
    'meta-family',
    'rejected: that proves nothing',
    heard({ 'meta-family': { facebook: false, instagram: false } }),
    'silent',
  ],

  ['meta-status', 'reports an outage', heard({ page: reach, 'meta-status': meta('high') }), 'points-to-them'],
  ...(['low', 'resolved', 'nothing', 'unknown-word'] as const).map(
    (level) =>
      ['meta-status', `says ${level}`, heard({ page: reach, 'meta-status': meta(level) }), 'silent'] as const,
  ),

  ['world', 'cannot reach it', heard({ page: reach, world: world(10) }), 'points-to-them'],
  [
    'world',
    'reaches what fails here',
    heard({ page: reach, 'whatsapp-host': fails('timed-out'), world: world(0) }),
    'points-to-you',
  ],
  [
    'world',
    'reaches what answers here too: it cannot see further',
    heard({ page: page('server-error'), 'whatsapp-host': answers(), world: world(0) }),
    'silent',
  ],
  [
    'world',
    'is asked about a lost connection',
    heard({ page: socket, 'whatsapp-host': answers(), world: world(12) }),
    'silent',
  ],

  ['country', 'cannot reach it', heard({ page: reach, country: country(4) }), 'points-to-them'],
  [
    'country',
    'reaches what fails here',
    heard({ page: reach, 'whatsapp-host': fails('timed-out'), country: country(0) }),
    'points-to-you',
  ],
  ['country', 'was asked in two places only', heard({ page: reach, country: country(2, 2) }), 'silent'],
  [
    'country',
    'is cut off: IODA knows nothing of WhatsApp',
    heard({ page: reach, 'whatsapp-host': fails('timed-out'), country: country(0, 0, { cutOff: true }) }),
    'silent',
  ],
  [
    'country',
    'has odd tests: OONI’s have no control',
    heard({ page: reach, country: country(0, 0, { tests: { odd: 40, all: 40 } }) }),
    'silent',
  ],
  [
    'country',
    'is asked about a lost connection',
    heard({ page: socket, 'whatsapp-host': answers(), country: country(4) }),
    'silent',
  ],

  ['crowd', 'complains of a lost connection', heard({ page: socket, crowd: crowd(5) }), 'points-to-them'],
  [
    'crowd',
    'complains while messages do not leave',
    heard({ page: page('sends-stuck'), crowd: crowd(null, 2) }),
    'points-to-them',
  ],
  ['crowd', 'is small', heard({ page: socket, crowd: crowd(4, 1) }), 'silent'],
  ['crowd', 'was not heard in either place', heard({ page: socket, crowd: crowd(null) }), 'silent'],
  ['crowd', 'complains of a host that fails here', heard({ page: reach, crowd: crowd(40, 20) }), 'silent'],
  [
    'crowd',
    'complains while nothing fails here',
    heard({ page: page(null), crowd: crowd(40, 20) }),
    'silent',
  ],

  ['phone', 'fails', heard({ page: socket, phone: { works: false } }), 'points-to-them'],
  [
    'phone',
    'works while the host fails here',
    heard({ page: reach, phone: { works: true } }),
    'points-to-you',
  ],
  [
    'phone',
    'works while only WhatsApp Web’s inside fails',
    heard({ page: socket, 'whatsapp-host': answers(), phone: { works: true } }),
    'silent',
  ],
];

describe('what a witness says', () => {
  it.each(TABLE)('%s · %s', (source, _, evidence, says) => {
    expect(saysOf(evidence, source, NOW)).toBe(says);
  });

  it.each(SOURCE_IDS)('%s · not asked, or no answer', (source) => {
    expect(saysOf({}, source, NOW)).toBe('not-asked');
    expect(saysOf(silent({ [source]: 'not-asked' }), source, NOW)).toBe('not-asked');
    for (const why of ['unreachable', 'unreadable', 'refused', 'spent', 'no-permission'] as const)
      expect(saysOf(silent({ [source]: why }), source, NOW)).toBe('unavailable');
  });

  it.each(SOURCE_IDS)('%s · a reading of another shape says nothing, and breaks nothing', (source) => {
    const misshapen = { state: 'known', value: { as: 'of another version' }, at: NOW };
    const evidence = { ...heard({ page: reach }), [source]: misshapen } as unknown as Evidence;
    expect(['silent', 'points-to-you', 'not-asked']).toContain(saysOf(evidence, source, NOW));
  });

  it.each(SOURCE_IDS.filter((source) => Number.isFinite(FRESH_MS[source])))(
    '%s · a stale word points at nobody, whatever it was',
    (source) => {
      always(
        fc.property(anyTroubled, anyKnown(source, fc.constant(FRESH_MS[source] + 1)), (evidence, stale) => {
          const says = saysOf({ ...evidence, [source]: stale } as Evidence, source, NOW);
          expect(['silent', 'not-asked', 'unavailable']).toContain(says);
        }),
        200,
      );
    },
  );
});

describe('confirmed', () => {
  const theirs = (values: Parameters<typeof heard>[0]) =>
    isConfirmed(heard({ page: reach, 'whatsapp-host': fails('timed-out'), ...values }), 'theirs', NOW);
  const yours = (values: Parameters<typeof heard>[0]) =>
    isConfirmed(heard({ page: reach, 'whatsapp-host': fails('name-not-resolved'), ...values }), 'yours', NOW);

  it('takes two independent kinds', () => {
    expect(theirs({ dns: GONE, world: world(12) })).toBe(true);
    expect(theirs({ dns: GONE, 'meta-status': meta('high') })).toBe(true);
    expect(theirs({ phone: { works: false }, world: world(12) })).toBe(true);
    expect(theirs({ phone: { works: false }, 'meta-status': meta('medium') })).toBe(true);
    expect(yours({ dns: FOUND, world: world(0) })).toBe(true);
    expect(yours({ phone: { works: true }, dns: FOUND })).toBe(true);
    expect(theirs({ country: country(4), world: world(12) })).toBe(true);
    expect(theirs({ country: country(4), 'meta-status': meta('high') })).toBe(true);
    expect(yours({ country: country(0), world: world(0) })).toBe(true);
  });

  it('takes the phone and the country for a trouble in between: the world’s success is no second voice', () => {
    const between = (values: Parameters<typeof heard>[0]) =>
      isConfirmed(heard({ page: reach, 'whatsapp-host': fails('timed-out'), ...values }), 'between', NOW);
    expect(between({ country: country(4), phone: { works: false } })).toBe(true);
    expect(between({ country: country(4), world: world(0) })).toBe(false);
    expect(between({ phone: { works: false }, 'meta-status': meta('high') })).toBe(false);
    expect(between({ country: country(0), phone: { works: true } })).toBe(false);
  });

  it.each<[string, Parameters<typeof heard>[0]]>([
    ['dns', { dns: GONE }],
    ['world', { world: world(12) }],
    ['meta', { 'meta-status': meta('high') }],
    ['phone', { phone: { works: false } }],
    ['country', { country: country(4) }],
    ['the crowd', { crowd: crowd(40, 20) }],
    ['the crowd and Meta', { crowd: crowd(40, 20), 'meta-status': meta('high') }],
  ])('is not said on the word of %s alone', (_, values) => {
    expect(theirs(values)).toBe(false);
  });

  it('never counts the symptom, our own path or Meta’s other products', () => {
    const own = {
      page: page('server-error'),
      'whatsapp-host': answers(503),
      'this-device': device(),
      'recent-success': workedBefore(MINUTE),
      'meta-family': { facebook: false, instagram: false },
    };
    expect(isConfirmed(heard(own), 'theirs', NOW)).toBe(false);
    expect(isConfirmed(heard({ ...own, 'meta-status': meta('high') }), 'theirs', NOW)).toBe(false);
  });

  it('does not count witnesses of the other side', () => {
    expect(theirs({ dns: GONE, world: world(0) })).toBe(false);
    expect(yours({ dns: FOUND, phone: { works: false } })).toBe(false);
  });
});
