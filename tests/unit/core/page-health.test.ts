import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Symptom } from '../../../src/core/evidence';
import {
  HEALTHY,
  nextLookMs,
  type PageHealth,
  type PageLook,
  type Phase,
  type Screen,
  step,
} from '../../../src/core/page-health';
import { always } from '../any';
import { NOW, SECOND } from '../witnesses';

const look = (screen: Screen, more: Partial<PageLook> = {}): PageLook => ({
  screen,
  progress: -1,
  scriptsFailed: false,
  socketsFailing: false,
  ...more,
});

/** Time that passed in a page the person looks at. */
const seen = (ms: number) => ({ clockMs: ms, visibleMs: ms });

/** The same page, first seen now and again after `ms` of looking at it. */
function after(ms: number, what: PageLook, from: PageHealth = HEALTHY): PageHealth {
  return step(step(from, what, seen(0), NOW), what, seen(ms), NOW + ms);
}

const SCREENS: readonly Screen[] = [
  'main',
  'main-lost',
  'main-lost-action',
  'linking',
  'splash',
  'loading',
  'cannot-connect',
  'no-service',
  'network-block',
  'other',
  'foreign',
  'unknown',
];

describe('what a screen is a symptom of', () => {
  it.each<[Screen, Symptom]>([
    ['main-lost-action', 'connection-lost'],
    ['splash', 'app-not-starting'],
    ['loading', 'loading-frozen'],
    ['cannot-connect', 'cannot-connect'],
    ['no-service', 'service-unavailable'],
    ['network-block', 'network-block'],
    ['unknown', 'page-unknown'],
    ['foreign', 'page-unknown'],
  ])('%s is %s', (screen, symptom) => {
    expect(step(HEALTHY, look(screen), seen(0), NOW).symptom).toBe(symptom);
  });

  it.each<[Screen]>([['main'], ['linking'], ['other'], ['main-lost']])(
    '%s is none, for however long',
    (screen) => {
      expect(after(24 * 3_600 * SECOND, look(screen))).toMatchObject({ symptom: null, phase: 'calm' });
    },
  );
});

describe('how long a symptom must be watched', () => {
  const failing = { socketsFailing: true };
  it.each<[string, PageLook, number, number]>([
    ['the splash', look('splash'), 30, 50],
    ['the splash without its scripts', look('splash', { scriptsFailed: true }), 8, 20],
    ['the splash while sockets fail', look('splash', failing), 8, 20],
    ['loading that does not move', look('loading', { progress: 42 }), 60, 120],
    ['the dialog of a cold start', look('cannot-connect'), 10, 20],
    ['“service unavailable”', look('no-service'), 3, 10],
    ['the network-block screen', look('network-block'), 3, 10],
    ['a connection banner with a button', look('main-lost-action'), 60, 90],
    ['a connection banner while sockets fail', look('main-lost', failing), 60, 90],
  ])('%s', (_, what, suspectS, noticeS) => {
    const phaseAt = (ms: number) => after(ms, what).phase;
    expect(phaseAt(suspectS * SECOND - 1)).toBe('calm');
    expect(phaseAt(suspectS * SECOND)).toBe('suspect');
    expect(phaseAt(noticeS * SECOND - 1)).toBe('suspect');
    expect(phaseAt(noticeS * SECOND)).toBe('notice');
  });

  it('a banner with a button while sockets fail: suspected at once, noticed after WhatsApp’s own 18 s', () => {
    const banner = look('main-lost-action', failing);
    expect(after(0, banner).phase).toBe('suspect');
    expect(after(18 * SECOND, banner).phase).toBe('suspect');
    expect(after(22 * SECOND, banner).phase).toBe('notice');
  });

  it('a page without any known mark is suspected and never noticed', () => {
    expect(after(3 * SECOND, look('foreign')).phase).toBe('suspect');
    expect(after(29 * SECOND, look('unknown')).phase).toBe('calm');
    expect(after(30 * SECOND, look('unknown')).phase).toBe('suspect');
    expect(after(24 * 3_600 * SECOND, look('foreign')).phase).toBe('suspect');
    expect(after(24 * 3_600 * SECOND, look('unknown')).phase).toBe('suspect');
  });

  it('counts visible time only', () => {
    const first = step(HEALTHY, look('cannot-connect'), seen(0), NOW);
    const hidden = step(first, look('cannot-connect'), { clockMs: 600_000, visibleMs: 0 }, NOW);
    expect(hidden).toMatchObject({ phase: 'calm', lastedMs: 0 });
  });

  it('does not count the time before the symptom was first seen', () => {
    expect(step(HEALTHY, look('no-service'), seen(15 * SECOND), NOW)).toMatchObject({
      phase: 'calm',
      lastedMs: 0,
    });
  });
});

