/** Witnesses that are asked on a click alone, unless the person never wants them asked. */
import type { Settings } from '../../core/settings';
import { countryName } from '../../i18n/numbers';
import { word } from '../../i18n/words';

/** Loaded when somebody asks. */
const inquiry = () => import('../inquiry');

/** Only for a country that the person chose. */
export function AskCountry({ settings }: { settings: Settings }) {
  if (!settings.country || settings.leave.country === 'never') return null;
  return (
    <button
      type="button"
      data-action="ask-my-country"
      onClick={() => void inquiry().then(({ askCountry }) => askCountry())}
    >
      {word('popup_ask_country', countryName(settings.country))}
    </button>
  );
}

export function AskCrowd({ settings }: { settings: Settings }) {
  if (settings.leave.crowd === 'never') return null;
  return (
    <button
      type="button"
      data-action="ask-the-crowd"
      onClick={() => void inquiry().then(({ askCrowd }) => askCrowd())}
    >
      {word('popup_ask_crowd')}
    </button>
  );
}
