/** Language, colours, whether a note may stand in the page, and whether a notification may be shown. */
import { THEMES } from '../../core/settings';
import { LANGUAGES } from '../../i18n/languages';
import { word } from '../../i18n/words';
import type { PartProps } from './options';
import { Choice, Field, Part } from './parts';
import { type Granted, Permission } from './permission';

export function Appearance({ settings, change, granted }: PartProps & { granted: Granted }) {
  return (
    <Part id="appearance" title="options_appearance">
      <Field id="language" label={word('options_language')}>
        <select
          id="language"
          value={settings.language ?? ''}
          onChange={({ currentTarget: { value } }) => change({ language: value || null })}
        >
          <option value="">{word('options_language_auto')}</option>
          {LANGUAGES.map(({ folder, name }) => (
            <option key={folder} value={folder} lang={folder.replace('_', '-')}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Choice
        name="theme"
        legend={word('options_theme')}
        values={THEMES}
        labelOf={(theme) => word(`options_theme_${theme}`)}
        chosen={settings.theme}
        onChoose={(theme) => change({ theme })}
      />
      <label class="tick">
        <input
          type="checkbox"
          data-setting="banner"
          checked={settings.banner}
          onChange={({ currentTarget: { checked } }) => change({ banner: checked })}
        />
        <span>
          {word('options_banner')}
          <small>{word('options_banner_note')}</small>
        </span>
      </label>
      <label class="tick">
        <input
          type="checkbox"
          data-setting="reload"
          checked={settings.reload}
          onChange={({ currentTarget: { checked } }) => change({ reload: checked })}
        />
        <span>
          {word('options_reload')}
          <small>{word('options_reload_note')}</small>
        </span>
      </label>
      <Permission
        name="notifications"
        granted={granted}
        text={word('options_notify', word('tell_button'))}
        allow={word('tell_allow')}
      />
    </Part>
  );
}
