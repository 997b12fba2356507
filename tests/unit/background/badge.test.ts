import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { isShown, isUnsettled, showBadge } from '../../../src/background/badge';
import type { Evidence, HostValue, SourceId } from '../../../src/core/evidence';
import { quiet, type Situation } from '../../../src/core/situation';
import type { Verdict, VerdictName } from '../../../src/core/verdict';
import { browser } from '../fake-browser';
import { answers, device, dns, fails, heard, meta } from '../witnesses';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

const REST = { 'this-device': device(), dns: dns('addresses'), 'meta-status': meta('nothing') };

/** A trouble that was noticed, with this verdict on this evidence, while these are asked (`null`: no round runs). */
function noticed(
  verdict: VerdictName,
  evidence: Evidence,
  outstanding: SourceId[] | null = [],
  confidence: Verdict['confidence'] = '',
): Situation {
  const now = Date.now();
  const calm = quiet(now);
  const tab = { symptom: 'document-failed', phase: 'notice', at: now } as const;
  const incident = { id: 'x', beganAt: now, noticedAt: now, tabs: { '1': tab }, dismissed: false, checks: 0 };
  const round = outstanding && { startedAt: now, outstanding };
  return { ...calm, incident, evidence, verdict: { ...calm.verdict, verdict, confidence }, round };
}

const withHost = (host: HostValue) => heard({ ...REST, 'whatsapp-host': host }, Date.now());
const BACK: HostValue = { ...answers(), recovered: true };

describe('what would be this side’s', () => {
  it('is shown once our own probe failed twice: a laptop that wakes up fails once everywhere', () => {
    expect(isShown(noticed('offline', withHost(fails('disconnected', 1))))).toBe(false);
    expect(isShown(noticed('offline', withHost(fails('disconnected', 2))))).toBe(true);
  });
});

describe('“unsure”', () => {
  it('is not shown while the host failed once, or has just come back: all may be well a second later', () => {
    expect(isShown(noticed('unsure', withHost(fails('timed-out', 1))))).toBe(false);
    expect(isShown(noticed('unsure', withHost(fails('timed-out', 2))))).toBe(true);
    expect(isShown(noticed('unsure', withHost(BACK), null))).toBe(false);
    expect(isShown(noticed('global', withHost(BACK), null, 'possible'))).toBe(false);
    expect(isShown(noticed('global', withHost(BACK), null, 'likely'))).toBe(true);
  });

  it('is shown when the round is over', () => {
    expect(isShown(noticed('unsure', withHost(fails('timed-out', 1)), null))).toBe(true);
    expect(isShown(noticed('unsure', {}, null))).toBe(true);
  });
});

describe('what is theirs', () => {
  it('is shown at once; “working” never is', () => {
    expect(isShown(noticed('global', {}, [], 'likely'))).toBe(true);
    expect(isShown(noticed('regional', {}, [], 'likely'))).toBe(true);
    expect(isShown(noticed('working', withHost(answers()), null))).toBe(false);
  });
});

describe('what is shown stays', () => {
  it('while a doubtful verdict waits for those who are asked first', () => {
    for (const source of ['this-device', 'whatsapp-host', 'dns', 'meta-status'] as const) {
      expect(isUnsettled(noticed('unsure', {}, [source])), source).toBe(true);
      expect(isUnsettled(noticed('global', {}, [source], 'possible')), source).toBe(true);
      expect(isUnsettled(noticed('global', {}, [source], 'likely')), source).toBe(false);
      expect(isUnsettled(noticed('offline', {}, [source], 'likely')), source).toBe(false);
    }
  });

  it('no longer once they have answered, or the trouble is over', () => {
    expect(isUnsettled(noticed('unsure', {}, ['world', 'meta-family']))).toBe(false);
    expect(isUnsettled(noticed('unsure', {}, null))).toBe(false);
    expect(isUnsettled({ ...noticed('unsure', {}, ['dns']), incident: null })).toBe(false);
  });
});

describe('the toolbar', () => {
  it.each([
    ['local', 'yours', 'me'],
    ['regional', 'between', 'area'],
    ['global', 'theirs', 'all'],
    ['unsure', 'unsure', '?'],
  ] as const)(
    'has a drawing, a word and a sentence for “%s”, and is itself again afterwards',
    async (verdict, name, text) => {
      const icon = vi.spyOn(browser.action, 'setIcon');
      const badge = vi.spyOn(browser.action, 'setBadgeText');
      const title = vi.spyOn(browser.action, 'setTitle');
      await showBadge(noticed(verdict, {}, null, 'likely'));
      expect(icon).toHaveBeenLastCalledWith({
        path: { 16: `/icons/${name}-16.png`, 32: `/icons/${name}-32.png` },
      });
      expect(badge).toHaveBeenLastCalledWith({ text });
      expect(title).toHaveBeenLastCalledWith({ title: expect.stringMatching(/^Not Just Me · .{10}/) });
      await showBadge(quiet(Date.now()));
      expect(icon).toHaveBeenLastCalledWith({ path: { 16: '/icons/icon-16.png', 32: '/icons/icon-32.png' } });
      expect(badge).toHaveBeenLastCalledWith({ text: '' });
      for (const file of [`${name}-16`, `${name}-32`, 'icon-16', 'icon-32'])
        expect(existsSync(`public/icons/${file}.png`), file).toBe(true);
      vi.restoreAllMocks();
    },
  );
});
