import type { PageScreen } from '../../world.ts';
import { type Banner, renderBanner } from './banner.ts';
import { h } from './dom.ts';
import { renderMain } from './main-screen.ts';
import { SCREENS } from './screens.ts';

let shown = '';

/** Show one screen inside `#app`. Showing it again only updates the banner, as a real re-render would. */
export function show(screen: PageScreen, banner?: Banner): void {
  const wrapper = mount();
  if (shown !== screen) {
    shown = screen;
    wrapper.replaceChildren(screen === 'main' ? renderMain() : (SCREENS[screen]?.() ?? h('div')));
  }
  if (screen === 'main') renderBanner(banner);
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
  document.getElementById('wa_web_initial_startup')?.remove();
  const wrapper = h('div', { class: 'app-wrapper-web font-fix' });
  app.firstElementChild?.append(wrapper);
  return wrapper;
}
