// @vitest-environment happy-dom
/** What no single page of `tests/fixtures` shows; those are read in `fixtures.test.ts`. */
import { describe, expect, it } from 'vitest';
import { readProgress, readScreen } from '../../../src/content/read-page';
import type { Screen } from '../../../src/core/page-health';
import { FIXTURES } from '../../fixtures';
import { WORDS } from '../../fixtures/words';

const parsed = (body: string) =>
  new DOMParser().parseFromString(
    `<!DOCTYPE html><html id="whatsapp-web"><body>${body}</body></html>`,
    'text/html',
  );
const app = (inside: string) => parsed(`<div id="app">${inside}</div>`);

const BUTTON = '<button type="button">x</button>';
const WARNING = '<span><svg><title>ic-warning</title></svg></span>';
const CHATS = '<div id="side"><div id="pane-side"></div></div>';

describe('the screen that is shown', () => {
  it('is the chats, whatever splash is still in the page', () => {
    expect(
      readScreen(parsed(`<div id="wa_web_initial_startup"></div><div id="app">${CHATS}</div>`), false),
    ).toBe('main');
  });

  it('has a banner beside the list in one box with it: the list’s buttons are not its own', () => {
    const page = app(
      `<div id="side"><div>${WARNING}<div id="pane-side">${BUTTON}${BUTTON}</div></div></div>`,
    );
    expect(readScreen(page, false)).toBe('main-lost');
  });

  it('is not lost by a dialog over the chats that warns', () => {
    const dialog = `<div role="dialog"><div data-animate-modal-body="true">${WARNING}${BUTTON}</div></div>`;
    expect(readScreen(app(`${dialog}<div>${CHATS}</div>${dialog}`), false)).toBe('main');
  });

  const cover = (inside: string) => app(`<div data-animate-modal-body="true">${inside}</div>`);
  const RULE = '<hr>';
  const TITLE = '<h1></h1>';
  const TEXT = '<div></div>';

  it.each<[string, string, Screen]>([
    ['a title, a text and nothing to press', TITLE + TEXT, 'no-service'],
    ['a title, a text and one button', TITLE + TEXT + BUTTON, 'network-block'],
    ['a title, a rule and one button', `${TITLE}<div>${RULE}</div>${BUTTON}`, 'cannot-connect'],
    ['a title, a text and two buttons', `${TITLE + TEXT}<div>${BUTTON}${BUTTON}</div>`, 'choice'],
    ['a text and one button', TEXT + BUTTON, 'choice'],
    ['a text alone', TEXT, 'unknown'],
  ])('a cover with %s', (_, inside, screen) => {
    expect(readScreen(cover(inside), false)).toBe(screen);
  });

  it.each<[string, number, Screen]>([
    ['nothing to press', 0, 'main-lost'],
    ['one action', 1, 'main-lost-action'],
    ['an action and one that closes it: it is another warning', 2, 'main'],
  ])('a warning above the chats with %s', (_, buttons, screen) => {
    const page = app(
      `<div id="side"><div>${WARNING}${BUTTON.repeat(buttons)}</div><div id="pane-side"></div></div>`,
    );
    expect(readScreen(page, false)).toBe(screen);
  });

  it('the old icon stands for a lost connection, whatever can be pressed', () => {
    const old = '<span data-icon="alert-computer"></span>';
    const page = app(`<div id="side"><div>${old}${BUTTON}${BUTTON}</div><div id="pane-side"></div></div>`);
    expect(readScreen(page, false)).toBe('main-lost-action');
  });

  it('never depends on words: a chat that quotes the banner is no banner', () => {
    const page = app(
      `<div id="side"><span>ic-warning alert-computer Connecting to WhatsApp</span><div id="pane-side"></div></div>`,
    );
    expect(readScreen(page, false)).toBe('main');
  });

  it('is the same without any word at all, in every fixture', () => {
    const [form] = [{ lang: 'en', testIds: true } as const];
    for (const { id, screen, html, after } of FIXTURES) {
      const bare = Object.values(WORDS.en).reduce(
        (all, text) => all.replaceAll(`>${text}<`, '><'),
        html(form),
      );
      expect(readScreen(new DOMParser().parseFromString(bare, 'text/html'), after === 'main'), id).toBe(
        screen,
      );
    }
  }, 60_000);

  it('changes nothing in the page', () => {
    for (const { html } of FIXTURES) {
      const page = new DOMParser().parseFromString(html({ lang: 'bn', testIds: false }), 'text/html');
      const before = page.documentElement.outerHTML;
      readScreen(page, false);
      readProgress(page);
      expect(page.documentElement.outerHTML).toBe(before);
    }
  }, 60_000);
});

describe('how far loading is', () => {
  it('is the bar’s position', () => {
    expect(readProgress(app('<progress value="42" max="100"></progress>'))).toBe(42);
  });

  it('is unknown without a bar, or with the splash’s own', () => {
    expect(readProgress(app(CHATS))).toBeUndefined();
    expect(
      readProgress(parsed('<div id="wa_web_initial_startup"><progress value="0"></progress></div>')),
    ).toBeUndefined();
  });
});
