// @vitest-environment happy-dom
/** The form of status pages: what is said, and that the click itself asks for the permission. */
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OwnPage } from '../../../src/core/settings';
import type { Added } from '../../../src/ui/ways/own-pages';
import { forget } from '../fake-browser';

const PAGE: OwnPage = {
  url: 'https://status.example.com/api/v2/summary.json',
  format: 'statuspage',
  name: 'Example <b>Chat</b>',
};
const calls = vi.hoisted(() => ({
  add: [] as string[],
  finish: (_: unknown) => {},
  removed: [] as string[],
}));

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));
vi.mock('../../../src/ui/ways/own-pages', () => ({
  addPage: (text: string) => {
    calls.add.push(text);
    return new Promise((resolve) => {
      calls.finish = resolve;
    });
  },
  removePage: async (url: string) => {
    calls.removed.push(url);
    return true;
  },
}));

const { AddPage } = await import('../../../src/ui/components/add-page');

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector) as E;
const said = () => find('[role="status"]').textContent;
const type = (text: string) => {
  find<HTMLInputElement>('input').value = text;
};
const finish = (added: Added) => {
  calls.finish(added);
  return settle();
};

beforeEach(() => {
  forget();
  Object.assign(calls, { add: [], removed: [] });
  document.body.innerHTML = '<main></main>';
  render(<AddPage pages={[PAGE]} />, find('main'));
});
afterEach(() => render(null, find('main')));

describe('the form of status pages', () => {
  it('asks within the click, says what is going on and what came of it', async () => {
    type('https://status.example.com');
    find('[data-action="add-page"]').click();
    // Before anything was waited for.
    expect(calls.add).toEqual(['https://status.example.com']);
    await settle();
    expect(said()).toBe('Looking for its status…');
    // One at a time.
    find('[data-action="add-page"]').click();
    expect(calls.add).toHaveLength(1);
    await finish({ ok: true, page: PAGE });
    expect(said()).toContain('Example <b>Chat</b> was added.');
    expect(find<HTMLInputElement>('input').value).toBe('');
  });

  it('keeps what was typed when it is refused, says why, and marks the field', async () => {
    type('http://x');
    find('[data-action="add-page"]').click();
    await finish({ ok: false, why: 'not-https' });
    expect(said()).toBe('Only addresses that begin with https:// can be added.');
    const field = find<HTMLInputElement>('input');
    expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['http://x', 'true']);
    expect(field.getAttribute('aria-describedby')).toBe(find('[role="status"]').id);
  });

  it('lists what is there as plain text, and takes it away', async () => {
    expect(find('.pages bdi').textContent).toBe('Example <b>Chat</b>');
    expect(find('.pages small').textContent).toBe('status.example.com');
    const button = find('[data-action="remove-page"]');
    expect(button.getAttribute('aria-label')).toBe('Remove Example <b>Chat</b>');
    button.click();
    await settle();
    expect(calls.removed).toEqual([PAGE.url]);
    expect(said()).toContain('was removed');
  });
});
