/** Whom a look asks, when, and what it makes of the answers. */
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../../src/core/asking/ledger';
import { quiet, type Situation } from '../../../../src/core/situation';
import type { WayState } from '../../../../src/core/ways';
import type { AskOutcome } from '../../../../src/sources/ask';
import { due, MOST_AN_HOUR, mayLook } from '../../../../src/ui/ways/due';
import { lookAt } from '../../../../src/ui/ways/look-at';
import { type Target, targetsOf } from '../../../../src/ui/ways/targets';
import { incident, indicator, signalPage, statuspage } from '../../../fixtures/status-pages';
import { answer, fakeAsk, OPAQUE, SPENT, UNREACHABLE } from '../../sources/fake-ask';
import { HOUR, MINUTE, NOW } from '../../witnesses';

const PAGE = {
  url: 'https://status.example.com/api/v2/summary.json',
  format: 'statuspage',
  name: 'Our chat',
};
const SIGNALS = { url: 'https://status.signal.org/', format: 'signal', name: 'Signal' };
const target = (id: string): Target => {
  const [found] = targetsOf({ ways: [id], pages: [] });
  if (!found) throw new Error(id);
  return found;
};
const [own] = targetsOf({ ways: [], pages: [PAGE] }) as [Target];

describe('the person’s ways', () => {
  const ids = (ways: string[] | null, pages = [PAGE].slice(1)) =>
    targetsOf({ ways, pages }).map(({ id }) => id);

  it('are ours until they chose, then theirs in their order', () => {
    expect(ids(null)).toEqual(['telegram', 'signal', 'sms', 'phone', 'email']);
    expect(ids(['zoom', 'telegram'])).toEqual(['zoom', 'telegram']);
    expect(ids([])).toEqual([]);
  });

  it('are without those we no longer know', () => {
    expect(ids(['skype', 'telegram'])).toEqual(['telegram']);
  });

  it('have the status pages they added last, by their own names', () => {
    expect(ids(['telegram'], [PAGE])).toEqual(['telegram', PAGE.url]);
    expect(own).toMatchObject({ name: 'Our chat', href: 'https://status.example.com/', probe: null });
  });

  it('are not told twice of the same page: added, it lets its app’s be read', () => {
    expect(ids(['signal'], [SIGNALS])).toEqual(['signal']);
    expect(ids(['telegram'], [SIGNALS])).toEqual(['telegram', SIGNALS.url]);
  });
});

describe('a look', () => {
  const look = async (one: Target, answers: Record<string, AskOutcome>, granted = false) => {
    const { ask, asked } = fakeAsk((url) => answers[url.host] ?? UNREACHABLE);
    const state = await lookAt(one, { ask, isGranted: async () => granted, now: () => NOW });
    return { state, asked, hosts: asked.map(({ url }) => new URL(url).host) };
  };
  const TROUBLE = answer(statuspage({ ...indicator('major'), incidents: [incident(NOW)] }));

  it('at Telegram is one HEAD of its favicon, without cookies or a body', async () => {
    const { state, asked } = await look(target('telegram'), { 'web.telegram.org': OPAQUE });
    expect(asked).toEqual([
      {
        url: 'https://web.telegram.org/favicon.ico',
        purpose: 'fallback',
        method: 'HEAD',
        how: 'opaque',
        deadlineMs: 5_000,
      },
    ]);
    expect(state).toMatchObject({ status: 'reachable', note: 'reachable', at: NOW });
  });

  it('that fails proves nothing', async () => {
    expect((await look(target('telegram'), {})).state).toMatchObject({ status: 'unknown', note: 'unknown' });
  });

  it('at Discord asks its status page first, then its web host', async () => {
    const { state, hosts } = await look(target('discord'), {
      'discordstatus.com': TROUBLE,
      'discord.com': OPAQUE,
    });
    expect(hosts).toEqual(['discordstatus.com', 'discord.com']);
    expect(state).toMatchObject({
      status: 'trouble',
      note: 'trouble_named',
      incident: 'Messages are failing',
    });
  });

  it('at Discord still says what its web host says when the status page cannot be read', async () => {
    for (const silent of [UNREACHABLE, answer('<html>'), answer('', { status: 500 }), OPAQUE])
      expect(
        (await look(target('discord'), { 'discordstatus.com': silent, 'discord.com': OPAQUE })).state,
      ).toMatchObject({ status: 'reachable', note: 'reachable' });
  });

  it('asks no page that we may not read, until the person allows it', async () => {
    const up = { 'status.signal.org': answer(signalPage('Signal is experiencing technical difficulties.')) };
    const without = await look(target('signal'), { ...up, 'signal.org': OPAQUE });
    expect(without.hosts).toEqual(['signal.org']);
    expect(without.state).toMatchObject({ status: 'reachable' });
    const allowed = await look(target('signal'), { ...up, 'signal.org': OPAQUE }, true);
    expect(allowed.hosts).toEqual(['status.signal.org', 'signal.org']);
    expect(allowed.state).toMatchObject({ status: 'trouble' });
  });

  it('at Google asks for a beginning only', async () => {
    const { asked } = await look(target('google-chat'), {}, true);
    expect(asked[0]).toMatchObject({ beginningWillDo: true, how: 'read' });
    expect(asked[0]?.maxBytes).toBeLessThanOrEqual(24 * 1024);
  });

  it('at a page of their own: says what it says, and one clear line when the permission is gone', async () => {
    const fine = await look(own, { 'status.example.com': answer(statuspage()) }, true);
    expect(fine.state).toMatchObject({ status: 'unknown', note: 'fine' });
    const trouble = await look(own, { 'status.example.com': TROUBLE }, true);
    expect(trouble.state).toMatchObject({ status: 'trouble', incident: 'Messages are failing' });
    const unreachable = await look(own, {}, true);
    expect(unreachable.state).toMatchObject({ status: 'unknown', note: 'unknown' });
    const revoked = await look(own, { 'status.example.com': TROUBLE }, false);
    expect(revoked.asked).toEqual([]);
    expect(revoked.state).toMatchObject({ status: 'unknown', note: 'forbidden' });
  });

  it('that the budget did not allow has learned nothing', async () => {
    expect((await look(target('telegram'), { 'web.telegram.org': SPENT })).state).toBeNull();
    const half = await look(target('discord'), { 'discordstatus.com': SPENT, 'discord.com': OPAQUE });
    expect(half.state).toMatchObject({ status: 'reachable' });
  });
});

