import { describe, expect, it } from 'vitest';
import type { Symptom } from '../../../src/core/evidence';
import {
  noticed,
  withOutstanding,
  withoutOutstanding,
  withoutRound,
  withoutTab,
  withReading,
  withTrouble,
} from '../../../src/core/incident';
import { quiet, type Situation, type TabTrouble } from '../../../src/core/situation';
import { answers, fails, heard, MINUTE, NOW } from '../witnesses';

const trouble = (symptom: Symptom, phase: TabTrouble['phase'] = 'notice', at = NOW): TabTrouble => ({
  symptom,
  phase,
  at,
});

/** Tabs that fall into trouble one after the other. */
function tabs(...list: readonly (readonly [string, TabTrouble])[]): Situation {
  return list.reduce(
    (situation, [tab, one], index) => withTrouble(situation, tab, one, `incident-${index}`, NOW),
    quiet(NOW),
  );
}

const blocked = { state: 'known', value: fails('blocked'), at: NOW } as const;

describe('an incident', () => {
  it('begins with the first trouble, at the time that trouble began', () => {
    const { incident, verdict } = tabs(['1', trouble('cannot-connect', 'suspect', NOW - MINUTE)]);
    expect(incident).toMatchObject({ id: 'incident-0', beganAt: NOW - MINUTE, noticedAt: 0, checks: 0 });
    expect(verdict.verdict).toBe('unsure');
  });

  it('begins undismissed, with nobody told and nothing checked yet', () => {
    const { incident } = tabs(['1', trouble('cannot-connect', 'suspect')]);
    expect(incident).toMatchObject({ dismissed: false, noticedAt: 0, checks: 0 });
  });

  it('that nobody noticed is shown once it was asked about and found', () => {
    const suspected = tabs(
      ['1', trouble('cannot-connect', 'suspect')],
      ['2', trouble('loading-frozen', 'suspect')],
    );
    const { incident } = noticed(suspected, NOW + MINUTE);
    expect(incident?.noticedAt).toBe(NOW + MINUTE);
    expect(Object.values(incident?.tabs ?? {}).map((tab) => tab.phase)).toEqual(['notice', 'notice']);
    const again = noticed({ ...suspected, incident }, NOW + 9 * MINUTE);
    expect(again.incident?.noticedAt).toBe(NOW + MINUTE);
    const calm = quiet(NOW);
    expect(noticed(calm, NOW)).toBe(calm);
  });

  it('is shared by all tabs', () => {
    const { incident } = tabs(['1', trouble('cannot-connect')], ['2', trouble('connection-lost')]);
    expect(incident?.id).toBe('incident-0');
    expect(Object.keys(incident?.tabs ?? {})).toEqual(['1', '2']);
  });

  it('is noticed once and stays noticed', () => {
    const suspected = tabs(['1', trouble('cannot-connect', 'suspect')]);
    const noticed = withTrouble(suspected, '1', trouble('cannot-connect'), 'x', NOW + MINUTE);
    expect(noticed.incident?.noticedAt).toBe(NOW + MINUTE);
    const again = withTrouble(noticed, '1', trouble('loading-frozen', 'suspect'), 'x', NOW + 2 * MINUTE);
    expect(again.incident?.noticedAt).toBe(NOW + MINUTE);
  });

  it('starts without the last check’s readings, and keeps its own when a tab joins', () => {
    const old = { ...quiet(NOW), evidence: heard({ phone: { works: true } }) };
    const begun = withTrouble(old, '1', trouble('cannot-connect'), 'x', NOW);
    expect(begun.evidence.phone).toBeUndefined();
    const read = withReading(begun, 'whatsapp-host', blocked, NOW);
    const joined = withTrouble(read, '2', trouble('cannot-connect'), 'y', NOW);
    expect(joined.evidence['whatsapp-host']).toEqual(blocked);
  });

  it('stays dismissed when another tab joins: quiet until the next incident', () => {
    const open = tabs(['1', trouble('cannot-connect')]);
    const incident = open.incident && { ...open.incident, dismissed: true };
    const joined = withTrouble({ ...open, incident }, '2', trouble('cannot-connect'), 'y', NOW);
    expect(joined.incident?.dismissed).toBe(true);
  });

  it('ends with its last tab, and nothing of it is left', () => {
    const two = tabs(['1', trouble('cannot-connect')], ['2', trouble('cannot-connect')]);
    const one = withoutTab(two, '1', NOW);
    expect(one.incident).not.toBeNull();
    expect(withoutTab(one, '2', NOW + 5)).toEqual(quiet(NOW + 5));
  });

  it('is not touched by a tab that has no part in it', () => {
    const situation = tabs(['1', trouble('cannot-connect')]);
    expect(withoutTab(situation, '9', NOW)).toBe(situation);
    const calm = quiet(NOW);
    expect(withoutTab(calm, '1', NOW)).toBe(calm);
  });
});

