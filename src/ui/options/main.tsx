/** The settings page. */
import '../../platform/polyfill';
import { render } from 'preact';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings';
import { direction, localeTag, word } from '../../i18n/words';
import { browser } from '../../platform/browser';
import { settingsStore } from '../../platform/stores';
import { wear } from '../look';
import { followStored } from '../stored-view';
import { Options } from './options';
import { OONI } from './place';

const main = document.querySelector('main') as HTMLElement;
document.documentElement.lang = localeTag();
document.documentElement.dir = direction();

const may = () => browser.permissions.contains(OONI).catch(() => false);

let said = { text: '', wrong: false };
let ooni = await may();
let settings: Settings =
  (
    await followStored((view) => {
      if (!('settings' in view)) return;
      settings = view.settings ?? DEFAULT_SETTINGS;
      paint();
    })
  ).settings ?? DEFAULT_SETTINGS;

function change(patch: Partial<Settings>, text = word('options_saved')): void {
  settings = { ...settings, ...patch };
  paint();
  void settingsStore
    .write(settings)
    .then((kept) => (kept ? say(text) : say(word('options_not_saved'), true)));
}

function say(text: string, wrong = false): void {
  said = { text, wrong };
  paint();
}

function paint(): void {
  wear(settings);
  document.title = `${word('options_title')} · ${word('name')}`;
  render(<Options {...{ settings, said, ooni, change, say }} />, main);
}

async function look(): Promise<void> {
  ooni = await may();
  paint();
}
browser.permissions.onAdded.addListener(() => void look());
browser.permissions.onRemoved.addListener(() => void look());
paint();
