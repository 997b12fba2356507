import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HEALTHY,
  nextLookMs,
  type PageHealth,
  type PageLook,
  type Phase,
  type Screen,
  type Sends,
  step,
  type Trouble,
} from '../../../src/core/page-health';
import { always } from '../any';
import { NOW, SECOND } from '../witnesses';

const QUIET: Sends = { waitsMs: [], failed: 0, left: false };

const look = (screen: Screen, more: Partial<PageLook> = {}): PageLook => ({
  screen,
  scriptsFailed: false,
  sockets: 'unknown',
  sends: QUIET,
  ...more,
});

/** Chats over a live connection, whose open chat fares like this. */
const chats = (sends: Partial<Sends>) => look('main', { sends: { ...QUIET, ...sends } });

/** Time that passed in a page the person looks at. */
const seen = (ms: number) => ({ clockMs: ms, visibleMs: ms });

/** The same page, first seen now and again after `ms` of looking at it. */
function after(ms: number, what: PageLook, from: PageHealth = HEALTHY): PageHealth {
  return step(step(from, what, seen(0), NOW), what, seen(ms), NOW + ms);
}

const SCREENS: readonly Screen[] = [
  'splash',
  'loading',
  'logging-out',
  'qr',
  'qr-loading',
  'qr-expired',
  'main',
  'main-lost',
  'main-lost-action',
  'phone-lost',
  'cannot-connect',
  'no-service',
  'network-block',
  'choice',
  'reload-offered',
  'locked',
  'unsupported',
  'foreign',
  'unknown',
];

const DAY = 24 * 3_600 * SECOND;

describe('what is wrong when a screen is shown', () => {
  it.each<[Screen, Trouble]>([
    ['splash', 'splash'],
    ['loading', 'loading'],
    ['main-lost-action', 'main-lost'],
    ['cannot-connect', 'cannot-connect'],
    ['no-service', 'no-service'],
    ['network-block', 'network-block'],
    ['reload-offered', 'reload-offered'],
    ['unknown', 'unknown'],
    ['foreign', 'foreign'],
  ])('%s: %s', (screen, trouble) => {
    expect(step(HEALTHY, look(screen), seen(0), NOW).trouble).toBe(trouble);
  });

  it.each<[Screen]>([
    ['main'],
    ['main-lost'],
    ['phone-lost'],
    ['logging-out'],
    ['qr'],
    ['qr-loading'],
    ['qr-expired'],
    ['choice'],
    ['locked'],
    ['unsupported'],
  ])('%s: nothing, for however long', (screen) => {
    expect(after(DAY, look(screen))).toMatchObject({ trouble: null, phase: 'calm' });
  });
});

describe('how long a trouble must be watched', () => {
  const failing = { sockets: 'failing' } as const;
  it.each<[string, PageLook, number, number]>([
    ['the splash', look('splash'), 30, 50],
    ['the splash without its scripts', look('splash', { scriptsFailed: true }), 8, 20],
    ['the splash while sockets fail', look('splash', failing), 8, 20],
    ['loading that does not move', look('loading', { progress: 42 }), 60, 120],
    [
      'loading that does not move, while sockets fail',
      look('loading', { progress: 42, ...failing }),
      60,
      120,
    ],
    ['the dialog of a cold start', look('cannot-connect'), 10, 20],
    ['“service unavailable”', look('no-service'), 3, 10],
    ['the network-block screen', look('network-block'), 3, 10],
    ['an error that offers to reload', look('reload-offered'), 10, 30],
    ['a code that does not come while sockets fail', look('qr-loading', failing), 20, 45],
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
    expect(after(22 * SECOND - 1, banner).phase).toBe('suspect');
    expect(after(22 * SECOND, banner).phase).toBe('notice');
  });

  it('a page without any known mark is suspected and never noticed', () => {
    expect(after(3 * SECOND - 1, look('foreign')).phase).toBe('calm');
    expect(after(3 * SECOND, look('foreign')).phase).toBe('suspect');
    expect(after(30 * SECOND - 1, look('unknown')).phase).toBe('calm');
    expect(after(30 * SECOND, look('unknown')).phase).toBe('suspect');
    expect(after(DAY, look('foreign')).phase).toBe('suspect');
    expect(after(DAY, look('unknown')).phase).toBe('suspect');
  });

  it('counts visible time only', () => {
    const first = step(HEALTHY, look('cannot-connect'), seen(0), NOW);
    const hidden = step(first, look('cannot-connect'), { clockMs: 600_000, visibleMs: 0 }, NOW);
    expect(hidden).toMatchObject({ phase: 'calm', lastedMs: 0 });
  });

  it('does not count the time before the trouble was first seen', () => {
    expect(step(HEALTHY, look('no-service'), seen(15 * SECOND), NOW)).toMatchObject({
      phase: 'calm',
      lastedMs: 0,
    });
  });
});

