/** Paints the stored answer first, before any message; then follows what the background stores. */
import { render } from 'preact';
import { quiet } from '../../core/situation';
import { toBackground } from '../../messaging/send';
import { browser } from '../../platform/browser';
import { speakChosen } from '../language';
import { wear } from '../look';
import { mark } from '../mark';
import { followStored } from '../stored-view';
import { Popup, type PopupProps } from './popup';

const main = document.querySelector('main') as HTMLElement;

const allowed = browser.permissions.contains({ origins: ['https://web.whatsapp.com/*'] });
const [stored] = await Promise.all([followStored(follow), speakChosen(() => paint())]);
let props: PopupProps = {
  ...stored,
  tell: null,
  ways: null,
  later: null,
  allowed: true,
  now: Date.now(),
};

/** The background looks after unfinished rounds. */
function opened(): void {
  void toBackground({ type: 'popup.opened' });
}

function follow(change: Partial<PopupProps>): void {
  const before = props.situation.incident?.id;
  paint(change);
  // Trouble that begins while we are open is looked at like trouble we were opened for.
  if (props.situation.incident && props.situation.incident.id !== before) opened();
}

function paint(change: Partial<PopupProps> = {}): void {
  props = { ...props, ...change, now: Date.now() };
  wear(props.settings);
  mark(main, props.situation, props.now);
  render(<Popup {...props} />, main);
  // What is asked while a page of ours is open is loaded in trouble only.
  const { situation } = props;
  if (situation.incident) void import('../inquiry').then(({ lookAfter }) => lookAfter(situation));
}

try {
  paint();
} catch {
  // A stored state that looked right and was not: the background mends it when it hears that we opened.
  paint({ situation: quiet(Date.now()), asked: [], fallbacks: {} });
}
// "40 minutes" grows while the popup is open.
setInterval(() => paint(), 30_000);
void allowed.then((is) => paint({ allowed: is }));
opened();
// After the first paint: what is known of the end, whom else to reach people by, and how they fare.
void import('./later').then((later) => paint({ later }));
void import('../ways/follow-ways').then(({ followWays }) => followWays((ways) => paint({ ways })));
void import('../tell').then(({ followTell }) => followTell((tell) => paint({ tell })));
