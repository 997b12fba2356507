/** More about it, always in sight: the whole report, its words for somebody else, and the settings. */
import type { Situation } from '../../core/situation';
import { word } from '../../i18n/words';
import { browser } from '../../platform/browser';
import { CopyReport } from '../components/copy-report';

const REPORT = 'src/ui/report/index.html';

/** Opens the report, at the part `hash` names. */
export function openReport(hash: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(REPORT + hash) });
}

export function Foot({ situation, trouble }: { situation: Situation; trouble: boolean }) {
  return (
    <div class="foot">
      <button type="button" data-action="open-report" onClick={() => openReport('')}>
        {word('popup_open_report')}
      </button>
      {trouble && <CopyReport situation={situation} />}
      <button type="button" data-action="open-options" onClick={() => browser.runtime.openOptionsPage()}>
        {word('popup_options')}
      </button>
    </div>
  );
}
