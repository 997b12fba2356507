/** The one import of webextension-polyfill: frozen upstream, and Chrome ≥ 148 needs none of it, so it must stay easy to delete. */
import polyfill from 'webextension-polyfill';
import { useBrowser } from './browser';

useBrowser(polyfill);
