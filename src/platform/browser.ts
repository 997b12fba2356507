/**
 * The one import of webextension-polyfill: frozen upstream, and Chrome ≥ 148 needs none of it, so it must stay
 * easy to delete. The content sentinel goes without it.
 */
export { default as browser } from 'webextension-polyfill';
