/** Who may be asked, and what each of them learns by it. */
import { LEAVES, OPTIONAL_SOURCES, type OptionalSource } from '../../core/settings';
import { type MessageKey, word } from '../../i18n/words';
import { sourceName } from '../components/source-name';
import type { PartProps } from './options';
import { Choice, Part } from './parts';

const keyOf = (prefix: string, id: string) => `${prefix}_${id.replaceAll('-', '_')}` as MessageKey;

export function Sources({ settings, change }: PartProps) {
  const choose = (source: OptionalSource) => (leave: (typeof LEAVES)[number]) =>
    change({ leave: { ...settings.leave, [source]: leave } });
  return (
    <Part id="sources" title="options_sources">
      <p class="told">{word('options_sources_note')}</p>
      {OPTIONAL_SOURCES.map((source) => (
        <Choice
          key={source}
          name={`leave-${source}`}
          legend={sourceName(source)}
          note={word(keyOf('learns', source))}
          values={LEAVES}
          labelOf={(leave) => word(keyOf('leave', leave))}
          chosen={settings.leave[source]}
          onChoose={choose(source)}
        />
      ))}
    </Part>
  );
}
