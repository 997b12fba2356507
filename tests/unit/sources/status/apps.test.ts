/** Status pages of single companies. */
import { describe, expect, it } from 'vitest';
import { beginningOf } from '../../../../src/sources/status/google';
import {
  apple,
  appleEvent,
  googleIncident,
  microsoft,
  signalPage,
  slack,
  slackIncident,
} from '../../../fixtures/status-pages';
import { HOUR, MINUTE, NOW } from '../../witnesses';
import { read } from './read';

describe('Slack', () => {
  it.each<[string, object, string, string | null]>([
    ['says ok', {}, 'fine', null],
    [
      'has an incident',
      { status: 'active', active_incidents: [slackIncident()] },
      'trouble',
      'Messages are slow for some',
    ],
    [
      'has an outage',
      { status: 'active', active_incidents: [slackIncident({ type: 'outage' })] },
      'down',
      'Messages are slow for some',
    ],
    [
      'has a notice',
      { status: 'active', active_incidents: [slackIncident({ type: 'notice' })] },
      'maintenance',
      'Messages are slow for some',
    ],
    [
      'has a kind we do not know',
      { status: 'active', active_incidents: [slackIncident({ type: 'surprise' })] },
      'trouble',
      'Messages are slow for some',
    ],
    [
      'says ok over an open incident',
      { active_incidents: [slackIncident()] },
      'trouble',
      'Messages are slow for some',
    ],
    ['has one that is over', { active_incidents: [slackIncident({ status: 'resolved' })] }, 'fine', null],
    ['is active without a word of what', { status: 'active' }, 'trouble', null],
    ['says a word we do not know', { status: 'wobbly' }, 'unknown', null],
    ['sends null for its list', { active_incidents: null }, 'fine', null],
    ['says nothing', { status: undefined }, 'unknown', null],
  ])('%s', async (_, change, state, incident) => {
    expect(await read('slack', slack(change))).toMatchObject({ state, incident });
  });

  it('understands its zones', async () => {
    const body = slack({ status: 'active', active_incidents: [slackIncident()] });
    expect((await read('slack', body)).since).toBe(Date.UTC(2026, 10, 21, 15, 35));
  });
});

describe('Google Workspace', () => {
  const open = (change: object = {}) => googleIncident(NOW - 30 * MINUTE, { end: null, ...change });
  const old = Array.from({ length: 5 }, (_, index) => googleIncident(NOW - (24 + index) * HOUR));
  const chat = (incidents: readonly object[]) => read('google', incidents, 'Google Chat');

  it.each<[string, object[], string, string | null]>([
    ['nothing is open', old, 'fine', null],
    ['an outage is open', [open(), ...old], 'down', 'Users cannot send messages in Google Chat'],
    [
      'a disruption',
      [open({ status_impact: 'SERVICE_DISRUPTION' }), ...old],
      'trouble',
      'Users cannot send messages in Google Chat',
    ],
    [
      'a note, which is named all the same',
      [open({ status_impact: 'SERVICE_INFORMATION' }), ...old],
      'fine',
      'Users cannot send messages in Google Chat',
    ],
    [
      'an impact we do not know',
      [open({ status_impact: 'SERVICE_PARTY' }), ...old],
      'trouble',
      'Users cannot send messages in Google Chat',
    ],
    [
      'Gmail only',
      [open({ service_name: 'Gmail', affected_products: [{ title: 'Gmail' }] }), ...old],
      'fine',
      null,
    ],
    [
      'several products, Chat among them',
      [open({ service_name: 'Multiple', affected_products: [{ title: 'Gmail' }, { title: 'Google Chat' }] })],
      'down',
      'Users cannot send messages in Google Chat',
    ],
    ['no `end` at all', [open({ end: undefined })], 'down', 'Users cannot send messages in Google Chat'],
    ['a list with nothing in it', [], 'unknown', null],
  ])('%s', async (_, incidents, state, incident) => {
    expect(await chat(incidents)).toMatchObject({ state, incident });
  });

  it('is read from its beginning: whole entries only, wherever it is cut off', async () => {
    const text = JSON.stringify([open(), ...old]);
    const [first = ''] = [JSON.stringify(open())];
    for (let end = 0; end < text.length; end++) {
      const said = await read('google', text.slice(0, end), 'Google Chat');
      expect(said.state, `cut at ${end}`).toBe(end > first.length ? 'down' : 'unknown');
    }
  });

  it('tells nothing when the newest might be in the part that was not read', async () => {
    const oldestFirst = JSON.stringify([...old].reverse());
    expect((await read('google', oldestFirst.slice(0, -20), 'Google Chat')).state).toBe('unknown');
    expect((await read('google', oldestFirst, 'Google Chat')).state).toBe('fine');
  });

  it('counts brackets in texts for text', () => {
    const entries = [{ a: '}]["' }, { b: '\\' }, { c: [[{ d: '{' }]] }];
    const text = `${JSON.stringify(entries).slice(0, -1)},{"e`;
    expect(beginningOf(text)).toEqual({ entries, whole: false });
  });
});

