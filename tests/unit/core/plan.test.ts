import { describe, expect, it } from 'vitest';
import { AGAIN_MS, type Symptom } from '../../../src/core/evidence';
import { withoutAsking, withReading, withTrouble } from '../../../src/core/incident';
import { AUTOMATIC, isOnlyUnknown, isSettledHere, plan } from '../../../src/core/plan';
import { OPTIONAL_SOURCES } from '../../../src/core/settings';
import { quiet, type Situation } from '../../../src/core/situation';
import { answers, device, fails, HOUR, heard, MINUTE, NOW } from '../witnesses';

function trouble(symptom: Symptom = 'document-failed'): Situation {
  return withTrouble(quiet(NOW), '1', { symptom, phase: 'notice', at: NOW }, 'incident', NOW);
}

/** All automatic sources answered at `NOW`. */
function checked(situation = trouble()): Situation {
  const readings = AUTOMATIC.map((source) => [source, { state: 'missing', why: 'unreachable', at: NOW }]);
  return { ...situation, evidence: { ...situation.evidence, ...Object.fromEntries(readings) } };
}

describe('whom to ask', () => {
  it('is everybody when trouble begins', () => {
    expect(plan('trouble', trouble(), NOW)).toEqual([...AUTOMATIC]);
  });

  it('is WhatsApp’s own host alone when only a page without known marks is there', () => {
    expect(plan('trouble', trouble('page-unknown'), NOW)).toEqual(['whatsapp-host']);
  });

  it('is WhatsApp’s host again when trouble grows, and after a minute who gave nothing', () => {
    expect(plan('trouble', checked(), NOW + MINUTE - 1)).toEqual(['whatsapp-host']);
    expect(plan('trouble', checked(), NOW + MINUTE)).toEqual([...AUTOMATIC]);
  });

  it('is nobody where there is no trouble', () => {
    for (const occasion of ['trouble', 'recheck', 'by-hand'] as const)
      expect(plan(occasion, quiet(NOW), NOW)).toEqual([]);
  });

  it('renews on a re-check what would grow stale before the next one', () => {
    const old = later();
    expect(plan('recheck', old, NOW + 24 * MINUTE)).toEqual(['whatsapp-host', 'meta-status']);
    expect(plan('recheck', old, NOW + 25 * MINUTE)).toEqual([
      'this-device',
      'whatsapp-host',
      'dns',
      'meta-status',
    ]);
  });

  /** Re-checked once already. */
  const later = (situation = checked()): Situation =>
    situation.incident === null
      ? situation
      : { ...situation, incident: { ...situation.incident, checks: 2 } };

  it('is everybody on the first re-check, when nobody could tell', () => {
    expect(plan('recheck', checked(), NOW + MINUTE)).toEqual([...AUTOMATIC]);
  });

  it('is WhatsApp’s host and Meta on later re-checks', () => {
    expect(plan('recheck', later(), NOW + MINUTE)).toEqual(['whatsapp-host', 'meta-status']);
  });

  it('is not Meta on a re-check of trouble on this side', () => {
    const here = withReading(
      checked(),
      'whatsapp-host',
      { state: 'known', value: fails('blocked'), at: NOW },
      NOW,
    );
    expect(here.verdict.verdict).toBe('local');
    expect(plan('recheck', here, NOW + MINUTE)).toEqual(['whatsapp-host']);
  });

  it('is everybody by hand, each at the earliest ten seconds after its last answer', () => {
    expect(AGAIN_MS).toBe(10_000);
    expect(plan('by-hand', checked(), NOW + AGAIN_MS - 1)).toEqual([]);
    expect(plan('by-hand', checked(), NOW + AGAIN_MS)).toEqual([...AUTOMATIC]);
  });

  it('is everybody by hand even after the clock was set back', () => {
    expect(plan('by-hand', checked(), NOW - 3 * HOUR)).toEqual([...AUTOMATIC]);
  });

  it('never waits for one source because another just answered', () => {
    const situation = withReading(
      trouble(),
      'dns',
      { state: 'missing', why: 'unreachable', at: NOW + 5_000 },
      NOW,
    );
    expect(plan('by-hand', situation, NOW + AGAIN_MS)).toEqual(AUTOMATIC.filter((id) => id !== 'dns'));
  });
});

describe('what the person wants left alone', () => {
  const leave = { dns: 'never', 'meta-status': 'on-click' } as const;
  const without = (...ids: string[]) => AUTOMATIC.filter((id) => !ids.includes(id));

  it('is not asked: never, or not by itself', () => {
    expect(plan('trouble', trouble(), NOW, leave)).toEqual(without('dns', 'meta-status'));
    expect(plan('recheck', trouble(), NOW, leave)).toEqual(without('dns', 'meta-status'));
    expect(plan('by-hand', trouble(), NOW, leave)).toEqual(without('dns'));
  });

  it('may be anything but WhatsApp’s own host', () => {
    const all = Object.fromEntries(OPTIONAL_SOURCES.map((id) => [id, 'never' as const]));
    expect(plan('by-hand', trouble(), NOW, all)).toEqual(['whatsapp-host']);
  });

  it('is said to be not asked, and asked at once when the wish changes', () => {
    const left = withoutAsking(trouble(), 'dns', NOW);
    expect(left.evidence.dns).toMatchObject({ state: 'missing', why: 'not-asked' });
    expect(plan('by-hand', left, NOW + 1)).toContain('dns');
    const before = checked();
    expect(withoutAsking(before, 'dns', NOW)).toBe(before);
  });
});

describe('an incident of unknown pages only', () => {
  it('is told by its tabs', () => {
    expect(isOnlyUnknown(null)).toBe(false);
    expect(isOnlyUnknown(trouble('page-unknown').incident)).toBe(true);
    expect(isOnlyUnknown(trouble('cannot-connect').incident)).toBe(false);
    const both = withTrouble(
      trouble('page-unknown'),
      '2',
      { symptom: 'cannot-connect', phase: 'suspect', at: NOW },
      'x',
      NOW,
    );
    expect(isOnlyUnknown(both.incident)).toBe(false);
  });
});

describe('settled on this side', () => {
  const after = (evidence: Situation['evidence']) => {
    const readings = Object.entries(evidence) as [never, never][];
    return readings.reduce((all, [source, reading]) => withReading(all, source, reading, NOW), trouble());
  };

  it('means that nobody else needs to be asked', () => {
    expect(isSettledHere(after(heard({ 'whatsapp-host': fails('blocked') })))).toBe(true);
    expect(
      isSettledHere(after(heard({ 'whatsapp-host': fails('certificate'), 'this-device': device() }))),
    ).toBe(true);
  });

  it('is never said of "offline", which may pass, nor of a mere possibility', () => {
    expect(isSettledHere(after(heard({ 'whatsapp-host': fails('disconnected') })))).toBe(false);
    const dead = device({ google: false, cloudflare: false });
    expect(isSettledHere(after(heard({ 'whatsapp-host': fails('certificate'), 'this-device': dead })))).toBe(
      false,
    );
  });

  it('is never said while WhatsApp answers or nothing is known', () => {
    expect(isSettledHere(after(heard({ 'whatsapp-host': answers() })))).toBe(false);
    expect(isSettledHere(trouble())).toBe(false);
  });
});