describe('trouble that shows another face', () => {
  it('is still the same trouble', () => {
    const dialog = after(12 * SECOND, look('cannot-connect'));
    expect(dialog.phase).toBe('suspect');
    const loading = step(dialog, look('loading', { progress: 3 }), seen(2 * SECOND), NOW);
    expect(loading).toMatchObject({ symptom: 'loading-frozen', phase: 'suspect', lastedMs: 0 });
  });

  it('is over as soon as loading moves', () => {
    const frozen = after(130 * SECOND, look('loading', { progress: 42 }));
    expect(frozen.phase).toBe('notice');
    const moving = step(frozen, look('loading', { progress: 43 }), seen(2 * SECOND), NOW);
    expect(moving).toMatchObject({ phase: 'calm', lastedMs: 0 });
  });

  it('goes on while a banner loses its button for a moment', () => {
    const lost = after(40 * SECOND, look('main-lost-action'));
    const retrying = step(lost, look('main-lost'), seen(10 * SECOND), NOW);
    const again = step(retrying, look('main-lost-action'), seen(10 * SECOND), NOW);
    expect(again).toMatchObject({ phase: 'suspect', lastedMs: 60 * SECOND });
  });

  it('begins with a banner that has no button yet, when sockets fail', () => {
    expect(step(HEALTHY, look('main-lost', { socketsFailing: true }), seen(0), NOW).symptom).toBe(
      'connection-lost',
    );
  });
});

describe('recovery', () => {
  const noticed = after(25 * SECOND, look('cannot-connect'));

  it('counts once chats have been shown for three seconds', () => {
    expect(noticed.phase).toBe('notice');
    const shown = step(noticed, look('main'), seen(2_999), NOW);
    expect(shown.phase).toBe('notice');
    expect(step(shown, look('main'), seen(1), NOW)).toMatchObject({ symptom: null, phase: 'calm' });
  });

  it('is seen in hidden tabs too', () => {
    expect(step(noticed, look('main'), { clockMs: 3_000, visibleMs: 0 }, NOW).phase).toBe('calm');
  });

  it('starts over when a reconnect fails at once', () => {
    const shown = step(noticed, look('main'), seen(2 * SECOND), NOW);
    const lost = step(shown, look('main-lost'), seen(SECOND), NOW);
    expect(lost).toMatchObject({ phase: 'notice', goodMs: 0 });
    expect(step(lost, look('main'), seen(2 * SECOND), NOW).phase).toBe('notice');
  });

  it('remembers when chats were last alive; the linking page is no such proof', () => {
    expect(step(HEALTHY, look('main'), seen(0), NOW).lastGoodAt).toBe(NOW);
    expect(step(HEALTHY, look('linking'), seen(0), NOW).lastGoodAt).toBe(0);
    const good = step(HEALTHY, look('main'), seen(0), NOW);
    expect(step(good, look('main-lost'), seen(SECOND), NOW + SECOND).lastGoodAt).toBe(NOW);
  });
});

describe('the next look', () => {
  const calm = HEALTHY;
  const suspect: PageHealth = { ...HEALTHY, phase: 'suspect' };

  it.each<[string, PageHealth, PageLook, boolean, number | null]>([
    ['healthy chats: now and then', calm, look('main'), true, 15 * SECOND],
    ['the linking page: now and then', calm, look('linking'), true, 15 * SECOND],
    ['healthy but hidden: never', calm, look('main'), false, null],
    ['starting: every second', calm, look('splash'), true, SECOND],
    ['starting but hidden: never', calm, look('splash'), false, null],
    ['a banner without a button: soon', calm, look('main-lost'), true, 3 * SECOND],
    ['chats while sockets fail: every second', calm, look('main', { socketsFailing: true }), true, SECOND],
    ['trouble: every two seconds', suspect, look('main-lost'), true, 2 * SECOND],
    ['trouble in a hidden tab: also', suspect, look('main-lost'), false, 2 * SECOND],
  ])('%s', (_, health, what, visible, ms) => {
    expect(nextLookMs(health, what, visible)).toBe(ms);
  });
});

describe('for any run of looks', () => {
  const anyLook = fc.record({
    screen: fc.constantFrom(...SCREENS),
    progress: fc.integer({ min: -1, max: 3 }),
    scriptsFailed: fc.boolean(),
    socketsFailing: fc.boolean(),
  });
  const anyRun = fc.array(fc.tuple(anyLook, fc.integer({ min: 0, max: 60 * SECOND })), { maxLength: 30 });

  it('a page nobody looks at is never noticed', () => {
    always(
      fc.property(anyRun, (run) => {
        const phases = run.reduce<{ health: PageHealth; phases: Phase[] }>(
          ({ health, phases }, [what, ms]) => {
            const next = step(health, what, { clockMs: ms, visibleMs: 0 }, NOW);
            return { health: next, phases: [...phases, next.phase] };
          },
          { health: HEALTHY, phases: [] },
        );
        expect(phases.phases).not.toContain('notice');
      }),
      300,
    );
  });

  it('three seconds of chats end any trouble', () => {
    always(
      fc.property(anyRun, (run) => {
        const health = run.reduce((all, [what, ms]) => step(all, what, seen(ms), NOW), HEALTHY);
        const good = step(step(health, look('main'), seen(0), NOW), look('main'), seen(3_000), NOW);
        expect(good).toEqual({ ...HEALTHY, lastGoodAt: NOW });
      }),
      300,
    );
  });

  it('a visible page is looked at again within 15 s', () => {
    always(
      fc.property(anyRun, (run) => {
        let health = HEALTHY;
        for (const [what, ms] of run) {
          health = step(health, what, seen(ms), NOW);
          expect(nextLookMs(health, what, true)).toBeLessThanOrEqual(15 * SECOND);
        }
      }),
      300,
    );
  });
});
