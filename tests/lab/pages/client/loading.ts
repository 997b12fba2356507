import { h, icon } from './dom.ts';
import { after, scaled, world } from './lab.ts';

/** Steps of a load, as parts of its time: the real one moves in leaps. */
const STEPS = [0.02, 0.05, 0.2, 0.25, 0.5, 0.6, 0.9];
const MOVE_EVERY = 500;
/** The bar of a logout is full after this (wa-diff WAWebLogoutLoadingScreen, 2026-04). */
const LOGOUT_FILLS = 450;

/** Logo, name and bar: the shape of loading and of logging out. */
export function loading(text: string, value: number): HTMLElement {
  return h(
    'div',
    { class: 'splash', ...(world.generation === '2026' ? { 'data-testid': 'wa-web-loading-screen' } : {}) },
    h('div', { class: 'logo' }, h('span', {}, icon('ic-logo', 52))),
    h('div', { class: 'name' }, text),
    h('div', { class: 'bar' }, h('progress', { value: String(value), max: '100' })),
    h('div', { class: 'lock' }, h('span', {}, icon('ic-lock', 12)), ' End-to-end encrypted'),
  );
}

/** A load that gets on: in leaps when the world says how long it takes, else for ever. */
export function movingLoading(): HTMLElement {
  const screen = loading('Loading your chats', 4);
  const progress = screen.querySelector('progress') as HTMLProgressElement;
  if (world.loadingMs > 10_000) {
    for (const part of STEPS)
      after(part * world.loadingMs, () => {
        progress.value = 100 * part;
      });
    return screen;
  }
  const timer = setInterval(() => {
    if (!progress.isConnected) return clearInterval(timer);
    progress.value = progress.value >= 96 ? 4 : progress.value + 3;
  }, scaled(MOVE_EVERY));
  return screen;
}

/** Logging out: empty, then full until the page is loaded anew. */
export function loggingOut(): HTMLElement {
  const screen = loading('Logging out. Please do not close this window.', 0);
  after(LOGOUT_FILLS, () => {
    (screen.querySelector('progress') as HTMLProgressElement).value = 100;
  });
  return screen;
}
