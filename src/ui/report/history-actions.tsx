/** The history as a file, from a file, and none of it any more. */
import { useState } from 'preact/hooks';
import type { IncidentRecord } from '../../core/record';
import type { Incident } from '../../core/situation';
import { word } from '../../i18n/words';
import { LoadFile } from '../components/load-file';
import { Sure } from '../components/sure';
import { saveFile } from '../save-file';
import { addRecords, eraseHistory } from './history';
import { csvOf, jsonOf, LARGEST_HISTORY, readHistory } from './history-file';

interface HistoryActionsProps {
  records: readonly IncidentRecord[];
  incident: Incident | null;
}

export function HistoryActions({ records, incident }: HistoryActionsProps) {
  const [sure, setSure] = useState(false);
  const [said, setSaid] = useState({ text: '', wrong: false });

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
        <LoadFile
          action="load-history"
          longest={LARGEST_HISTORY}
          onText={(text) => void load(text).then(setSaid)}
        />
        <button type="button" data-action="erase-history" aria-expanded={sure} onClick={() => setSure(!sure)}>
          {word('history_erase')}
        </button>
      </div>
      {sure && (
        <Sure
          question="history_erase_sure"
          yes="history_erase_yes"
          action="erase-history"
          onYes={erase}
          onNo={() => setSure(false)}
        />
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