describe('Apple', () => {
  const events = (...all: object[]) => read('apple', apple(all), 'iMessage');

  it.each<[string, object[], string]>([
    ['has no event', [], 'fine'],
    ['has an outage', [appleEvent(NOW)], 'down'],
    ['has an issue', [appleEvent(NOW, { statusType: 'Issue' })], 'trouble'],
    ['has maintenance under way', [appleEvent(NOW, { statusType: 'Maintenance' })], 'maintenance'],
    ['has a live event of a kind we do not know', [appleEvent(NOW, { statusType: 'Odd' })], 'trouble'],
    ['has one that ended', [appleEvent(NOW, { epochEndDate: NOW - MINUTE })], 'fine'],
    ['has one that will end', [appleEvent(NOW, { epochEndDate: NOW + HOUR })], 'down'],
    ['has one that is to come', [appleEvent(NOW, { epochStartDate: NOW + HOUR })], 'fine'],
    ['has one called resolved without an end', [appleEvent(NOW, { eventStatus: 'resolved' })], 'fine'],
  ])('%s', async (_, all, state) => {
    expect((await events(...all)).state).toBe(state);
  });

  it('is read from JSONP as well, in its own words', async () => {
    const body = `jsonCallback(${JSON.stringify(apple([appleEvent(NOW)]))});`;
    expect(await read('apple', body, 'iMessage')).toEqual({
      state: 'down',
      incident: 'Some users are affected. Users may be unable to send messages.',
      since: NOW - 15 * MINUTE,
    });
  });

  it('tells nothing of a service it does not list', async () => {
    expect((await read('apple', apple(), 'iPigeon')).state).toBe('unknown');
    expect((await read('apple', { services: [{ serviceName: 'iMessage' }] }, 'iMessage')).state).toBe(
      'unknown',
    );
  });
});

describe('Microsoft', () => {
  it.each([
    ['Operational', 'fine'],
    ['operational ', 'fine'],
    ['Service degradation', 'trouble'],
    ['Service interruption', 'down'],
    ['Investigating', 'trouble'],
    ['Everything is great', 'unknown'],
    ['', 'unknown'],
  ])('“%s” is %s', async (word, state) => {
    expect((await read('microsoft', microsoft(word, 'Sign-in fails'), 'Microsoft Teams')).state).toBe(state);
  });

  it('names what is wrong, and of Teams only', async () => {
    const body = microsoft('Service degradation', '<b>Sign-in</b> fails');
    expect((await read('microsoft', body, 'Microsoft Teams')).incident).toBe('Sign-in fails');
    expect((await read('microsoft', body, 'Outlook.com')).state).toBe('fine');
    expect((await read('microsoft', body, 'Skype')).state).toBe('unknown');
  });
});

describe('Signal', () => {
  const UP = 'Signal is up and running.';
  const DOWN = 'Signal is experiencing technical difficulties. We are working hard.';
  it.each([
    [UP, 'fine', null],
    [DOWN, 'trouble', 'Signal is experiencing technical difficulties'],
    ['Signal is up and running', 'unknown', null],
    ['Everything is fine.', 'unknown', null],
    ['', 'unknown', null],
  ])('“%s” is %s', async (sentence, state, incident) => {
    expect(await read('signal', signalPage(sentence))).toMatchObject({ state, incident });
  });

  it('is not read from its scripts, which hold both sentences', async () => {
    expect((await read('signal', signalPage(UP, `say("${DOWN}")`))).state).toBe('fine');
    expect((await read('signal', signalPage('…', `say("${UP}")`))).state).toBe('unknown');
  });

  it('says both: then it is in trouble', async () => {
    expect((await read('signal', signalPage(`${DOWN} ${UP}`))).state).toBe('trouble');
  });
});
