import { describe, expect, it } from 'vitest';
import { APPS } from '../../../src/catalogue/apps';
import { FIRST_WAYS } from '../../../src/catalogue/first-ways';
import { CAUSES, type Cause, VERDICTS, type VerdictName } from '../../../src/core/verdict';
import {
  ON_THE_PHONE,
  SHARE_ITS_FATE,
  stateOfWay,
  WAY_FRESH_MS,
  type WayState,
  waysFor,
} from '../../../src/core/ways';
import { NOW } from '../witnesses';

const ids = (verdict: VerdictName, cause: Cause = '', ways: readonly { id: string }[] = FIRST_WAYS) =>
  waysFor({ verdict, cause }, ways as typeof FIRST_WAYS).map((way) => way.id);
const GLOBAL: readonly Cause[] = ['meta-wide', 'whatsapp-only', 'web-only', 'messages-only'];

describe('ways to offer', () => {
  it('are none while everything works', () => {
    expect(ids('working')).toEqual([]);
    expect(ids('working', '', APPS)).toEqual([]);
  });

  it.each<[VerdictName, readonly Cause[]]>([
    ['global', GLOBAL],
    ['unsure', ['', 'browser', 'session']],
    ['regional', ['']],
    ['captive-portal', ['']],
    ['offline', ['']],
  ])(
    'are nothing of Meta’s, even if chosen, while the trouble is or may be global: %s',
    (verdict, causes) => {
      for (const cause of causes) {
        const offered = ids(verdict, cause, APPS);
        for (const metas of SHARE_ITS_FATE) expect(offered).not.toContain(metas);
        expect(offered.filter((id) => id !== ON_THE_PHONE.id)).not.toHaveLength(0);
      }
    },
  );

  it('are Meta’s too when the trouble is known to be on this side, in the person’s order', () => {
    const chosen = ['messenger', 'telegram'].map((id) => ({ id }));
    expect(ids('local', 'dns', chosen)).toEqual([ON_THE_PHONE.id, 'messenger', 'telegram']);
    expect(ids('global', 'meta-wide', chosen)).toEqual(['telegram']);
  });

  it('are WhatsApp on the phone only when it is known or likely to work there', () => {
    const withPhone = VERDICTS.filter((verdict) => ids(verdict).includes(ON_THE_PHONE.id));
    expect(withPhone).toEqual(['offline', 'captive-portal', 'local']);
    expect(GLOBAL.filter((cause) => ids('global', cause).includes(ON_THE_PHONE.id))).toEqual(['web-only']);
  });

  it('put WhatsApp on the phone first when the trouble is on this side', () => {
    for (const cause of CAUSES) expect(ids('local', cause)[0]).toBe(ON_THE_PHONE.id);
    expect(ids('global', 'web-only')[0]).toBe(ON_THE_PHONE.id);
  });

  it('need no network on this computer when it has none', () => {
    expect(ids('offline', '', APPS)).toEqual([ON_THE_PHONE.id, 'sms', 'phone', 'email']);
  });

  it('always leave a way that no company can take down alone', () => {
    for (const verdict of VERDICTS.filter((one) => one !== 'working')) expect(ids(verdict)).toContain('sms');
  });
});

describe('what is known of a way', () => {
  const state: WayState = { status: 'reachable', note: 'reachable', incident: null, since: null, at: NOW };

  it('counts for ten minutes, and never from the future', () => {
    expect(stateOfWay({ telegram: state }, 'telegram', NOW + WAY_FRESH_MS - 1)).toBe(state);
    expect(stateOfWay({ telegram: state }, 'telegram', NOW + WAY_FRESH_MS)).toBeNull();
    expect(stateOfWay({ telegram: state }, 'telegram', NOW - WAY_FRESH_MS)).toBeNull();
    expect(stateOfWay({ telegram: state }, 'signal', NOW)).toBeNull();
  });
});
