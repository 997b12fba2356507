import { describe, expect, it } from 'vitest';
import { components, incident, indicator, statuspage } from '../../../fixtures/status-pages';
import { MINUTE, NOW } from '../../witnesses';
import { read } from './read';

const said = (change: object = {}) => read('statuspage', statuspage(change));
const open = (change: object = {}) => ({ incidents: [incident(NOW, change)] });

describe('a Statuspage', () => {
  it.each<[string, object, string, string | null]>([
    ['all is well', {}, 'fine', null],
    ['indicator minor', indicator('minor', 'Minor trouble'), 'trouble', 'Minor trouble'],
    ['indicator major', indicator('major'), 'trouble', 'Something is wrong'],
    ['indicator critical', indicator('critical'), 'down', 'Something is wrong'],
    ['indicator maintenance', indicator('maintenance', 'Upgrades'), 'maintenance', 'Upgrades'],
    ['a word we do not know', indicator('wobbly', 'All fine'), 'unknown', 'All fine'],
    ['a word with blanks and capitals', indicator(' None ', ''), 'fine', null],
    [
      'indicator none, one component out',
      components('operational', 'major_outage'),
      'trouble',
      'All Systems Operational',
    ],
    ['every component out', components('major_outage', 'major_outage'), 'down', 'All Systems Operational'],
    [
      'a component under maintenance',
      components('operational', 'under_maintenance'),
      'maintenance',
      'All Systems Operational',
    ],
    [
      'a component in a state we do not know',
      components('operational', 'haunted'),
      'unknown',
      'All Systems Operational',
    ],
    ['an open incident', { ...open(), ...indicator('major') }, 'trouble', 'Messages are failing'],
    ['a critical one', open({ impact: 'critical' }), 'down', 'Messages are failing'],
    // Discord 2019-06-24.
    [
      'indicator none, impact none, and an open incident',
      open({ impact: 'none', name: 'Global Unavailability' }),
      'trouble',
      'Global Unavailability',
    ],
    // GitHub 2026-09-23.
    ['indicator none, and a minor one', open({ impact: 'minor' }), 'trouble', 'Messages are failing'],
    ['one that is being watched', open({ status: 'monitoring' }), 'trouble', 'Messages are failing'],
    ['one that is resolved', open({ status: 'resolved' }), 'fine', null],
    ['one with a post-mortem', open({ status: 'postmortem' }), 'fine', null],
    ['one without a name', open({ name: '', impact: 'minor' }), 'trouble', 'All Systems Operational'],
    [
      'planned maintenance',
      { scheduled_maintenances: [incident(NOW, { status: 'scheduled', impact: 'maintenance' })] },
      'fine',
      null,
    ],
    [
      'maintenance under way',
      { scheduled_maintenances: [incident(NOW, { status: 'in_progress', name: 'Upgrade' })] },
      'maintenance',
      'Upgrade',
    ],
    // incident.io.
    ['nulls for lists', { incidents: null, scheduled_maintenances: null, components: null }, 'fine', null],
    ['lists missing', { incidents: undefined, components: undefined }, 'fine', null],
    ['no status', { status: undefined }, 'unknown', null],
    ['an indicator of another kind', indicator(0), 'unknown', null],
  ])('%s', async (_, change, state, name) => {
    expect(await said(change)).toMatchObject({ state, incident: name });
  });

  it('skips groups, which only repeat their members', async () => {
    const [first] = statuspage().components;
    const body = { components: [{ ...first, group: true, status: 'partial_outage' }, first] };
    expect((await said(body)).state).toBe('fine');
  });

  it('tells of the worst that is open, and since when', async () => {
    const incidents = [
      incident(NOW, {
        name: 'Small',
        impact: 'minor',
        started_at: new Date(NOW - 90 * MINUTE).toISOString(),
      }),
      incident(NOW, { name: 'Big', impact: 'critical' }),
    ];
    expect(await said({ incidents })).toEqual({ state: 'down', incident: 'Big', since: NOW - 20 * MINUTE });
  });

  it.each([
    [
      'by when it was written down, where it does not say since when',
      { started_at: null },
      NOW - 18 * MINUTE,
    ],
    ['not at all when its times are no times', { started_at: 'soon', created_at: 7 }, null],
    ['not at all when they lie ahead', { started_at: '2030-01-01T00:00:00Z', created_at: null }, null],
  ])('tells since when: %s', async (_, change, since) => {
    expect((await said(open(change))).since).toBe(since);
  });

  it('is plain text, one line, and not long', async () => {
    const name = `<img src=x onerror=alert(1)>Down\u202e\n\u0000 now ${'x'.repeat(5_000)}`;
    const { incident } = await said(open({ name }));
    expect(incident).toMatch(/^Down now x+…$/);
    expect([...(incident ?? '')]).toHaveLength(120);
  });

  it.each([
    ['a web page', '<!DOCTYPE html><title>Status</title>'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a number', '7'],
    ['text that breaks off', '{"status":{"indicator":"none"'],
  ])('is not understood when it is %s', async (_, body) => {
    expect(await read('statuspage', body)).toEqual({ state: 'unknown', incident: null, since: null });
  });
});
