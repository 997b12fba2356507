/** The person's own country and network operator, when they want these asked about; and OONI, which needs a permission. */
import { COUNTRIES } from '../../catalogue/world';
import { countryName } from '../../i18n/numbers';
import { localeTag, word } from '../../i18n/words';
import { browser } from '../../platform/browser';
import type { PartProps } from './options';
import { Field, Part, TextField } from './parts';
import { isNetwork } from './transfer';

/** OONI lets no web page read it: one origin, asked for on a click (docs/permissions.md). */
export const OONI = { origins: ['https://api.ooni.io/*'] };

export function Place({ settings, change, say, ooni }: PartProps & { ooni: boolean }) {
  const { compare } = new Intl.Collator(localeTag());
  const countries = [...COUNTRIES.keys()]
    .map((code) => ({ code, name: countryName(code) }))
    .toSorted((one, other) => compare(one.name, other.name));
  const setNetwork = (text: string) => {
    const digits = text.trim().replace(/^AS/i, '');
    const network = digits === '' ? null : Number(digits);
    if (isNetwork(network)) change({ network });
    else say(word('options_network_wrong'), true);
  };
  // In the click itself, before anything is waited for: only then does the browser ask.
  const allow = () => void browser.permissions.request(OONI).catch(() => false);
  const forbid = () => void browser.permissions.remove(OONI).catch(() => false);
  return (
    <Part id="place" title="options_place">
      <p class="told">{word('options_place_note')}</p>
      <Field id="country" label={word('options_country')}>
        <select
          id="country"
          value={settings.country ?? ''}
          onChange={({ currentTarget: { value } }) => change({ country: value || null })}
        >
          <option value="">{word('options_country_none')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field id="network" label={word('options_network')} note={word('options_network_note')}>
        <TextField
          id="network"
          aria-describedby="network-note"
          inputMode="numeric"
          placeholder="AS64500"
          maxLength={14}
          value={settings.network === null ? '' : `AS${settings.network}`}
          onDone={setNetwork}
        />
      </Field>
      <div class="field">
        <p>{word('options_ooni')}</p>
        <button
          type="button"
          data-action={ooni ? 'forbid-ooni' : 'allow-ooni'}
          onClick={ooni ? forbid : allow}
        >
          {word(ooni ? 'options_ooni_forbid' : 'options_ooni_allow')}
        </button>
      </div>
    </Part>
  );
}
