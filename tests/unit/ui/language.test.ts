// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';

type Listener = (changes: Record<string, { newValue: unknown }>, area: string) => void;

let listener: Listener = () => {};
const get = vi.fn<() => Promise<Record<string, unknown>>>();
vi.mock('../../../src/platform/browser', () => ({
  browser: {
    storage: {
      local: { get: () => get() },
      onChanged: {
        addListener: (one: Listener) => {
          listener = one;
        },
      },
    },
  },
}));
let spoken = '';
const loadLanguage = vi.fn(async (folder: string | null) => {
  spoken = folder ?? 'en';
});
vi.mock('../../../src/i18n/words', () => ({
  loadLanguage,
  localeTag: () => spoken,
  direction: () => (spoken === 'ar' ? 'rtl' : 'ltr'),
}));
const { speakChosen } = await import('../../../src/ui/language');

const choose = (language: string | null, area = 'local') =>
  listener({ settings: { newValue: { language } } }, area);
const page = document.documentElement;

beforeEach(() => {
  loadLanguage.mockClear();
  get.mockReset().mockResolvedValue({ settings: { language: 'ar' } });
});

it('a page can be painted when it speaks the chosen language and runs in its direction', async () => {
  const repaint = vi.fn();
  await speakChosen(repaint);
  expect([page.lang, page.dir]).toEqual(['ar', 'rtl']);
  expect(repaint).not.toHaveBeenCalled();
});

it('is painted again for each new choice, and for nothing else', async () => {
  const repaint = vi.fn();
  await speakChosen(repaint);
  choose('bn', 'session');
  listener({ incidents: { newValue: [] } }, 'local');
  choose(null);
  await vi.waitFor(() => expect(repaint).toHaveBeenCalledTimes(1));
  expect([page.lang, page.dir]).toEqual(['en', 'ltr']);
});

it('does not fall back to an older choice that was still being read', async () => {
  get.mockImplementation(async () => {
    choose('bn');
    return { settings: { language: 'ar' } };
  });
  await speakChosen(() => {});
  await vi.waitFor(() => expect(page.lang).toBe('bn'));
  expect(loadLanguage).not.toHaveBeenCalledWith('ar');
});

it('speaks the browser’s language when the choice cannot be read', async () => {
  get.mockRejectedValue(new Error('storage is broken'));
  await speakChosen(() => {});
  expect(page.lang).toBe('en');
});