describe('a warning over a socket that is up', () => {
  const steady = { sockets: 'steady' } as const;

  it.each<[Screen]>([['main-lost'], ['main-lost-action']])(
    'says that the phone is not connected: %s is no trouble',
    (screen) => {
      expect(after(DAY, look(screen, steady))).toMatchObject({ trouble: null, phase: 'calm' });
    },
  );

  it('ends a suspicion that began before the socket was known to hold', () => {
    const suspected = after(70 * SECOND, look('main-lost-action'));
    expect(suspected.phase).toBe('suspect');
    expect(after(3 * SECOND, look('main-lost-action', steady), suspected).phase).toBe('calm');
  });
});

describe('messages that do not leave', () => {
  const waiting = (...seconds: number[]) => chats({ waitsMs: seconds.map((one) => one * SECOND) });
  const phaseOf = (what: PageLook) => step(HEALTHY, what, seen(0), NOW).phase;

  it('one: suspected after 90 s, noticed after 135 s of its own', () => {
    expect(phaseOf(waiting(89.9))).toBe('calm');
    expect(phaseOf(waiting(90))).toBe('suspect');
    expect(phaseOf(waiting(134.9))).toBe('suspect');
    expect(phaseOf(waiting(135))).toBe('notice');
  });

  it('several: noticed after 120 s of the one that waits longest', () => {
    expect(phaseOf(waiting(0, 119.9))).toBe('suspect');
    expect(phaseOf(waiting(0, 120))).toBe('notice');
  });

  it('two that failed: suspected at once, noticed after 20 s', () => {
    expect(phaseOf(chats({ failed: 1 }))).toBe('calm');
    expect(phaseOf(chats({ failed: 2 }))).toBe('suspect');
    expect(after(20 * SECOND - 1, chats({ failed: 2 })).phase).toBe('suspect');
    expect(after(20 * SECOND, chats({ failed: 2 })).phase).toBe('notice');
  });

  it('are a matter of the chats alone: another screen speaks for itself', () => {
    const sends = { waitsMs: [DAY], failed: 9, left: false };
    for (const screen of SCREENS.filter((one) => one !== 'main'))
      expect(step(HEALTHY, look(screen, { sends }), seen(0), NOW).trouble ?? '').not.toMatch(/^sends/);
  });

  it('are over with the first that gets through, at once', () => {
    const noticed = step(HEALTHY, waiting(140), seen(0), NOW);
    expect(step(noticed, chats({ left: true }), seen(2_000), NOW)).toMatchObject({
      trouble: null,
      phase: 'calm',
    });
  });

  it('another chat says nothing about them: held for ten minutes, then forgotten', () => {
    const noticed = step(HEALTHY, waiting(140), seen(0), NOW);
    const elsewhere = step(noticed, look('main'), seen(599_999), NOW);
    expect(elsewhere.phase).toBe('notice');
    expect(step(elsewhere, look('main'), seen(1), NOW).phase).toBe('calm');
  });

  it('do not hold up the end when the page itself has gone elsewhere', () => {
    const noticed = step(HEALTHY, waiting(140), seen(0), NOW);
    expect(step(noticed, look('qr'), seen(3_000), NOW).phase).toBe('calm');
  });
});

describe('trouble that shows another face', () => {
  it('is still the same trouble', () => {
    const lost = after(70 * SECOND, look('main-lost-action'));
    expect(lost.phase).toBe('suspect');
    const cover = step(lost, look('cannot-connect'), seen(2 * SECOND), NOW);
    expect(cover).toMatchObject({ trouble: 'cannot-connect', phase: 'suspect', lastedMs: 0 });
  });

  it.each<[string, PageLook, PageLook]>([
    ['a cover gives way to loading', look('cannot-connect'), look('loading', { progress: 3 })],
    ['the splash gives way to loading', look('splash'), look('loading', { progress: 3 })],
    ['the line is back, and a message waits for it', look('no-service'), chats({ waitsMs: [0] })],
  ])('is over after three seconds when %s', (_, before, eased) => {
    const noticed = after(60 * SECOND, before);
    expect(noticed.phase).toBe('notice');
    const first = step(noticed, eased, seen(2_999), NOW);
    expect(first.phase).toBe('notice');
    // Not yet over: the cover may come back.
    expect(step(first, before, seen(SECOND), NOW)).toMatchObject({ phase: 'notice', goodMs: 0 });
    const over = step(first, eased, seen(1), NOW);
    expect(over.phase).toBe('calm');
    expect(step(over, eased, seen(SECOND), NOW)).toMatchObject({ phase: 'calm' });
  });

  it('is the same trouble, and graver, when messages that waited begin to fail', () => {
    const stuck = step(HEALTHY, chats({ waitsMs: [140_000] }), seen(0), NOW);
    expect(step(stuck, chats({ failed: 2 }), seen(SECOND), NOW)).toMatchObject({ phase: 'notice' });
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
    expect(step(HEALTHY, look('main-lost', { sockets: 'failing' }), seen(0), NOW).trouble).toBe('main-lost');
  });

  it('goes on while the code is asked for again', () => {
    const dialog = after(12 * SECOND, look('cannot-connect'));
    expect(step(dialog, look('qr-loading'), seen(2 * SECOND), NOW).phase).toBe('suspect');
  });
});

