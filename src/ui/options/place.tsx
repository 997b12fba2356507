/** The person's own country and network operator, when they want these asked about; and OONI, which needs a permission. */
import { COUNTRIES } from '../../catalogue/world';
import { countryName } from '../../i18n/numbers';
import { localeTag, word } from '../../i18n/words';
import type { PartProps } from './options';
import { Field, Part, TextField } from './parts';
import { type Granted, Permission } from './permission';
import { isNetwork } from './transfer';

export function Place({ settings, change, say, granted }: PartProps & { granted: Granted }) {
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
      <Permission
        name="ooni"
        granted={granted}
        text={word('options_ooni')}
        allow={word('options_ooni_allow')}
      />
    </Part>
  );
}
