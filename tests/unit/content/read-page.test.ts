// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readProgress, readScreen } from '../../../src/content/read-page';
import type { Screen } from '../../../src/core/page-health';

/** Pages in the shape WhatsApp gives them; no words, since none are read. */
const parsed = (body: string) =>
  new DOMParser().parseFromString(
    `<!DOCTYPE html><html id="whatsapp-web"><body>${body}</body></html>`,
    'text/html',
  );
const app = (inside: string) => parsed(`<div id="app">${inside}</div>`);

const icon = (name: string) =>
  `<span aria-hidden="true"><svg viewBox="0 0 24 24"><title>${name}</title></svg></span>`;
const banner = (name: string, ...actions: string[]) =>
  `<div class="butterbar">${icon(name)}<div><span>text</span>${actions.join('')}</div></div>`;
const BUTTON = '<button type="button">x</button>';
const CHATS = '<div id="pane-side"><div role="grid"></div></div>';
const OPEN_CHAT = `<div id="main"><header></header><footer>${BUTTON}${BUTTON}</footer></div>`;

/** The chats, with this above the list and that inside it. */
const chats = (above = '', inList = '', open = OPEN_CHAT) =>
  app(
    `<div id="side"><header>${BUTTON}${BUTTON}</header><span>${above}</span>` +
      `<div id="pane-side"><div role="grid">${inList}</div></div></div>${open}`,
  );
const dialog = (...parts: string[]) =>
  app(
    `<div data-animate-modal-backdrop><div role="dialog" aria-modal="true"><div>${parts.join('')}</div></div></div>`,
  );

const SCREENS: readonly (readonly [Screen, string, Document])[] = [
  ['main', 'chats', chats()],
  ['main', 'chats whose column is drawn late', app(CHATS)],
  ['main', 'chats with a banner about something else', chats(banner('ic-refresh', BUTTON))],
  ['main', 'chats with the empty place of the banner', chats('<span data-testid="chat-butterbar"></span>')],
  [
    'main',
    'a dialog over the chats, opened by the person',
    app(`<div id="side">${CHATS}</div><div role="dialog"><h1>x</h1></div>`),
  ],
  ['main', 'a warning inside a chat of the list', chats('', icon('ic-warning'))],
  ['main', 'a warning inside the open chat', chats('', '', `<div id="main">${icon('ic-warning')}</div>`)],
  [
    'main',
    'a warning inside a dialog over the chats',
    app(`<div id="side">${CHATS}</div><div role="dialog">${icon('ic-warning')}${BUTTON}</div>`),
  ],
  ['main-lost', 'a connection banner in its first three seconds', chats(banner('ic-warning'))],
  ['main-lost-action', 'a connection banner with its button', chats(banner('ic-warning', BUTTON))],
  [
    'main',
    'a warning with two buttons: the connection’s has one at most',
    chats(banner('ic-warning', BUTTON, BUTTON)),
  ],
  [
    'main-lost',
    'a connection banner in one box with the list: the list’s button is not its own',
    app(`<div id="side"><div>${banner('ic-warning')}<div id="pane-side">${BUTTON}</div></div></div>`),
  ],
  ['main-lost-action', 'the banner of 2023', chats('<span data-icon="alert-computer"></span>')],
  ['main-lost-action', 'the banner of 2021', chats('<div data-testid="alert-computer"></div>')],
  ['cannot-connect', 'the dialog of a cold start', dialog('<h1>x</h1><div>x</div><hr>', BUTTON)],
  ['no-service', '“service unavailable”, or no computer connection', dialog('<h1>x</h1><div>x</div>')],
  ['network-block', 'the network keeps it from loading', dialog('<h1>x</h1><div>x</div>', BUTTON)],
  ['choice', 'open in another window', dialog('<div>x</div>', BUTTON, BUTTON)],
  ['reload-offered', 'an unexpected error', dialog('<div>x</div>', BUTTON)],
  ['choice', 'new terms to accept', dialog('<h1>x</h1>', BUTTON, BUTTON)],
  ['qr', 'a code to scan', app('<div data-ref="x"><canvas role="img"></canvas></div>')],
  [
    'qr-loading',
    'a code still loading',
    app('<div data-testid="link-device-qrcode-alt-linking-hint"></div><svg><circle/></svg>'),
  ],
  ['qr-expired', 'no code and none on its way', app('<input type="checkbox" id="auto-logout-toggle">')],
  ['loading', 'loading chats', app('<div><progress value="42" max="100"></progress></div>')],
  [
    'splash',
    'the server’s own page',
    parsed('<div id="wa_web_initial_startup"><progress value="0"></progress></div>'),
  ],
  [
    'splash',
    'the server’s own page until 2024',
    parsed('<div id="initial_startup"><progress></progress></div>'),
  ],
  [
    'unsupported',
    'a browser too old',
    parsed('<h1>x</h1><a href="https://support.google.com/chrome/answer/95414">x</a>'),
  ],
  ['unknown', 'a page without any mark we know', app('<div class="blank"></div>')],
  ['unknown', 'an empty page', parsed('')],
];

describe('the screen that is shown', () => {
  it.each(SCREENS)('%s · %s', (screen, _, page) => {
    expect(readScreen(page, false)).toBe(screen);
  });

  it('is the chats, whatever splash is still in the page', () => {
    const both = parsed(
      `<div id="wa_web_initial_startup"></div><div id="app"><div id="side">${CHATS}</div></div>`,
    );
    expect(readScreen(both, false)).toBe('main');
  });

  it('is the loading screen once the client has mounted beside the splash', () => {
    const both = parsed(
      '<div id="wa_web_initial_startup"></div><div id="app"><progress value="3"></progress></div>',
    );
    expect(readScreen(both, false)).toBe('loading');
  });

  it('never depends on words: the same page in another language is the same screen', () => {
    const german = dialog('<h1>Verbindung wird hergestellt</h1><div>Bitte warten</div><hr>', BUTTON);
    expect(readScreen(german, false)).toBe('cannot-connect');
    // A chat that quotes the banner is no banner.
    expect(
      readScreen(chats('', '<span>ic-warning alert-computer Connecting to WhatsApp</span>'), false),
    ).toBe('main');
  });

  it('changes nothing in the page', () => {
    const page = chats(banner('ic-warning', BUTTON));
    const before = page.documentElement.outerHTML;
    readScreen(page, false);
    readProgress(page);
    expect(page.documentElement.outerHTML).toBe(before);
  });
});

describe('how far loading is', () => {
  it('is the bar’s position', () => {
    expect(readProgress(app('<progress value="42" max="100"></progress>'))).toBe(42);
  });

  it('is unknown without a bar, or with the splash’s own', () => {
    expect(readProgress(chats())).toBeUndefined();
    expect(
      readProgress(parsed('<div id="wa_web_initial_startup"><progress value="0"></progress></div>')),
    ).toBeUndefined();
  });
});
