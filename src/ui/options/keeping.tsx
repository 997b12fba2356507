/** What is kept: as a file, from a file, and none of it any more. */
import { useRef, useState } from 'preact/hooks';
import { word } from '../../i18n/words';
import { toBackground } from '../../messaging/send';
import { eraseEverything } from './erase';
import type { PartProps } from './options';
import { Part } from './parts';
import { FILE_NAME, fileOf, LARGEST_FILE, readFile } from './transfer';

export function Keeping({ settings, change, say }: PartProps) {
  const file = useRef<HTMLInputElement>(null);
  const [sure, setSure] = useState(false);

  const take = async ({ currentTarget: input }: { currentTarget: HTMLInputElement }) => {
    const given = input.files?.[0];
    if (!given) return;
    const text = given.size > LARGEST_FILE ? '' : await given.text().catch(() => '');
    // The same file again is a new choice.
    input.value = '';
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
        <button type="button" data-action="import" onClick={() => file.current?.click()}>
          {word('options_import')}
        </button>
        <input
          ref={file}
          class="hidden"
          type="file"
          accept="application/json,.json"
          aria-label={word('options_import')}
          tabIndex={-1}
          onChange={take}
        />
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
        <div class="sure" data-side="theirs">
          <p>{word('options_erase_sure')}</p>
          <div class="row">
            <button type="button" data-action="erase-sure" onClick={erase}>
              {word('options_erase_yes')}
            </button>
            <button type="button" data-action="erase-not" onClick={() => setSure(false)}>
              {word('options_erase_no')}
            </button>
          </div>
        </div>
      )}
    </Part>
  );
}
