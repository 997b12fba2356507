/** What the popup loads after its first paint: how to be reached meanwhile, and what past outages say. */
import { Component } from 'preact';
import { APPS } from '../../catalogue/apps';
import { readContact } from '../../catalogue/contacts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings';
import type { Situation } from '../../core/situation';
import { word } from '../../i18n/words';
import { browser } from '../../platform/browser';
import { outlookOf } from '../outlook';
import { planMessage } from '../plan-message';
import { copyText } from '../report-text';
import { openReport } from './foot';

/** Small enough for a line of the list, and whole: where there is no room they stand under the name. */
const SMALL = { minBlockSize: '26px', padding: '1px 10px', fontSize: 'var(--small)' };
const IN_LINE = { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', alignItems: 'center' };
/** As quiet as a link. */
const QUIET = {
  ...SMALL,
  padding: 0,
  border: 0,
  background: 'none',
  color: 'var(--link)',
  textAlign: 'start',
};

const LABELS = { idle: 'plan_copy', copied: 'report_copied', failed: 'report_not_copied' } as const;

interface BesideProps {
  /** Of the way. */
  id: string;
  /** What it is called here. */
  name: string;
  situation: Situation;
  settings: Settings;
}

/** Beside a way: its app where the web has no place to chat, and a message with the person's own address. */
export class Beside extends Component<BesideProps, { label: keyof typeof LABELS }> {
  override state = { label: 'idle' as const };

  override render() {
    const { id, name, situation, settings } = this.props;
    const app = APPS.find((one) => one.id === id);
    if (app === undefined) return null;
    // Kept by anybody: a file that was loaded, another version.
    const kept: unknown = settings.contacts?.[id];
    const contact = typeof kept === 'string' ? readContact(app, kept) : null;
    const copy = async (own: string) => {
      const copied = await copyText(planMessage(situation, app, name, own, Date.now()));
      this.setState({ label: copied ? 'copied' : 'failed' });
    };
    const { label } = this.state;
    const opens = app.app !== null && app.href.includes('/download');
    if (!opens && contact === null) return null;
    return (
      <span style={IN_LINE}>
        {opens && (
          <a
            href={app.app ?? ''}
            target="_blank"
            rel="noopener noreferrer"
            data-action="open-app"
            aria-label={`${word('plan_open_app')}: ${name}`}
          >
            {word('plan_open_app')}
          </a>
        )}
        {contact !== null && (
          <button
            type="button"
            data-action="copy-plan"
            style={SMALL}
            aria-label={`${word(LABELS[label])}: ${name}`}
            onClick={() => void copy(contact)}
          >
            <span role="status">{word(LABELS[label])}</span>
          </button>
        )}
      </span>
    );
  }
}

interface BelowProps {
  situation: Situation;
  settings: Settings;
  /** Nothing is wrong, and nothing is looked into. */
  idle: boolean;
  now: number;
}

/** In an outage what past ones say; in peace, until the person can be reached elsewhere, one line that invites to prepare it. */
export function Below({ situation, settings, idle, now }: BelowProps) {
  const said = outlookOf(situation, now);
  if (said !== null)
    return (
      <details data-outlook>
        <summary>{word('outlook_title')}</summary>
        <p>{said}</p>
        <p class="told">{word('outlook_note')}</p>
        <p>
          <button type="button" data-action="open-outages" style={SMALL} onClick={() => openReport('#known')}>
            {word('outlook_list')}
          </button>
        </p>
      </details>
    );
  const prepared = Object.keys(settings.contacts ?? {}).length > 0;
  // The first popup asks for the apps themselves.
  if (!idle || prepared || settings === DEFAULT_SETTINGS) return null;
  return (
    <p class="told">
      <button
        type="button"
        data-action="prepare"
        style={QUIET}
        onClick={() => browser.tabs.create({ url: browser.runtime.getURL(OPTIONS) })}
      >
        {word('plan_prepare')}
      </button>
    </p>
  );
}

const OPTIONS = 'src/ui/options/index.html#ways';
