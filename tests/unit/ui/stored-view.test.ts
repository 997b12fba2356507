import { expect, it, vi } from 'vitest';
import { quiet } from '../../../src/core/situation';

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

const listeners: Listener[] = [];
const get = vi.fn<() => Promise<Record<string, unknown>>>();
const getLocal = vi.fn<() => Promise<Record<string, unknown>>>(async () => ({}));
vi.mock('../../../src/platform/browser', () => ({
  browser: {
    storage: {
      session: { get: () => get() },
      local: { get: () => getLocal() },
      onChanged: { addListener: (listener: Listener) => listeners.push(listener) },
    },
  },
}));

const { followStored } = await import('../../../src/ui/stored-view');
const change = (at: number) => listeners.at(-1)?.({ situation: { newValue: quiet(at) } }, 'session');

it('does not lose a change that comes while it reads', async () => {
  get.mockImplementation(async () => {
    // The answer was already on its way when the state changed.
    change(2);
    return { situation: quiet(1) };
  });
  const view = await followStored(() => {});
  expect(view.situation.verdict.at).toBe(2);
});

it('tells each later change, and of nothing else', async () => {
  get.mockResolvedValue({});
  const told = vi.fn();
  await followStored(told);
  listeners.at(-1)?.({ situation: { newValue: quiet(9) } }, 'local');
  listeners.at(-1)?.({ sockets: { newValue: 1 } }, 'session');
  expect(told).not.toHaveBeenCalled();
  change(3);
  expect(told).toHaveBeenCalledWith({ situation: quiet(3) });
});

it('shows the quiet state for what it cannot read', async () => {
  get.mockResolvedValue({ situation: { version: 99 }, asked: 'none' });
  const view = await followStored(() => {});
  expect(view).toMatchObject({ situation: { incident: null }, asked: [] });
});

it('tells what the person chose, from its own place only, and each change of it', async () => {
  const chosen = { ways: ['slack'], pages: [] };
  get.mockResolvedValue({ settings: { ways: ['evil'] } });
  getLocal.mockResolvedValue({ settings: { version: 1, ...chosen } });
  const told = vi.fn();
  expect((await followStored(told)).settings).toEqual(chosen);
  listeners.at(-1)?.({ settings: { newValue: { ways: ['evil'] } } }, 'session');
  expect(told).not.toHaveBeenCalled();
  listeners.at(-1)?.({ settings: { newValue: { ways: null, pages: [] } } }, 'local');
  expect(told).toHaveBeenCalledExactlyOnceWith({ settings: { ways: null, pages: [] } });
});

it.each([[undefined], [null], [7], [{}], [{ ways: 'slack', pages: 7 }]])(
  'is without a choice where %j is stored',
  async (settings) => {
    get.mockResolvedValue({});
    getLocal.mockResolvedValue({ settings });
    expect((await followStored(() => {})).settings).toEqual({ ways: null, pages: [] });
  },
);
