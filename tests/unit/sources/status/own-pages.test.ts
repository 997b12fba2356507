/** Kinds of pages a person may add. */
import { describe, expect, it } from 'vitest';
import {
  atom,
  betterStack,
  cachet,
  type FeedItem,
  instatus,
  report,
  rss,
  statusIo,
  update,
} from '../../../fixtures/status-pages';
import { HOUR, MINUTE, NOW } from '../../witnesses';
import { read } from './read';

describe('Instatus', () => {
  const active = (change: object = {}) => ({
    name: 'Chat is slow',
    started: new Date(NOW - HOUR).toISOString(),
    status: 'INVESTIGATING',
    impact: 'MAJOROUTAGE',
    ...change,
  });
  const page = (status: unknown) => ({ page: { name: 'Example', status } });
  it.each<[string, object, string, string | null]>([
    ['up', {}, 'fine', null],
    ['has issues', page('HASISSUES'), 'trouble', null],
    ['under maintenance', page('UNDERMAINTENANCE'), 'maintenance', null],
    ['a word we do not know', page('WOBBLY'), 'unknown', null],
    ['no word', page(undefined), 'unknown', null],
    ['a major outage', { ...page('HASISSUES'), activeIncidents: [active()] }, 'down', 'Chat is slow'],
    [
      'up, and something open',
      { activeIncidents: [active({ impact: 'OPERATIONAL' })] },
      'trouble',
      'Chat is slow',
    ],
    ['up, and something over', { activeIncidents: [active({ status: 'RESOLVED' })] }, 'fine', null],
    [
      'maintenance announced',
      { activeMaintenances: [{ name: 'Later', status: 'NOTSTARTEDYET' }] },
      'fine',
      null,
    ],
    [
      'maintenance begun',
      { activeMaintenances: [{ name: 'Now', status: 'INPROGRESS' }] },
      'maintenance',
      'Now',
    ],
  ])('%s', async (_, change, state, incident) => {
    expect(await read('instatus', instatus(change))).toMatchObject({ state, incident });
  });
});

describe('Better Stack', () => {
  it.each<[string, unknown, object[], string, string | null]>([
    ['operational', 'operational', [], 'fine', null],
    ['degraded', 'degraded', [], 'trouble', null],
    ['downtime', 'downtime', [], 'down', null],
    ['maintenance', 'maintenance', [], 'maintenance', null],
    ['a word we do not know', 'sleepy', [], 'unknown', null],
    ['a report', 'degraded', [report(NOW)], 'trouble', 'Delayed messages'],
    // A live page of 2026-09 had one so.
    [
      'a resolved report without an end',
      'operational',
      [report(NOW, { aggregate_state: 'resolved' })],
      'fine',
      null,
    ],
    [
      'one that has ended',
      'operational',
      [report(NOW, { ends_at: new Date(NOW - MINUTE).toISOString() })],
      'fine',
      null,
    ],
    [
      'one to come',
      'operational',
      [report(NOW, { starts_at: new Date(NOW + HOUR).toISOString() })],
      'fine',
      null,
    ],
    [
      'maintenance under way',
      'operational',
      [report(NOW, { report_type: 'maintenance' })],
      'maintenance',
      'Delayed messages',
    ],
  ])('%s', async (_, aggregate, reports, state, incident) => {
    expect(await read('better-stack', betterStack(aggregate, reports))).toMatchObject({ state, incident });
  });
});

describe('status.io', () => {
  it.each<[unknown, string]>([
    [100, 'fine'],
    ['100', 'fine'],
    [200, 'maintenance'],
    [300, 'trouble'],
    [400, 'trouble'],
    [500, 'down'],
    [600, 'trouble'],
    [700, 'unknown'],
    [null, 'unknown'],
  ])('code %s is %s', async (code, state) => {
    expect((await read('status-io', statusIo(code))).state).toBe(state);
  });

  it('names what is open', async () => {
    const incidents = [{ name: 'Chat fails', datetime_open: new Date(NOW - HOUR).toISOString() }];
    expect(await read('status-io', statusIo(100, { incidents }))).toEqual({
      state: 'trouble',
      incident: 'Chat fails',
      since: NOW - HOUR,
    });
  });
});