describe('recovery', () => {
  const noticed = after(25 * SECOND, look('cannot-connect'));

  it('counts once chats have been shown for three seconds', () => {
    expect(noticed.phase).toBe('notice');
    const shown = step(noticed, look('main'), seen(2_999), NOW);
    expect(shown.phase).toBe('notice');
    expect(step(shown, look('main'), seen(1), NOW)).toMatchObject({ trouble: null, phase: 'calm' });
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
    expect(step(HEALTHY, chats({ waitsMs: [0] }), seen(0), NOW).lastGoodAt).toBe(NOW);
    expect(step(HEALTHY, look('qr'), seen(0), NOW).lastGoodAt).toBe(0);
    const good = step(HEALTHY, look('main'), seen(0), NOW);
    expect(step(good, look('main-lost-action'), seen(SECOND), NOW + SECOND).lastGoodAt).toBe(NOW);
    expect(step(good, look('choice'), seen(SECOND), NOW + SECOND).lastGoodAt).toBe(NOW);
  });
});

describe('the next look', () => {
  const calm = HEALTHY;
  const lost: PageHealth = { ...HEALTHY, trouble: 'main-lost' };
  const starting: PageHealth = { ...HEALTHY, trouble: 'splash' };
  const stuck: PageHealth = { ...HEALTHY, trouble: 'sends-stuck' };
  const suspect: PageHealth = { ...lost, phase: 'suspect' };
  const unknown: PageHealth = { ...HEALTHY, trouble: 'unknown', phase: 'suspect' };
  const foreign: PageHealth = { ...HEALTHY, trouble: 'foreign', phase: 'suspect' };

  it.each<[string, PageHealth, PageLook, boolean, number]>([
    ['healthy chats: now and then', calm, look('main'), true, 15 * SECOND],
    ['the linking page: now and then', calm, look('qr'), true, 15 * SECOND],
    ['healthy but hidden: never', calm, look('main'), false, 0],
    ['a message that waits: now and then', stuck, look('main'), true, 15 * SECOND],
    ['starting: every second', starting, look('splash'), true, SECOND],
    ['starting but hidden: never', starting, look('splash'), false, 0],
    ['a banner without a button: soon', calm, look('main-lost'), true, 3 * SECOND],
    ['chats while sockets fail: every second', calm, look('main', { sockets: 'failing' }), true, SECOND],
    ['trouble: every two seconds', suspect, look('main-lost'), true, 2 * SECOND],
    ['trouble in a hidden tab: also', suspect, look('main-lost'), false, 2 * SECOND],
    ['a page we do not know: now and then', unknown, look('unknown'), true, 15 * SECOND],
    ['a page we do not know, hidden: never', unknown, look('unknown'), false, 0],
    ['somebody else’s page: now and then', foreign, look('foreign'), true, 15 * SECOND],
  ])('%s', (_, health, what, visible, ms) => {
    expect(nextLookMs(health, what, visible)).toBe(ms);
  });
});

describe('for any run of looks', () => {
  const anyLook = fc.record({
    screen: fc.constantFrom(...SCREENS),
    progress: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    scriptsFailed: fc.boolean(),
    sockets: fc.constantFrom('failing', 'steady', 'unknown'),
    sends: fc.record({
      waitsMs: fc.array(fc.integer({ min: 0, max: 80 * SECOND }), { maxLength: 3 }),
      failed: fc.integer({ min: 0, max: 3 }),
      left: fc.boolean(),
    }),
  }) as fc.Arbitrary<PageLook>;
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

  it('three seconds of chats end any trouble, messages that did not leave apart', () => {
    always(
      fc.property(anyRun, (run) => {
        const health = run.reduce((all, [what, ms]) => step(all, what, seen(ms), NOW), HEALTHY);
        const good = step(step(health, look('main'), seen(0), NOW), look('main'), seen(3_000), NOW);
        if (/^sends/.test(health.trouble ?? '') && health.phase !== 'calm')
          expect(good.phase).toBe(health.phase);
        else expect(good).toEqual({ ...HEALTHY, lastGoodAt: NOW });
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
          const next = nextLookMs(health, what, true);
          expect(next).toBeGreaterThan(0);
          expect(next).toBeLessThanOrEqual(15 * SECOND);
        }
      }),
      300,
    );
  });
});
