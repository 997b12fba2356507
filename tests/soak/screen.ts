/** What one page of WhatsApp's shows: draws the screens of its generation, and remembers which one stands there. */
import type { Banner, Cover, Markup } from './markup';
import type { Page } from './page';

export type Shown =
  | 'splash'
  | 'loading'
  | 'qr'
  | 'qr-loading'
  | 'qr-expired'
  | 'locked'
  | 'main'
  | 'cannot-connect'
  | 'offline'
  | 'service-unavailable'
  | 'network-block'
  | 'choice'
  | 'reload-offered';

const COVERS: Partial<Record<Shown, Cover>> = {
  'cannot-connect': { heading: true, rule: true, buttons: 1 },
  offline: { heading: true, rule: false, buttons: 0 },
  'service-unavailable': { heading: true, rule: false, buttons: 0 },
  'network-block': { heading: true, rule: false, buttons: 1 },
  choice: { heading: false, rule: false, buttons: 2 },
  'reload-offered': { heading: false, rule: false, buttons: 1 },
};

export class Screen {
  shown: Shown = 'splash';
  /** What stands above the chats about the line, and apart from it. */
  banner: Banner | null = null;
  notice: Banner | null = null;
  #drawn = '';

  constructor(
    readonly page: Page,
    readonly markup: Markup,
  ) {}

  /** The server's own HTML. `#app` is made almost at once, while the splash is still there (a live run of 2026-08). */
  drawShell(): void {
    const { document } = this.page;
    if (this.markup.htmlId !== null) document.documentElement.id = this.markup.htmlId;
    document.head.innerHTML = this.markup.head();
    document.body.innerHTML = this.markup.body();
    if (document.querySelector('#app')) return;
    const app = document.createElement('div');
    app.id = 'app';
    document.body.append(app);
  }

  /** The splash goes, and everything else stands in the wrapper from now on. */
  mount(): void {
    this.page.document.querySelector('#wa_web_initial_startup,#initial_startup')?.remove();
    const app = this.page.document.querySelector('#app');
    if (app) app.innerHTML = '<div><div class="app-wrapper-web font-fix"></div></div>';
  }

  /** True when it was not there before. */
  show(shown: Shown): boolean {
    this.shown = shown;
    const wrapper = this.page.document.querySelector('.app-wrapper-web');
    if (!wrapper || this.#drawn === shown) return false;
    this.page.browser.witness.trace(`tab ${this.page.tab.id} shows ${shown}`);
    this.#drawn = shown;
    wrapper.innerHTML = this.#htmlOf(shown);
    if (shown !== 'main') return true;
    this.banner = null;
    this.#drawBanner();
    return true;
  }

  #htmlOf(shown: Shown): string {
    const cover = COVERS[shown];
    if (cover) return this.markup.cover(cover);
    switch (shown) {
      case 'loading':
        return this.markup.loading(0);
      case 'locked':
        return this.markup.lock();
      case 'main':
        return this.markup.main();
      case 'qr':
      case 'qr-loading':
      case 'qr-expired':
        return this.markup.linking(shown);
      default:
        return '';
    }
  }

  progress(value: number): void {
    this.page.document.querySelector('#app progress')?.setAttribute('value', String(value));
  }

  /** A notice about something else than the line, or none. */
  setNotice(notice: Banner | null): void {
    this.notice = notice;
    this.#drawBanner();
  }

  setBanner(banner: Banner | null): void {
    if (banner === this.banner) return;
    this.banner = banner;
    this.#drawBanner();
  }

  #drawBanner(): void {
    const place = this.page.document.querySelector('.banner-place');
    const banner = this.banner ?? this.notice;
    this.page.browser.witness.trace(`tab ${this.page.tab.id} has above the chats: ${banner}`);
    if (place) place.innerHTML = banner === null ? '' : this.markup.banner(banner);
  }

  /** Something over the chats that is no state of WhatsApp's. */
  dialog(open: boolean): void {
    const place = this.page.document.querySelector('#expressions-panel-container');
    if (place) place.innerHTML = open ? this.markup.dialog() : '';
  }

  /** A message came in some chat: its row is drawn anew. */
  stir(choice: number): void {
    const rows = this.page.document.querySelectorAll('#pane-side [role=row]');
    const row = rows[Math.floor(choice * rows.length)];
    row?.insertAdjacentHTML('afterend', this.markup.chatRow('n'));
    row?.remove();
  }

  /** Some script could not be had. */
  scriptFails(address: string): void {
    const script = this.page.document.createElement('script');
    this.page.document.head.append(script);
    Object.defineProperty(script, 'src', { value: address });
    this.page.tell(script, 'error');
  }
}
