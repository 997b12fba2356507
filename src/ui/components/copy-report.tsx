/** Copies the report as plain text, for a helpdesk or a friend. */
import { Component } from 'preact';
import type { Situation } from '../../core/situation';
import { word } from '../../i18n/words';

const LABELS = { idle: 'popup_copy_report', copied: 'report_copied', failed: 'report_not_copied' } as const;

export class CopyReport extends Component<{ situation: Situation }, { label: keyof typeof LABELS }> {
  override state = { label: 'idle' as const };

  copy = async () => {
    // Loaded when somebody wants it: the popup stays small.
    const { browserNameOf, copyText, reportText } = await import('../report-text');
    const text = reportText(this.props.situation, browserNameOf(navigator.userAgent), Date.now());
    this.setState({ label: (await copyText(text)) ? 'copied' : 'failed' });
  };

  override render() {
    return (
      <button type="button" data-action="copy-report" onClick={() => void this.copy()}>
        <span role="status">{word(LABELS[this.state.label])}</span>
      </button>
    );
  }
}
