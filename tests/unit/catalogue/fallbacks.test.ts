import { describe, expect, it } from 'vitest';
import { FALLBACKS, ON_THE_PHONE, waysFor } from '../../../src/catalogue/fallbacks';
import { CAUSES, type Cause, VERDICTS, type VerdictName } from '../../../src/core/verdict';

const ids = (verdict: VerdictName, cause: Cause = '') => waysFor({ verdict, cause }).map((way) => way.id);
const GLOBAL: readonly Cause[] = ['meta-wide', 'whatsapp-only', 'web-only', 'messages-only'];

describe('ways to offer', () => {
  it('are none while everything works', () => {
    expect(ids('working')).toEqual([]);
  });

  it.each<[VerdictName, readonly Cause[]]>([
    ['global', GLOBAL],
    ['unsure', ['', 'browser', 'session']],
    ['regional', ['']],
  ])('are nothing of Meta’s while the trouble is or may be global: %s', (verdict, causes) => {
    for (const cause of causes) {
      const owners = waysFor({ verdict, cause }).filter((way) => way.id !== ON_THE_PHONE.id);
      expect(owners.map((way) => way.owner)).not.toContain('Meta');
      expect(owners).not.toHaveLength(0);
    }
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
    expect(waysFor({ verdict: 'offline', cause: '' }).every((way) => way.probe === null)).toBe(true);
  });

  it('are never asked about by a request to a host outside the promise', () => {
    const hosts = FALLBACKS.flatMap((way) => (way.probe === null ? [] : [new URL(way.probe).host]));
    expect(hosts).toEqual(['web.telegram.org', 'signal.org', 'www.messenger.com', 'www.instagram.com']);
  });

  it('always leave a way that no company can take down alone', () => {
    for (const verdict of VERDICTS.filter((one) => one !== 'working'))
      expect(waysFor({ verdict, cause: '' }).some((way) => way.owner === 'carrier')).toBe(true);
  });
});

describe('the catalogue', () => {
  it('names each app once, and opens it safely', () => {
    expect(new Set(FALLBACKS.map((way) => way.id)).size).toBe(FALLBACKS.length);
    for (const { href } of FALLBACKS) expect(href).toMatch(/^(https:\/\/|tel:|sms:|mailto:)/);
  });

  it('knows what belongs to Meta', () => {
    const metas = FALLBACKS.filter((way) => /messenger|instagram|facebook|whatsapp/i.test(way.href));
    expect(metas.map((way) => way.owner)).toEqual(['Meta', 'Meta']);
  });
});
