// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askedAt, STATES, situationOf, waysTriedAt } from '../../../scripts/gallery/states';
import { CITIES } from '../../../scripts/gallery/witnesses';
import { FIRST_WAYS } from '../../../src/catalogue/first-ways';
import { linksFor } from '../../../src/catalogue/links';
import { OUTAGES } from '../../../src/catalogue/outages';
import { COUNTRIES } from '../../../src/catalogue/world';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { NO_TROUBLE } from '../../../src/core/trouble';
import { LANGUAGES } from '../../../src/i18n/languages';
import { countryName, lasting } from '../../../src/i18n/numbers';
import { word } from '../../../src/i18n/words';
import { Options } from '../../../src/ui/options/options';
import * as later from '../../../src/ui/popup/later';
import { Popup } from '../../../src/ui/popup/popup';
import { Report } from '../../../src/ui/report/report';
import { catalogue } from '../catalogues';
import { forget, world } from '../fake-browser';
import { hardCodedIn, isHardCoded, pseudo } from './pseudo';
import { recordOf } from './report/records';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

beforeEach(() => {
  forget();
  world.catalogue = pseudo(catalogue('en'));
});
afterEach(() => render(null, document.body));

const NOW = new Date(2026, 10, 21, 12, 7).getTime();
const asked = askedAt(NOW);
const CONTACTS = { signal: '+49301234567', telegram: '@somebody' };

/** What the browser and Meta say in their own words. */
const quotedIn = (state: (typeof STATES)[number]) => {
  const meta = situationOf(state, NOW).evidence['meta-status'];
  const said = meta?.state === 'known' ? [meta.value.statement, meta.value.service] : [];
  return [...asked.map(({ ended }) => ended), ...said].flatMap((text) => text ?? []);
};

/** Countries, months and lengths of time by `Intl`, cities by those who measure there, hosts by their owners. */
const namedByOthers = () => [
  ...[...COUNTRIES.keys()].map(countryName),
  ...Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat('de', { month: 'short' }).format(new Date(2026, month, 5)),
  ),
  ...CITIES.map(([, city]) => city),
  'Delft',
  ...linksFor(null).map(({ href }) => new URL(href).hostname),
  ...asked.map(({ host }) => host),
  ...OUTAGES.flatMap(({ sources }) => sources.map((one) => new URL(one).hostname.replace('www.', ''))),
  ...[1, 2].flatMap((many) => lasting(many * 61 * 60_000).split(/[\d, ]+/)),
];

describe('the popup says nothing that no translator has seen', () => {
  it.each(STATES.map((state) => [state.name, state] as const))('%s', (_, state) => {
    const situation = situationOf(state, NOW);
    const props = {
      situation,
      asked,
      fallbacks: waysTriedAt(NOW),
      settings: { ...DEFAULT_SETTINGS, contacts: CONTACTS },
      tell: null,
      ways: FIRST_WAYS,
      later,
      now: NOW,
    };
    for (const allowed of [true, false]) {
      render(<Popup {...props} allowed={allowed} />, document.body);
      expect(document.body.textContent).toContain('⟦');
      expect(hardCodedIn(document.body, quotedIn(state))).toEqual([]);
    }
  });
});

describe('the report says nothing that no translator has seen', () => {
  it.each(STATES.map((state) => [state.name, state] as const))('%s', (_, state) => {
    const situation = situationOf(state, NOW);
    const records = [recordOf('one', NOW - 3_600_000, 10), recordOf('two', NOW - 7_200_000, 61, false)];
    const kept = { trouble: NO_TROUBLE, keeping: 'not' as const };
    const view = { situation, asked, fallbacks: {}, settings: DEFAULT_SETTINGS, records, now: NOW, ...kept };
    render(<Report {...view} />, document.body);
    expect(document.body.textContent).toContain('⟦');
    expect(hardCodedIn(document.body, [...quotedIn(state), ...namedByOthers()])).toEqual([]);
  });
});

it('nor do the settings', () => {
  const nothing = () => {};
  const said = { text: '', wrong: false };
  const part = { settings: DEFAULT_SETTINGS, change: nothing, say: nothing };
  render(<Options {...part} said={said} granted={{ ooni: false, notifications: false }} />, document.body);
  expect(document.body.textContent).toContain('⟦');
  const names = LANGUAGES.map(({ name }) => name);
  expect(
    hardCodedIn(document.body, [...names, ...namedByOthers(), 'AS64500', 'https://status.example.com']),
  ).toEqual([]);
});

describe('what is found', () => {
  it('is text and labels that come from no message', () => {
    render(
      <p title="Tooltip">
        {word('popup_steps')} and more <b>12:07 · WhatsApp Web</b>
        <button type="button" aria-label="Close" />
      </p>,
      document.body,
    );
    expect(hardCodedIn(document.body)).toEqual([' and more ', 'Tooltip', 'Close']);
  });

  it('is nothing of a message within another', () => {
    const since = word('asked_entry', 'dns.google', '12:07', word('asked_answered'));
    expect(since).toMatch(/^⟦.*⟦.*⟧~*⟧$/);
    expect(isHardCoded(since, [])).toBe(false);
  });
});

const src = join(import.meta.dirname, '../../../src');
const files = readdirSync(src, { recursive: true }).map(String);

it.each(files.filter((file) => file.endsWith('.html')))('%s holds names only', (file) => {
  const page = new DOMParser().parseFromString(
    readFileSync(join(src, file), 'utf8').replace(/<(link|script)\b[^>]*>/g, ''),
    'text/html',
  );
  expect(hardCodedIn(page.documentElement)).toEqual([]);
});

it.each(files.filter((file) => file.endsWith('.css')))('%s writes no words', (file) => {
  const written = [...readFileSync(join(src, file), 'utf8').matchAll(/content:\s*(["'])(.*?)\1/g)];
  const text = written.map(([, , content]) => content?.replace(/\\[0-9a-f]+/gi, '') ?? '');
  expect(text.filter((one) => isHardCoded(one, []))).toEqual([]);
});
