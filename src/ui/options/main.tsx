/** The settings page. */
import '../../platform/polyfill';
import { render } from 'preact';
import type { Settings } from '../../core/settings';
import { word } from '../../i18n/words';
import { browser } from '../../platform/browser';
import { settingsStore } from '../../platform/stores';
import { speakChosen } from '../language';
import { wear } from '../look';
import { followStored, type StoredView } from '../stored-view';
import { Options } from './options';
import { readGranted } from './permission';

const main = document.querySelector('main') as HTMLElement;

let said = { text: '', wrong: false };
let granted = await readGranted();
const [stored] = await Promise.all([followStored(follow), speakChosen(() => paint())]);
let { settings } = stored;

function follow(view: Partial<StoredView>): void {
  if (view.settings === undefined) return;
  settings = view.settings;
  paint();
}

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
  render(<Options {...{ settings, said, granted, change, say }} />, main);
}

async function look(): Promise<void> {
  granted = await readGranted();
  paint();
}
browser.permissions.onAdded.addListener(() => void look());
browser.permissions.onRemoved.addListener(() => void look());
paint();