describe('when to look', () => {
  const incidentOf = (change: object = {}): Situation =>
    ({
      ...quiet(NOW),
      incident: {},
      verdict: { ...quiet(NOW).verdict, verdict: 'global' },
      ...change,
    }) as Situation;
  const verdict = (name: string) => incidentOf({ verdict: { ...quiet(NOW).verdict, verdict: name } });

  it.each<[string, Situation, boolean]>([
    ['in trouble', incidentOf(), true],
    ['in peace: never', quiet(NOW), false],
    ['when the trouble is over, whatever was said of it: never', incidentOf({ incident: null }), false],
    [
      'while the first answers are still to come: not yet',
      incidentOf({ round: { startedAt: NOW - 1_000 } }),
      false,
    ],
    ['after a round that was cut short', incidentOf({ round: { startedAt: NOW - 16_000 } }), true],
    ['offline: nothing answers', verdict('offline'), false],
    ['before a sign-in page: only that would answer', verdict('captive-portal'), false],
    ['when it works again', verdict('working'), false],
    ['unsure', verdict('unsure'), true],
    ['local', verdict('local'), true],
  ])('%s', (_, situation, wanted) => {
    expect(mayLook(situation, NOW)).toBe(wanted);
  });

  const asked = (count: number, agoMs = MINUTE): Asked[] =>
    Array.from({ length: count }, () => ({ purpose: 'fallback', host: 'x', at: NOW - agoMs, ended: '200' }));
  const known = (at: number): WayState => ({
    status: 'unknown',
    note: 'unknown',
    incident: null,
    since: null,
    at,
  });
  const all = targetsOf({
    ways: ['telegram', 'sms', 'discord', 'slack', 'zoom', 'element', 'viber'],
    pages: [],
  });
  const ids = (states = {}, made: Asked[] = []) => due(all, states, made, NOW).map(({ id }) => id);

  it('is each way that can be asked, the first ones as far as the hour reaches', () => {
    expect(ids()).toEqual(['telegram', 'discord', 'slack', 'zoom', 'element', 'viber']);
    expect(MOST_AN_HOUR).toBe(10);
    expect(ids({}, asked(4))).toEqual(['telegram', 'discord', 'slack', 'viber']);
    expect(ids({}, asked(10))).toEqual([]);
    expect(ids({}, asked(10, HOUR))).toHaveLength(6);
  });

  it('is not what was asked within ten minutes', () => {
    expect(ids({ telegram: known(NOW - 9 * MINUTE) })).not.toContain('telegram');
    expect(ids({ telegram: known(NOW - 11 * MINUTE) })).toContain('telegram');
  });
});
