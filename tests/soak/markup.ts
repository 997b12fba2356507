/**
 * WhatsApp Web's page as it was in five years, in skeleton: ids, structure, icon names and test ids where their
 * generation had them. Evidence as in `src/content/selectors.ts`; made from that evidence and not from the selectors.
 */
import type { Random } from './random';

export const GENERATIONS = ['2021', '2022', '2024', '2026-04', '2026-08'] as const;
export type Generation = (typeof GENERATIONS)[number];

/** What stands above the chats. `other-warning` is about something else than the connection. */
export type Banner = 'connecting' | 'retry' | 'offline' | 'phone' | 'update' | 'notice' | 'other-warning';

export type Mark = 'none' | 'waiting' | 'sent' | 'delivered' | 'read' | 'failed';

export interface Message {
  id: string;
  mark: Mark;
  uploading: boolean;
}

export interface Cover {
  heading: boolean;
  rule: boolean;
  buttons: number;
}

/** Names of the icons each generation drew its marks with (wa-diff and 2022 skeleton: msg-…; 2026-08: wds-ic-…). */
const OLD_MARKS = { waiting: 'msg-time', sent: 'msg-check', delivered: 'msg-dblcheck', read: 'msg-dblcheck' };
const NEW_MARKS = {
  waiting: 'wds-ic-time',
  sent: 'wds-ic-sent',
  delivered: 'wds-ic-delivered',
  read: 'wds-ic-read',
};

const OLD_BANNER_ICONS: Readonly<Record<Banner, string>> = {
  connecting: 'alert-computer',
  retry: 'alert-computer',
  offline: 'alert-computer',
  phone: 'alert-phone',
  update: 'alert-update',
  notice: 'alert-notification',
  'other-warning': 'alert-battery',
};

const NEW_BANNER_ICONS: Readonly<Record<Banner, string>> = {
  connecting: 'ic-warning',
  retry: 'ic-warning',
  offline: 'ic-warning',
  phone: 'ic-warning',
  update: 'ic-refresh',
  notice: 'ic-notifications-off',
  'other-warning': 'ic-warning',
};

/** Buttons of a banner, its close button included. */
const ACTIONS: Readonly<Record<Banner, number>> = {
  connecting: 0,
  retry: 1,
  offline: 1,
  phone: 1,
  update: 1,
  notice: 2,
  'other-warning': 2,
};

export class Markup {
  /** The design system's banners and icons, in place since 2026-04. */
  readonly #design: boolean;
  readonly #testIds: boolean;
  readonly #marks: typeof OLD_MARKS;

  constructor(
    readonly generation: Generation,
    readonly random: Random,
  ) {
    this.#design = generation === '2026-04' || generation === '2026-08';
    this.#testIds = generation === '2021' || generation === '2022' || generation === '2026-08';
    // Second-hand: both names of the clock are told of.
    const clock = random.pick(['wds-ic-time', 'wds-ic-pending']);
    this.#marks = generation === '2026-08' ? { ...NEW_MARKS, waiting: clock } : OLD_MARKS;
  }

  /** Failed messages are known by one icon only, which is the design system's. */
  get marksFailures(): boolean {
    return this.#design;
  }

  get htmlId(): string | null {
    return this.generation === '2021' || this.generation === '2022' ? null : 'whatsapp-web';
  }

  head(): string {
    const base = this.htmlId === null ? '/' : 'https://static.whatsapp.net/rsrc.php/v4/';
    return `<meta charset="utf-8"><title>WhatsApp</title><link id="favicon" rel="icon" href="/favicon.ico"><script src="${base}bootstrap.js"></script>`;
  }

  /** The server's own HTML: a splash, and in older pages the empty place of the app. */
  body(): string {
    const bar = this.generation === '2021' ? '' : '<progress value="0" max="100" dir="ltr"></progress>';
    const id = this.htmlId === null ? 'initial_startup' : 'wa_web_initial_startup';
    const splash = `<div id="${id}"${this.#class()}><div><span><svg></svg></span></div><div>WhatsApp</div>${bar}</div>`;
    return this.htmlId === null ? `<div id="app"></div>${splash}` : splash;
  }

  loading(value: number): string {
    return `<div${this.#test('wa-web-loading-screen')}><div><span><svg></svg></span></div><div>WhatsApp</div><div><progress value="${value}" max="100"></progress></div>${this.#button()}</div>`;
  }

  linking(state: 'qr' | 'qr-loading' | 'qr-expired'): string {
    const old = this.generation === '2021' || this.generation === '2022';
    const code = '<canvas role="img" width="228" height="228"></canvas>';
    const retry = old ? this.#button() : `<span>${this.#icon('ic-refresh')}</span>`;
    const inside =
      state === 'qr'
        ? code
        : state === 'qr-expired'
          ? retry
          : `<span${this.#test('loading-spinner')}><svg viewBox="0 0 44 44"><circle cx="22" cy="22" r="20"></circle></svg></span>`;
    const holder = `<div data-ref="x"${this.#test('link-device-qr-code')}>${inside}</div>`;
    const toggle = '<input type="checkbox" id="auto-logout-toggle">';
    return `<div${old ? ' class="landing-main"' : this.#class()}><div${this.#test('link-device-qrcode-alt-linking-hint')}></div>${holder}${toggle}</div>`;
  }