describe('Cachet', () => {
  it.each<[string, unknown[], number, string, string | null]>([
    ['all operational', [1, 1], 1, 'fine', null],
    ['as text', ['1', '1'], 1, 'fine', null],
    ['slow', [1, 2], 1, 'trouble', 'Part 1: Status 2'],
    ['one out', [4, 1], 1, 'trouble', 'Part 0: Status 4'],
    ['all out', [4, 4], 1, 'down', 'Part 0: Status 4'],
    ['a number we do not know', [1, 9], 1, 'unknown', 'Part 1: Status 9'],
    ['more pages than were read', [1], 2, 'unknown', null],
    ['no components', [], 1, 'unknown', null],
  ])('%s', async (_, codes, pages, state, incident) => {
    expect(await read('cachet', cachet(codes, pages))).toMatchObject({ state, incident });
  });
});

describe.each([
  ['Atom', atom],
  ['RSS', rss],
] as const)('%s', (_, feed) => {
  const item = (title: string, prose = '', agoMs = 30 * MINUTE): FeedItem => ({
    title,
    prose,
    at: NOW - agoMs,
  });
  const said = (...items: FeedItem[]) => read('feed', feed(items));

  it.each<[string, FeedItem, string]>([
    ['something new', item('Messages are failing'), 'trouble'],
    ['… being looked into', item('Messages are failing', update('Identified')), 'trouble'],
    [
      '… resolved in its newest update',
      item('Messages are failing', update('Resolved') + update('Identified')),
      'fine',
    ],
    [
      '… whose text speaks of resolving',
      item('Messages are failing', update('Monitoring', 'It should be resolved soon.')),
      'trouble',
    ],
    // world-intel-mcp#24.
    ['a title that begins with Resolved', item('Resolved: Major outage'), 'fine'],
    ['… in brackets', item('[RESOLVED] Major outage'), 'fine'],
    ['… at the end', item('Major outage - Resolved'), 'fine'],
    ['mitigated', item('Mitigated: slow messages'), 'fine'],
    ['completed', item('Upgrade', update('Completed')), 'fine'],
    ['a title that only holds the word', item('Unresolved complaints'), 'trouble'],
    ['25 hours old', item('Messages are failing', '', 25 * HOUR), 'fine'],
    ['23 hours old', item('Messages are failing', '', 23 * HOUR), 'trouble'],
    ['maintenance to come', item('Scheduled maintenance', update('Scheduled')), 'fine'],
    ['maintenance announced in the text', item('Upgrade', 'THIS IS A SCHEDULED EVENT Nov 22'), 'fine'],
    ['maintenance under way', item('Scheduled maintenance', update('In progress')), 'maintenance'],
  ])('%s', async (_, one, state) => {
    expect((await said(one)).state).toBe(state);
  });

  it('with nothing in it is a feed without an incident', async () => {
    expect(await said()).toEqual({ state: 'fine', incident: null, since: null });
  });

  it('without a single time we can read tells nothing', async () => {
    expect((await said({ title: 'Messages are failing', at: 'lately' })).state).toBe('unknown');
  });

  it('tells of the newest trouble by its title, as plain text', async () => {
    const { incident, since } = await said(
      item('<b>Chat</b> & voice\u202e fail'),
      item('Old', '', 30 * HOUR),
    );
    expect(incident).toBe('Chat & voice fail');
    expect(since).toBe(NOW - 30 * MINUTE);
  });
});

describe('a feed', () => {
  it.each([
    ['has a document type', `<!DOCTYPE rss [<!ENTITY a "b">]>${rss([])}`],
    [
      'has entities that expand into each other',
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>`,
    ],
    ['reads a file', `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel/></rss>`],
    ['breaks off', rss([]).slice(0, 80)],
    ['is a page', '<html><body>rss</body></html>'],
    ['is longer than any', rss([{ title: 'x'.repeat(300_000), at: NOW }])],
    ['is deep', `${'<a>'.repeat(60_000)}${'</a>'.repeat(20_000)}`],
  ])('is refused when it %s', async (_, body) => {
    expect(await read('feed', body)).toEqual({ state: 'unknown', incident: null, since: null });
  });

  it('may hold names of HTML’s, prefixes, and a mark at its beginning', async () => {
    const body = `\ufeff${rss([{ title: 'A', at: NOW - MINUTE }]).replace('>A<', '>A&nbsp;B &eacute;<')}`;
    expect((await read('feed', body)).state).toBe('trouble');
    const prefixed = '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title></a:feed>';
    expect((await read('feed', prefixed)).state).toBe('fine');
  });
});