describe('the page’s word', () => {
  const symptomOf = (situation: Situation) => {
    const { page } = situation.evidence;
    return page?.state === 'known' ? page.value.symptom : undefined;
  };

  it('is the outermost trouble of all tabs, whatever came first', () => {
    const inner = ['1', trouble('connection-lost')] as const;
    const outer = ['2', trouble('document-failed')] as const;
    expect(symptomOf(tabs(inner, outer))).toBe('document-failed');
    expect(symptomOf(tabs(outer, inner))).toBe('document-failed');
  });

  it('is noticed trouble before suspected, even if further in', () => {
    const suspected = ['1', trouble('document-failed', 'suspect')] as const;
    const noticed = ['2', trouble('connection-lost')] as const;
    expect(symptomOf(tabs(suspected, noticed))).toBe('connection-lost');
  });

  it('falls back to the other tabs’ trouble when its tab is gone', () => {
    const both = tabs(['1', trouble('connection-lost')], ['2', trouble('document-failed')]);
    expect(symptomOf(withoutTab(both, '2', NOW))).toBe('connection-lost');
  });

  it('carries what was seen and nothing of the bookkeeping', () => {
    const error = { name: 'net::ERR_CONNECTION_RESET', cause: 'reset' } as const;
    const situation = tabs(['1', { ...trouble('document-failed'), error }]);
    expect(situation.evidence.page).toEqual({
      state: 'known',
      value: { symptom: 'document-failed', error },
      at: NOW,
    });
  });
});

describe('a reading', () => {
  it('changes the verdict as it arrives', () => {
    const after = withReading(tabs(['1', trouble('document-failed')]), 'whatsapp-host', blocked, NOW + 9);
    expect(after.verdict).toMatchObject({ verdict: 'local', cause: 'blocked', at: NOW + 9 });
  });

  it('replaces the source’s earlier word', () => {
    const first = withReading(tabs(['1', trouble('document-failed')]), 'whatsapp-host', blocked, NOW);
    const now = { state: 'known', value: answers(), at: NOW } as const;
    const second = withReading(first, 'whatsapp-host', now, NOW);
    expect(second.verdict.verdict).toBe('working');
  });

  it('that comes after the trouble ended is about nothing', () => {
    const calm = quiet(NOW);
    expect(withReading(calm, 'whatsapp-host', blocked, NOW)).toBe(calm);
  });

  it.each(['spent', 'refused'] as const)(
    'that was not asked for again (%s) takes nothing from what was',
    (why) => {
      const open = tabs(['1', trouble('document-failed')]);
      const spared = { state: 'missing', why, at: NOW + MINUTE } as const;
      for (const said of [blocked, { state: 'missing', why: 'unreachable', at: NOW } as const]) {
        const first = withReading(open, 'whatsapp-host', said, NOW);
        expect(withReading(first, 'whatsapp-host', spared, NOW + MINUTE)).toBe(first);
        // Until that is stale.
        const late = NOW + 30 * MINUTE;
        expect(withReading(first, 'whatsapp-host', { ...spared, at: late }, late).evidence).toMatchObject({
          'whatsapp-host': { why },
        });
      }
    },
  );
});

describe('the round', () => {
  it('lists whom we wait for, once each, from its first question on', () => {
    const first = withOutstanding(quiet(NOW), ['dns', 'meta-status'], NOW);
    const more = withOutstanding(first, ['meta-status', 'world'], NOW + MINUTE);
    expect(more.round).toEqual({ startedAt: NOW, outstanding: ['dns', 'meta-status', 'world'] });
  });

  it('goes on when the last one has answered: a second wave may follow', () => {
    const asked = withOutstanding(quiet(NOW), ['dns', 'world'], NOW);
    const one = withoutOutstanding(asked, 'dns');
    expect(one.round).toEqual({ startedAt: NOW, outstanding: ['world'] });
    expect(withoutOutstanding(one, 'world').round).toEqual({ startedAt: NOW, outstanding: [] });
  });

  it('ends when it is said to be over, unless somebody is asked apart from it', () => {
    const asked = withOutstanding(quiet(NOW), ['dns', 'world'], NOW);
    expect(withoutRound(asked, ['world']).round).toEqual({ startedAt: NOW, outstanding: ['world'] });
    expect(withoutRound(asked, []).round).toBeNull();
    expect(withoutRound(quiet(NOW), ['world']).round).toBeNull();
  });

  it('is not opened by an answer nobody waits for', () => {
    expect(withoutOutstanding(quiet(NOW), 'dns').round).toBeNull();
  });
});
