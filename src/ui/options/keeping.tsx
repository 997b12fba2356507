/** What is kept: as a file, from a file, and none of it any more. */
import { useState } from 'preact/hooks';
import { word } from '../../i18n/words';
import { toBackground } from '../../messaging/send';
import { LoadFile } from '../components/load-file';
import { Sure } from '../components/sure';
import { eraseEverything } from './erase';
import type { PartProps } from './options';
import { Part } from './parts';
import { FILE_NAME, fileOf, LARGEST_FILE, readFile } from './transfer';

export function Keeping({ settings, change, say }: PartProps) {
  const [sure, setSure] = useState(false);

  const take = (text: string) => {
    const read = readFile(text);
    if (read === null) say(word('options_import_wrong'), true);
    else change(read, word('options_imported'));
  };
  const erase = async () => {
    setSure(false);
    await eraseEverything();
    say(word('options_erased_all'));
  };
  return (
    <Part id="keeping" title="options_keeping">
      <p class="told">{word('options_keeping_note')}</p>
      <div class="row">
        <a
          class="button"
          data-action="export"
          download={FILE_NAME}
          href={`data:application/json;charset=utf-8,${encodeURIComponent(fileOf(settings))}`}
        >
          {word('options_export')}
        </a>
        <LoadFile action="import" longest={LARGEST_FILE} onText={take} />
        <button
          type="button"
          data-action="erase-ledger"
          onClick={async () => {
            await toBackground({ type: 'ledger.erase' });
            say(word('options_erased_ledger'));
          }}
        >
          {word('options_erase_ledger')}
        </button>
        <button type="button" data-action="erase" aria-expanded={sure} onClick={() => setSure(!sure)}>
          {word('options_erase')}
        </button>
      </div>
      {sure && (
        <Sure
          question="options_erase_sure"
          yes="options_erase_yes"
          action="erase"
          onYes={erase}
          onNo={() => setSure(false)}
        />
      )}
    </Part>
  );
}
