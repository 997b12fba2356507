import { beforeEach, expect, it, vi } from 'vitest';

type Listener = (changes: Record<string, unknown>) => void;

const listeners: Listener[] = [];
const get = vi.fn<() => Promise<Record<string, unknown>>>();
vi.mock('../../../src/platform/browser', () => ({
  browser: {
    storage: {
      local: { get: () => get(), onChanged: { addListener: (one: Listener) => listeners.push(one) } },
    },
  },
}));
const loadLanguage = vi.fn(async (_folder: string | null) => {});
vi.mock('../../../src/i18n/words', () => ({ loadLanguage }));

/** A new life of the background. */
async function wake() {
  vi.resetModules();
  listeners.length = 0;
  return import('../../../src/background/language');
}

beforeEach(() => {
  loadLanguage.mockClear();
  get.mockReset().mockResolvedValue({ settings: { language: 'bn' } });
});

it('reads the chosen language once in a life, however often words are said, and again in the next', async () => {
  const { chosenLanguage } = await wake();
  await Promise.all([chosenLanguage(), chosenLanguage()]);
  await chosenLanguage();
  expect(loadLanguage.mock.calls).toEqual([['bn']]);
  await (await wake()).chosenLanguage();
  expect(loadLanguage).toHaveBeenCalledTimes(2);
});

it.each([
  ['nothing was ever chosen', {}],
  ['the browser’s own was chosen', { settings: { language: null } }],
])('speaks the browser’s language when %s', async (_, stored) => {
  get.mockResolvedValue(stored);
  await (await wake()).chosenLanguage();
  expect(loadLanguage.mock.calls).toEqual([[null]]);
});

it('goes on in the browser’s language when the choice cannot be read', async () => {
  get.mockRejectedValue(new Error('storage is broken'));
  await expect((await wake()).chosenLanguage()).resolves.toBeUndefined();
});

it('follows a new choice, and tells when it can be spoken; other things stored tell nothing', async () => {
  const { chosenLanguage, followDisk } = await wake();
  const changed = vi.fn();
  followDisk(changed);
  await chosenLanguage();
  listeners[0]?.({ incidents: { newValue: [] } });
  get.mockResolvedValue({ settings: { language: 'ar' } });
  listeners[0]?.({ settings: { newValue: { language: 'ar' } } });
  await chosenLanguage();
  expect(loadLanguage.mock.calls).toEqual([['bn'], ['ar']]);
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
});