  /** App lock, before the chats. */
  lock(): string {
    return `<div><main><div class="landing-main"><input required type="password" value="">${this.#button()}</div></main></div>`;
  }

  cover({ heading, rule, buttons }: Cover): string {
    const body = `${heading ? '<h1>x</h1>' : ''}<div>x</div>${rule ? '<hr>' : ''}<div>${this.#button().repeat(buttons)}</div>`;
    return `<div data-animate-modal-backdrop="true"><div role="dialog" aria-modal="true"><div data-animate-modal-popup="true"><div data-animate-modal-body="true">${body}</div></div></div></div>`;
  }

  /** The chats without an open one. */
  main(): string {
    const rows = [...'abcd'].map((id) => this.chatRow(id)).join('');
    const list = `<div id="pane-side"><div role="grid">${rows}</div></div>`;
    const place = `<span class="banner-place"${this.#test('chat-butterbar')}></span>`;
    const header = `<header>${this.#button()}${this.#button()}</header>`;
    // Until 2023 the banners stood beside the column of chats, above it (skeleton of 2022-12).
    const column = this.htmlId === null ? `${place}<div id="side">${list}</div>` : '';
    const side = column || `<div id="side">${header}${place}${list}</div>`;
    return `<div${this.#class()}>${this.htmlId === null ? header : ''}${side}</div><div class="chat-place"></div><div id="expressions-panel-container"></div>`;
  }

  /** A row of the list: it shows the last message's mark too, and that is not the open chat's. */
  chatRow(id: string): string {
    const status = this.random.pick(['status-time', 'status-check', 'status-dblcheck']);
    return `<div role="row"${this.#test('cell-frame-container')}><span title="${id}"></span>${this.#icon(status)}</div>`;
  }

  chat(messages: readonly Message[]): string {
    const rows = messages.map((message) => this.message(message)).join('');
    return `<div id="main"${this.#class()}><header>${this.#button()}</header><div class="messages" role="application">${rows}</div><footer>${this.#button()}${this.#button()}</footer></div>`;
  }

  message({ id, mark, uploading }: Message): string {
    const marks = mark === 'none' ? '' : this.mark(mark);
    const upload = uploading ? `<div role="button">${this.#icon('media-cancel')}</div>` : '';
    const inside = `<div${this.#class()}>${upload}<span>x</span><span class="mark">${marks}</span></div>`;
    const message = `<div data-id="${id}"${this.#class()}>${inside}</div>`;
    return this.generation === '2021' ? message : `<div role="row">${message}</div>`;
  }

  /** A failed message keeps its clock. */
  mark(mark: Exclude<Mark, 'none'>): string {
    const name = this.#marks[mark === 'failed' ? 'waiting' : mark];
    const failed = mark === 'failed' ? `<button type="button">${this.#title('ic-error')}</button>` : '';
    return `<span aria-label=" x ">${this.#icon(name)}</span>${failed}`;
  }

  banner(banner: Banner, actions = ACTIONS[banner]): string {
    const name = (this.#design ? NEW_BANNER_ICONS : OLD_BANNER_ICONS)[banner];
    const icon = this.#design ? `<span aria-hidden="true">${this.#title(name)}</span>` : this.#icon(name);
    return `<div${this.#class()}>${icon}<div><div><span>x</span></div><div><span>x ${this.#button().repeat(actions)}</span></div></div></div>`;
  }

  /** A dialog over the chats: opened by the person, or WhatsApp's notice that it will reload. */
  dialog(): string {
    return this.cover({ heading: true, rule: false, buttons: this.random.whole(0, 2) });
  }

  #icon(name: string): string {
    switch (this.generation) {
      case '2021':
        return `<span data-testid="${name}" data-icon="${name}"><svg></svg></span>`;
      case '2022':
        return `<span data-testid="${name}"><svg></svg></span>`;
      case '2026-08':
        return this.#title(name);
      default:
        return `<span data-icon="${name}" aria-hidden="true">${this.#title(name)}</span>`;
    }
  }

  #title(name: string): string {
    return `<svg viewBox="0 0 24 24"><title>${name}</title></svg>`;
  }

  #button(): string {
    const element = this.#design && this.random.chance(0.3);
    return element ? '<div role="button" tabindex="0">x</div>' : '<button type="button">x</button>';
  }

  #test(id: string): string {
    return this.#testIds ? ` data-testid="${id}"` : '';
  }

  /** Class names change with every build and mean nothing. */
  #class(): string {
    return ` class="x${this.random.whole(0, 0xffffff).toString(36)}"`;
  }
}
