import { describe, expect, it, vi } from 'vitest';
import { isShown } from '../../../src/background/badge';
import type { Evidence, HostValue } from '../../../src/core/evidence';
import { quiet, type Situation } from '../../../src/core/situation';
import type { VerdictName } from '../../../src/core/verdict';
import { answers, device, dns, fails, heard, meta } from '../witnesses';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../fake-browser')).browser }));

const REST = { 'this-device': device(), dns: dns('addresses'), 'meta-status': meta('nothing') };

/** A trouble that was noticed, with this verdict on this evidence, while a round runs (or no more). */
function shown(verdict: VerdictName, evidence: Evidence, running = true): boolean {
  const now = Date.now();
  const calm = quiet(now);
  const tab = { symptom: 'document-failed', phase: 'notice', at: now } as const;
  const incident = { id: 'x', beganAt: now, noticedAt: now, tabs: { '1': tab }, dismissed: false, checks: 0 };
  const situation: Situation = {
    ...calm,
    incident,
    evidence,
    verdict: { ...calm.verdict, verdict },
    round: running ? { startedAt: now, outstanding: [] } : null,
  };
  return isShown(situation);
}

const withHost = (host: HostValue) => heard({ ...REST, 'whatsapp-host': host }, Date.now());

describe('what would be this side’s', () => {
  it('is shown once our own probe failed twice: a laptop that wakes up fails once everywhere', () => {
    expect(shown('offline', withHost(fails('disconnected', 1)))).toBe(false);
    expect(shown('offline', withHost(fails('disconnected', 2)))).toBe(true);
  });
});

describe('“unsure”', () => {
  it('waits for everybody who is asked first', () => {
    const all = withHost(answers());
    expect(shown('unsure', all)).toBe(true);
    for (const source of ['this-device', 'whatsapp-host', 'dns', 'meta-status'] as const)
      expect(shown('unsure', { ...all, [source]: undefined }), source).toBe(false);
  });

  it('waits while the host failed once, or has just come back: it may be “you”, or all well, a second later', () => {
    expect(shown('unsure', withHost(fails('timed-out', 1)))).toBe(false);
    expect(shown('unsure', withHost(fails('timed-out', 2)))).toBe(true);
    expect(shown('unsure', withHost({ ...answers(), recovered: true }))).toBe(false);
  });

  it('is shown when the round is over, whatever is missing', () => {
    expect(shown('unsure', withHost(fails('timed-out', 1)), false)).toBe(true);
    expect(shown('unsure', {}, false)).toBe(true);
  });
});

describe('what is theirs', () => {
  it('is shown at once; “working” never is', () => {
    expect(shown('global', {})).toBe(true);
    expect(shown('regional', {})).toBe(true);
    expect(shown('working', withHost(answers()), false)).toBe(false);
  });
});
