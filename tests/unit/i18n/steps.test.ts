import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/core/verdict';
import { stepKeys } from '../../../src/i18n/steps';
import { catalogue } from '../catalogues';

const said = { cause: '', confidence: 'likely', rule: '' } as const;
const english = catalogue('en');

describe('what the person can do', () => {
  it('is nothing while everything works, and a reload when it works again', () => {
    expect(stepKeys({ ...said, verdict: 'working', rule: 'page-works' })).toEqual([]);
    expect(stepKeys({ ...said, verdict: 'working', rule: 'answers-again' })).toEqual(['step_reload']);
  });

  it('is to wait when it is WhatsApp, and the phone when only WhatsApp Web fails', () => {
    expect(stepKeys({ ...said, verdict: 'global', cause: 'whatsapp-only' })).toEqual(['step_wait']);
    expect(stepKeys({ ...said, verdict: 'global', cause: 'web-only' })[0]).toBe('step_use_phone');
  });

  it('is not to keep a tab open that never opened', () => {
    const gone = { ...said, verdict: 'global', cause: 'meta-wide' } as const;
    expect(stepKeys(gone, false)).toEqual(['step_reload_later']);
  });

  it.each(CAUSES)('helps with the local cause %j, and says so in words', (cause) => {
    const keys = stepKeys({ ...said, verdict: 'local', cause });
    expect(keys).not.toHaveLength(0);
    for (const key of keys) expect(english[key]?.message ?? '', key).not.toBe('');
  });

  it('is never to change this side’s settings for a trouble of WhatsApp’s', () => {
    const ours = ['step_dns', 'step_proxy', 'step_antivirus', 'step_addons', 'step_vpn', 'step_site_data'];
    for (const cause of CAUSES) {
      const keys: string[] = stepKeys({ ...said, verdict: 'global', cause });
      expect(keys.filter((key) => ours.includes(key))).toEqual([]);
    }
  });

  it('clears the site’s data last of all', () => {
    expect(stepKeys({ ...said, verdict: 'unsure', rule: 'here-or-web' }).at(-1)).toBe('step_site_data');
  });
});
