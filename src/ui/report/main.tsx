/** The report page: follows what the background stores, like the popup, with more room. */
import '../../platform/polyfill';
import { render } from 'preact';
import { word } from '../../i18n/words';
import { lookAfter } from '../inquiry';
import { speakChosen } from '../language';
import { wear } from '../look';
import { mark } from '../mark';
import { followStored } from '../stored-view';
import { followTrouble } from '../tell/follow-trouble';
import { Report, type ReportProps } from './report';

const main = document.querySelector('main') as HTMLElement;

const [stored, kept] = await Promise.all([
  followStored(paint),
  followTrouble(paint),
  speakChosen(() => paint()),
]);
let props: ReportProps = { ...stored, ...kept, pasts: [], now: Date.now() };

function paint(change: Partial<ReportProps> = {}): void {
  props = { ...props, ...change, now: Date.now() };
  wear(props.settings);
  mark(main, props.situation, props.now);
  document.title = `${word('report_title')} · ${word('name')}`;
  render(<Report {...props} />, main);
  void lookAfter(props.situation);
}

paint();
setInterval(() => paint(), 30_000);
