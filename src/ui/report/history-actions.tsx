/** The history as a file, from a file, and none of it any more. */
import { useRef, useState } from 'preact/hooks';
import type { IncidentRecord } from '../../core/record';
import type { Incident } from '../../core/situation';
import { word } from '../../i18n/words';
import { saveFile } from '../save-file';
import { addRecords, eraseHistory } from './history';
import { csvOf, jsonOf, LARGEST_HISTORY, readHistory } from './history-file';

interface HistoryActionsProps {
  records: readonly IncidentRecord[];
  incident: Incident | null;
}

export function HistoryActions({ records, incident }: HistoryActionsProps) {
  const file = useRef<HTMLInputElement>(null);
  const [sure, setSure] = useState(false);
  const [said, setSaid] = useState({ text: '', wrong: false });

  const take = async ({ currentTarget: input }: { currentTarget: HTMLInputElement }) => {
    const given = input.files?.[0];
    if (!given) return;
    const text = given.size > LARGEST_HISTORY ? '' : await given.text().catch(() => '');
    // The same file again is a new choice.
    input.value = '';
    setSaid(await load(text));
  };
  const erase = async () => {
    setSure(false);
    await eraseHistory(incident, Date.now());
    setSaid({ text: word('history_erased'), wrong: false });
  };
  return (
    <>
      <div class="row">
        <button
          type="button"
          data-action="save-table"
          onClick={() => saveFile('not-just-me-history.csv', 'text/csv', csvOf(records))}
        >
          {word('history_save_table')}
        </button>
        <button
          type="button"
          data-action="save-history"
          onClick={() => saveFile('not-just-me-history.json', 'application/json', jsonOf(records))}
        >
          {word('options_export')}
        </button>
        <button type="button" data-action="load-history" onClick={() => file.current?.click()}>
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
        <button type="button" data-action="erase-history" aria-expanded={sure} onClick={() => setSure(!sure)}>
          {word('history_erase')}
        </button>
      </div>
      {sure && (
        <div class="sure" data-side="theirs">
          <p>{word('history_erase_sure')}</p>
          <div class="row">
            <button type="button" data-action="erase-history-sure" onClick={erase}>
              {word('history_erase_yes')}
            </button>
            <button type="button" data-action="erase-history-not" onClick={() => setSure(false)}>
              {word('options_erase_no')}
            </button>
          </div>
        </div>
      )}
      {/* There from the beginning: only what changes in it is heard. */}
      <p class="said" role="status" data-side={said.wrong ? 'theirs' : 'fine'}>
        {said.text}
      </p>
    </>
  );
}

/** Adds what the file holds; what to say of it. */
async function load(text: string): Promise<{ text: string; wrong: boolean }> {
  const now = Date.now();
  const read = readHistory(text, now);
  if (read === null) return { text: word('history_wrong'), wrong: true };
  if (!(await addRecords(read, now))) return { text: word('history_not_stored'), wrong: true };
  return { text: word('history_loaded'), wrong: false };
}
