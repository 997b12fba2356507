import { expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { quiet } from '../../../src/core/situation';

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

const listeners: Listener[] = [];
const get = vi.fn<() => Promise<Record<string, unknown>>>();
const getChosen = vi.fn<() => Promise<Record<string, unknown>>>(async () => ({}));
vi.mock('../../../src/platform/browser', () => ({
  browser: {
    storage: {
      session: { get: () => get() },
      local: { get: () => getChosen() },
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

it('tells a first run from settings, old and broken ones too, and follows them', async () => {
  get.mockResolvedValue({});
  const told = vi.fn();
  expect(await followStored(told)).toHaveProperty('settings', DEFAULT_SETTINGS);
  getChosen.mockResolvedValueOnce({ settings: { theme: 'dark' } });
  expect(await followStored(told)).toMatchObject({ settings: { ...DEFAULT_SETTINGS, theme: 'dark' } });
  getChosen.mockResolvedValueOnce({ settings: 'gone bad' });
  expect(await followStored(told)).toHaveProperty('settings', DEFAULT_SETTINGS);
  const chosen = { ...DEFAULT_SETTINGS, banner: false };
  listeners.at(-1)?.({ settings: { newValue: chosen } }, 'local');
  expect(told).toHaveBeenLastCalledWith({ settings: chosen });
  // Erased: a first run again, told by being the very object.
  listeners.at(-1)?.({ settings: {} }, 'local');
  expect(told.mock.lastCall?.[0].settings).toBe(DEFAULT_SETTINGS);
});

it.each([[undefined], [null], [7], [{}], [{ ways: 'slack', pages: 7, leave: null }]])(
  'is without a choice where %j is stored',
  async (settings) => {
    get.mockResolvedValue({});
    getChosen.mockResolvedValueOnce({ settings });
    expect((await followStored(() => {})).settings).toEqual(DEFAULT_SETTINGS);
  },
);

it('believes each area only what belongs there', async () => {
  get.mockResolvedValue({ settings: { ways: ['evil'] } });
  const told = vi.fn();
  expect((await followStored(told)).settings).toBe(DEFAULT_SETTINGS);
  listeners.at(-1)?.({ settings: { newValue: DEFAULT_SETTINGS } }, 'session');
  expect(told).not.toHaveBeenCalled();
});
