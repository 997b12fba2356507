// @vitest-environment happy-dom
/** The other ways while somebody looks: when they are asked about, and what is told of them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings';
import { quiet, type Situation } from '../../../../src/core/situation';
import type { WayStates } from '../../../../src/core/ways';
import type { AskOutcome } from '../../../../src/sources/ask';
import { OPAQUE, UNREACHABLE } from '../../sources/fake-ask';
import { MINUTE, NOW } from '../../witnesses';

type Changes = Record<string, { newValue?: unknown }>;
type Sent = { type: string; request?: { url: string }; states?: WayStates };

const fake = vi.hoisted(() => ({
  session: {} as Record<string, unknown>,
  local: {} as Record<string, unknown>,
  changed: [] as ((changes: object, area: string) => void)[],
  asked: [] as string[],
  told: [] as unknown[],
  answer: (_host: string): unknown => undefined,
}));

vi.mock('../../../../src/platform/browser', () => ({
  browser: {
    permissions: { contains: async () => false },
    runtime: {
      sendMessage: async (message: Sent) => {
        if (message.type === 'ways.told') {
          fake.told.push(structuredClone(message.states));
          change('session', { fallbacks: message.states });
          return undefined;
        }
        const { host } = new URL(message.request?.url ?? '');
        fake.asked.push(host);
        return fake.answer(host);
      },
    },
    storage: {
      session: { get: async () => fake.session },
      local: { get: async () => fake.local },
      onChanged: {
        addListener: (listener: (changes: object, area: string) => void) => fake.changed.push(listener),
      },
    },
  },
}));

function change(area: 'session' | 'local', values: Record<string, unknown>): void {
  Object.assign(fake[area], values);
  const changes: Changes = Object.fromEntries(
    Object.entries(values).map(([key, newValue]) => [key, { newValue }]),
  );
  for (const listener of fake.changed) listener(changes, area);
}

const { followWays } = await import('../../../../src/ui/ways/follow-ways');

const TROUBLE = {
  ...quiet(NOW),
  incident: { id: 'i' },
  verdict: { ...quiet(NOW).verdict, verdict: 'global' },
} as unknown as Situation;
const look = { visible: true, online: true };
const told = () => fake.told.at(-1) as WayStates | undefined;
/** All that can be done now is done. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const become = (what: Partial<typeof look>, event: string, on: EventTarget) => {
  Object.assign(look, what);
  on.dispatchEvent(new Event(event));
  return settle();
};

/** Each test's page goes away with it. */
let listening: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    vi.spyOn(target, 'addEventListener').mockImplementation(
      (name: string, listener: EventListenerOrEventListenerObject) => {
        add(name, listener);
        listening.push(() => target.removeEventListener(name, listener));
      },
    );
  }
  Object.assign(fake, {
    session: { situation: TROUBLE },
    local: {},
    changed: [],
    asked: [],
    told: [],
    answer: (): AskOutcome => OPAQUE,
  });
  Object.assign(look, { visible: true, online: true });
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() =>
    look.visible ? 'visible' : 'hidden',
  );
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => look.online);
});
afterEach(() => {
  for (const stop of listening) stop();
  listening = [];
  vi.clearAllTimers();
  vi.restoreAllMocks();
});

describe('in trouble', () => {
  it('asks about each way shown once, and tells of all together', async () => {
    await followWays(() => {});
    await settle();
    expect(fake.asked).toEqual(['web.telegram.org', 'signal.org']);
    expect(told()).toMatchObject({ telegram: { status: 'reachable' }, signal: { status: 'reachable' } });
    await vi.advanceTimersByTimeAsync(9 * MINUTE);
    expect(fake.asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(fake.asked).toHaveLength(4);
  });

  it('tells of one while another hangs', async () => {
    fake.answer = (host) => (host === 'signal.org' ? new Promise(() => {}) : UNREACHABLE);
    void followWays(() => {});
    await settle();
    expect(told()).toMatchObject({ telegram: { status: 'unknown' } });
    expect(told()).not.toHaveProperty('signal');
  });

  it('asks nobody once it is long out of sight, and begins when it comes into sight', async () => {
    fake.session = { situation: quiet(NOW) };
    await followWays(() => {});
    await become({ visible: false }, 'visibilitychange', document);
    await vi.advanceTimersByTimeAsync(11 * MINUTE);
    change('session', { situation: TROUBLE });
    await vi.advanceTimersByTimeAsync(11 * MINUTE);
    expect(fake.asked).toEqual([]);
    await become({ visible: true }, 'visibilitychange', document);
    expect(fake.asked).toHaveLength(2);
  });

  it('asks for somebody who opened it and went back to the other tab', async () => {
    fake.session = { situation: quiet(NOW) };
    look.visible = false;
    await followWays(() => {});
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    change('session', { situation: TROUBLE });
    await settle();
    expect(fake.asked).toHaveLength(2);
  });

  it('looks again at what changed while it looked', async () => {
    let answerSignal: (outcome: AskOutcome) => void = () => {};
    fake.answer = (host) =>
      host === 'signal.org' ? new Promise((resolve) => (answerSignal = resolve as never)) : OPAQUE;
    void followWays(() => {});
    await settle();
    change('local', { settings: { ...DEFAULT_SETTINGS, ways: ['viber'] } });
    await settle();
    expect(fake.asked).not.toContain('www.viber.com');
    answerSignal(OPAQUE);
    await settle();
    expect(fake.asked).toContain('www.viber.com');
  });

  it('begins when the trouble does', async () => {
    fake.session = { situation: quiet(NOW) };
    await followWays(() => {});
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(fake.asked).toEqual([]);
    change('session', { situation: TROUBLE });
    await settle();
    expect(fake.asked).toHaveLength(2);
  });

  it('asks nobody without a network, says that they are out of reach, and asks when it is back', async () => {
    look.online = false;
    await followWays(() => {});
    await settle();
    expect(fake.asked).toEqual([]);
    expect(told()).toMatchObject({ telegram: { status: 'unreachable', note: 'offline' } });
    expect(told()).not.toHaveProperty('sms');
    await become({ online: true }, 'online', globalThis.window);
    expect(fake.asked).toHaveLength(2);
    expect(told()).toMatchObject({ telegram: { status: 'reachable' } });
  });

  it('shows the person’s own ways, and follows their choice', async () => {
    fake.local = { settings: { ...DEFAULT_SETTINGS, ways: ['zoom', 'sms'] } };
    const shown = vi.fn();
    await followWays((ways) => shown(ways.map(({ id }) => id)));
    expect(shown).toHaveBeenLastCalledWith(['zoom', 'sms']);
    change('local', { settings: { ...DEFAULT_SETTINGS, ways: ['viber'] } });
    await settle();
    expect(shown).toHaveBeenLastCalledWith(['viber']);
    expect(fake.asked).toContain('www.viber.com');
    // What is no longer shown is forgotten.
    expect(Object.keys(told() ?? {})).toEqual(['viber']);
  });

  it('asks nothing of Meta’s, though chosen, while the trouble is global', async () => {
    fake.local = { settings: { ...DEFAULT_SETTINGS, ways: ['messenger', 'instagram', 'telegram'] } };
    await followWays(() => {});
    await settle();
    expect(fake.asked).toEqual(['web.telegram.org']);
  });
});
