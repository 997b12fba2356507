import { beforeEach, describe, expect, it, vi } from 'vitest';
import { direction, localeTag, word } from '../../../src/i18n/words';
import { browser, forget, world } from '../fake-browser';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

beforeEach(forget);

describe('words', () => {
  it('are the message with its placeholders filled, in order', () => {
    expect(word('popup_since', '12:07', '40 minutes')).toBe('Since 12:07 (40 minutes)');
  });

  it.each([
    ['en', 'en', 'ltr'],
    ['bn', 'bn', 'ltr'],
  ])('in %s know their own language, whatever the browser’s interface speaks', (language, tag, way) => {
    world.language = language;
    expect([localeTag(), direction()]).toEqual([tag, way]);
  });

  it('run from left to right where no direction is told', () => {
    vi.spyOn(browser.i18n, 'getMessage').mockReturnValueOnce('');
    expect(direction()).toBe('ltr');
  });
});
