import { describe, expect, it } from 'vitest';
import { type HostValue, type Layer, type NameState, SYMPTOMS } from '../../../src/core/evidence';
import {
  controlsDead,
  controlsFine,
  countrySays,
  crowdIsLoud,
  dnsGone,
  dnsHasAddresses,
  failingLayer,
  failsSteadily,
  hostAnswers,
  hostFails,
  metaNamesGone,
  metaReports,
  phoneWorks,
  probeCause,
  reachedElsewhere,
  staticsResolveElsewhere,
  testsAreOdd,
  workedRecently,
  worldSays,
} from '../../../src/core/reading-of';
import {
  answers,
  CONTROLS_DEAD,
  country,
  crowd,
  device,
  dns,
  fails,
  HOUR,
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

describe('our own probe', () => {
  it.each([200, 204, 302, 400, 403, 404, 429, 499])('is answered by HTTP %i', (status) => {
    expect(hostAnswers(answers(status))).toBe(true);
    expect(hostFails(answers(status))).toBe(false);
  });

  it.each([500, 502, 503])(
    'is neither answered nor failed by HTTP %i: that is the server’s own trouble',
    (status) => {
      expect(hostAnswers(answers(status))).toBe(false);
      expect(hostFails(answers(status))).toBe(false);
    },
  );

  it('is neither answered nor failed by a redirect, or when nothing is known', () => {
    for (const host of [redirects('login.hotel.example'), null]) {
      expect(hostAnswers(host)).toBe(false);
      expect(hostFails(host)).toBe(false);
      expect(probeCause(host)).toBeNull();
    }
  });

  it('fails steadily from the third time on', () => {
    expect(failsSteadily(fails('reset', 2))).toBe(false);
    expect(failsSteadily(fails('reset', 3))).toBe(true);
    expect(failsSteadily({ ...answers(503), failures: 3 })).toBe(false);
    expect(failsSteadily(null)).toBe(false);
  });

  it('names the cause when it fails', () => {
    expect(hostFails(fails('reset'))).toBe(true);
    expect(probeCause(fails('reset'))).toBe('reset');
  });
});

describe('the layer that fails', () => {
  const layer = (symptom: (typeof SYMPTOMS)[number] | null, host = answers()) =>
    failingLayer(heard({ page: page(symptom), 'whatsapp-host': host }), NOW);

  it('is the page’s while our own probe is answered', () => {
    expect(layer('document-failed')).toBe('reach');
    expect(layer('server-error')).toBe('edge');
    expect(layer('app-not-starting')).toBe('app');
    expect(layer('connection-lost')).toBe('socket');
  });

  it.each<[string, ReturnType<typeof answers>, Layer]>([
    ['reach when our probe fails', fails('timed-out'), 'reach'],
    ['edge when the server answers with an error', answers(500), 'edge'],
  ])('moves outwards to %s, whatever the page shows', (_, host, expected) => {
    for (const symptom of SYMPTOMS) expect(layer(symptom, host), symptom).toBe(expected);
  });

  it('is none for a page we do not know, until WhatsApp’s host has spoken', () => {
    expect(layer('page-unknown')).toBe('app');
    const unknown = heard({ page: page('page-unknown') });
    expect(failingLayer(unknown, NOW)).toBeNull();
    expect(failingLayer({ ...unknown, ...silent({ 'whatsapp-host': 'unreachable' }) }, NOW)).toBeNull();
  });

  it('is none when the page is fine or unknown, whatever fails elsewhere', () => {
    expect(layer(null, fails('timed-out'))).toBeNull();
    expect(failingLayer(heard({ 'whatsapp-host': fails('timed-out') }), NOW)).toBeNull();
    expect(failingLayer({}, NOW)).toBeNull();
  });
});

describe('the controls', () => {
  const of = (more: Parameters<typeof device>[0]) => heard({ 'this-device': device(more) });

  it('are fine when one of them answers', () => {
    expect(controlsFine(of({}), NOW)).toBe(true);
    expect(controlsFine(of({ google: false }), NOW)).toBe(true);
    expect(controlsFine(of({ cloudflare: false }), NOW)).toBe(true);
  });

  it('are not fine when both are dead, a sign-in waits, or nothing is known', () => {
    expect(controlsFine(heard({ 'this-device': CONTROLS_DEAD }), NOW)).toBe(false);
    expect(controlsFine(of({ portalLocked: true }), NOW)).toBe(false);
    expect(controlsFine({}, NOW)).toBe(false);
  });

  it('are dead only when both were asked and neither answered', () => {
    expect(controlsDead(heard({ 'this-device': CONTROLS_DEAD }), NOW)).toBe(true);
    expect(controlsDead(of({ google: false }), NOW)).toBe(false);
    expect(controlsDead(silent({ 'this-device': 'spent' }), NOW)).toBe(false);
    expect(controlsDead({}, NOW)).toBe(false);
  });
});

describe('the resolvers', () => {
  const gone = (whatsapp: NameState | NameState[], control: NameState | NameState[] | undefined) =>
    dnsGone(heard({ dns: dns(whatsapp, control === undefined ? {} : { control }) }), NOW);

  it('lost WhatsApp when both fail and both find the control name', () => {
    expect(gone('gone', 'addresses')).toBe(true);
    expect(gone(['gone', 'stale'], 'addresses')).toBe(true);
  });

  it.each<[string, NameState | NameState[], NameState | NameState[] | undefined]>([
    ['one of them still finds it', ['gone', 'addresses'], 'addresses'],
    ['one of them does not answer', ['gone', 'unreachable'], 'addresses'],
    ['they filter it', 'filtered', 'addresses'],
    ['the control name is gone too', 'gone', 'gone'],
    ['one of them lost the control name', 'gone', ['addresses', 'gone']],
    ['the control name was not asked', 'gone', undefined],
    ['neither answers', 'unreachable', 'addresses'],
    ['the name has no address', 'no-data', 'addresses'],
  ])('did not lose it when %s', (_, whatsapp, control) => {
    expect(gone(whatsapp, control)).toBe(false);
  });

  it('have addresses only when both have', () => {
    const has = (whatsapp: NameState | NameState[]) => dnsHasAddresses(heard({ dns: dns(whatsapp) }), NOW);
    expect(has('addresses')).toBe(true);
    expect(has(['addresses', 'unreachable'])).toBe(false);
    expect(has(['addresses', 'stale'])).toBe(false);
    expect(dnsHasAddresses({}, NOW)).toBe(false);
  });

  it('tell about Meta’s other names and the scripts’ host the same way', () => {
    const lost = heard({ dns: dns('gone', { meta: 'gone', statics: 'addresses' }) });
    expect(metaNamesGone(lost, NOW)).toBe(true);
    expect(staticsResolveElsewhere(lost, NOW)).toBe(true);
    const half = heard({
      dns: dns('gone', { meta: ['gone', 'addresses'], statics: ['addresses', 'unreachable'] }),
    });
    expect(metaNamesGone(half, NOW)).toBe(false);
    expect(staticsResolveElsewhere(half, NOW)).toBe(false);
  });
});

describe('the country', () => {
  const says = (failing: number, all: number) => countrySays(heard({ country: country(failing, all) }), NOW);

  it.each<[number, number, ReturnType<typeof countrySays>]>([
    [3, 3, 'failing'],
    [2, 3, 'failing'],
    [3, 5, 'failing'],
    [5, 9, 'mixed'],
    [1, 3, 'mixed'],
    [1, 5, 'reaching'],
    [0, 3, 'reaching'],
    // Fewer than three places are too few to say anything.
    [2, 2, null],
    [0, 0, null],
  ])('%i of %i places failing is %s', (failing, all, expected) => {
    expect(says(failing, all)).toBe(expected);
  });

  it('says something where the world was not asked, and the world where it was not', () => {
    expect(reachedElsewhere(heard({ country: country(0) }), NOW)).toBe(true);
    expect(reachedElsewhere(heard({ world: world(0) }), NOW)).toBe(true);
    expect(reachedElsewhere(heard({ world: world(12), country: country(4) }), NOW)).toBe(false);
    expect(reachedElsewhere({}, NOW)).toBe(false);
  });

  it.each<[number, number, boolean]>([
    [6, 10, true],
    [10, 10, true],
    [5, 10, false],
    [9, 9, false],
    [0, 0, false],
  ])('has odd tests when %i of %i are: %s', (odd, all, expected) => {
    expect(testsAreOdd(heard({ country: country(0, 0, { tests: { odd, all } }) }), NOW)).toBe(expected);
  });

  it('has no odd tests when OONI was not heard', () => {
    expect(testsAreOdd(heard({ country: country(4) }), NOW)).toBe(false);
    expect(testsAreOdd({}, NOW)).toBe(false);
  });
});

describe('the crowd', () => {
  it.each<[number | null, number | null, boolean]>([
    [5, null, true],
    [null, 2, true],
    [40, 40, true],
    [4, 1, false],
    [0, 0, false],
    [null, null, false],
  ])('with %s accounts and %s stories is loud: %s', (accounts, stories, expected) => {
    expect(crowdIsLoud(heard({ crowd: crowd(accounts, stories) }), NOW)).toBe(expected);
  });

  it('is not loud when nobody asked', () => {
    expect(crowdIsLoud({}, NOW)).toBe(false);
  });
});

describe('the world', () => {
  it.each<[number, number, ReturnType<typeof worldSays>]>([
    [12, 12, 'failing'],
    [3, 5, 'failing'],
    [6, 10, 'failing'],
    [7, 12, 'mixed'],
    [59, 100, 'mixed'],
    [21, 100, 'mixed'],
    [2, 10, 'reaching'],
    [1, 5, 'reaching'],
    [0, 12, 'reaching'],
    [4, 4, 'failing'],
    [0, 4, 'reaching'],
    // Fewer than four places are too few to say anything.
    [3, 3, null],
    [0, 3, null],
    [0, 0, null],
  ])('%i of %i places failing is %s', (failing, all, says) => {
    expect(worldSays(heard({ world: world(failing, all) }), NOW)).toBe(says);
  });

  it.each<[string, number, HostValue, ReturnType<typeof worldSays>]>([
    ['finds a name that is not found here', 0, fails('name-not-resolved'), 'reaching'],
    ['finds a name, which says nothing of a refused connection', 0, fails('refused'), null],
    ['finds a name, which says nothing of a failing page', 0, answers(), null],
    ['finds the name nowhere, whatever fails here', 12, fails('timed-out'), 'failing'],
  ])('that looked up names only %s', (_, failing, host, says) => {
    const evidence = heard({ world: { ...world(failing), type: 'dns' }, 'whatsapp-host': host });
    expect(worldSays(evidence, NOW)).toBe(says);
  });

  it('says nothing when it was not asked or had no time', () => {
    expect(worldSays({}, NOW)).toBeNull();
    expect(worldSays(silent({ world: 'refused' }), NOW)).toBeNull();
  });
});

describe('Meta reports an outage', () => {
  const reports = (...args: Parameters<typeof meta>) =>
    metaReports(heard({ 'meta-status': meta(...args) }), NOW);

  it('when it says medium or high, begun at most twelve hours ago', () => {
    expect(reports('high')).toBe(true);
    expect(reports('medium')).toBe(true);
    expect(reports('high', { ageMs: 12 * HOUR })).toBe(true);
  });

  it.each<[string, Parameters<typeof meta>]>([
    ['low supports, and decides nothing', ['low']],
    ['it says resolved', ['resolved']],
    ['it reports nothing', ['nothing']],
    ['its word is new to us', ['unknown-word']],
    ['it began more than twelve hours ago', ['high', { ageMs: 12 * HOUR + 1 }]],
    ['it does not say when it began', ['high', { ageMs: null, sinceAt: null }]],
  ])('not when %s', (_, args) => {
    expect(reports(...args)).toBe(false);
  });
});

describe('recent success', () => {
  it('counts for ten minutes before the trouble was seen, however long the trouble lasts', () => {
    const worked = (ms: number) => heard({ 'recent-success': workedBefore(ms) });
    expect(workedRecently(worked(10 * MINUTE), NOW)).toBe(true);
    expect(workedRecently(worked(10 * MINUTE), NOW + 3 * HOUR)).toBe(true);
    expect(workedRecently(worked(10 * MINUTE + 1), NOW)).toBe(false);
    expect(workedRecently({}, NOW)).toBe(false);
  });
});

describe('the phone', () => {
  it('works, fails, or was not asked; an answer is valid for ten minutes', () => {
    expect(phoneWorks(heard({ phone: { works: true } }), NOW)).toBe(true);
    expect(phoneWorks(heard({ phone: { works: false } }), NOW)).toBe(false);
    expect(phoneWorks({}, NOW)).toBeNull();
    expect(phoneWorks(heard({ phone: { works: true } }, NOW - 11 * MINUTE), NOW)).toBeNull();
  });
});
