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
import { onHistory, readAll } from './history';
import { Report, type ReportProps } from './report';

const main = document.querySelector('main') as HTMLElement;

const [stored, kept] = await Promise.all([
  followStored(paint),
  followTrouble(paint),
  speakChosen(() => paint()),
]);
let props: ReportProps = { ...stored, ...kept, records: [], now: Date.now() };
const reread = () => readAll(Date.now()).then((records) => paint({ records }));

function paint(change: Partial<ReportProps> = {}): void {
  props = { ...props, ...change, now: Date.now() };
  wear(props.settings);
  mark(main, props.situation, props.now);
  document.title = `${word('report_title')} · ${word('name')}`;
  render(<Report {...props} />, main);
  void lookAfter(props.situation);
}

onHistory(() => void reread());
paint();
void reread();
// What the address names was not there when the page was loaded.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
setInterval(() => paint(), 30_000);
