import type { PageScreen } from '../../world.ts';
import { type Banner, renderBanner } from './banner.ts';
import { type Dialog, dialog } from './dialog.ts';
import { h } from './dom.ts';
import { renderMain } from './main-screen.ts';
import { SCREENS } from './screens.ts';

/** What stands above the chat list, and over everything. */
export interface Notices {
  banner?: Banner | undefined;
  dialog?: Dialog;
}

let shown = '';

/** Show one screen inside `#app`. Showing it again only updates the notices, as a real re-render would. */
export function show(screen: PageScreen, notices: Notices = {}): void {
  const wrapper = mount();
  if (shown !== screen) {
    shown = screen;
    wrapper.replaceChildren(screen === 'main' ? renderMain() : (SCREENS[screen]?.() ?? h('div')));
  }
  if (screen !== 'main') return;
  renderBanner(notices.banner);
  wrapper.querySelector('.over')?.remove();
  if (notices.dialog) wrapper.append(h('div', { class: 'over' }, dialog(notices.dialog)));
}

/** Make `#app`, as the first script to run does while the splash is still there. */
export function createApp(): HTMLElement {
  const there = document.getElementById('app');
  if (there) return there;
  const app = h('div', { id: 'app' }, h('div'));
  document.body.append(app);
  return app;
}

function mount(): HTMLElement {
  const app = createApp();
  const there = app.querySelector<HTMLElement>('.app-wrapper-web');
  if (there) return there;
  for (const splash of ['wa_web_initial_startup', 'initial_startup'])
    document.getElementById(splash)?.remove();
  const wrapper = h('div', { class: 'app-wrapper-web font-fix' });
  app.firstElementChild?.append(wrapper);
  return wrapper;
}
