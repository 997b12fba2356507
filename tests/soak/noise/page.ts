/** What WhatsApp's page shows on a good day. */
import type { Day } from '../day';
import { MINUTE, SECOND } from '../times';

/** The app takes its time. Beyond half a minute asking quietly is right. */
export async function slowSplash(day: Day): Promise<void> {
  const splashMs = day.random.between(10 * SECOND, 45 * SECOND);
  if (splashMs > 24 * SECOND) day.judge.excuse(2 * MINUTE);
  day.next = { splashMs };
  day.tab.load();
  await day.pass(splashMs + 5 * SECOND);
}

/** Minutes of loading after a long absence; the bar moves, now and then only. */
export async function longLoading(day: Day): Promise<void> {
  const loadMs = day.random.between(MINUTE, 6 * MINUTE);
  const standsMs = day.random.pick([2 * SECOND, 10 * SECOND, 50 * SECOND, 105 * SECOND]);
  if (standsMs > 55 * SECOND) day.judge.excuse(loadMs + 2 * MINUTE);
  day.next = { loadMs, standsMs };
  day.tab.load();
  await day.pass(loadMs + 30 * SECOND);
}

/** The person logs out, and links this browser again with a code. */
export async function linking(day: Day): Promise<void> {
  day.client?.logOut();
  await day.pass(day.random.between(SECOND, 20 * SECOND));
  day.tab.load('https://web.whatsapp.com/?post_logout=1');
  await day.until(() => day.client?.screen.shown === 'qr', MINUTE);
  await day.pass(day.random.between(5 * SECOND, 12 * MINUTE));
  day.account.linked = true;
  day.client?.scan();
  await day.pass(10 * SECOND);
}

/** The phone is away. The new banner has the shape of the one for a lost connection; the socket stands. */
export async function phone(day: Day): Promise<void> {
  day.client?.screen.setNotice('phone');
  await day.look(day.random.between(10 * SECOND, 40 * MINUTE));
  day.client?.screen.setNotice(null);
}

/** Banners about other things stay until somebody cares. */
export async function notice(day: Day): Promise<void> {
  day.client?.screen.setNotice(day.random.pick(['update', 'notice', 'other-warning']));
  await day.look(day.random.between(10 * SECOND, 40 * MINUTE));
  if (day.random.chance(0.5)) day.client?.screen.setNotice(null);
  else day.tab.load();
}

/** WhatsApp says that it will reload in a minute, and does. */
export async function hardRefresh(day: Day): Promise<void> {
  day.client?.screen.dialog(true);
  await day.pass(day.random.between(SECOND, MINUTE));
  day.tab.load();
}

/** The person opens settings, a profile, a picture. */
export async function dialogs(day: Day): Promise<void> {
  for (let times = day.random.whole(1, 4); times > 0; times--) {
    day.client?.screen.dialog(true);
    await day.pass(day.random.between(SECOND, 4 * MINUTE));
    day.client?.screen.dialog(false);
    await day.pass(day.random.between(SECOND, 20 * SECOND));
  }
}

/** Open on another computer, new terms to accept, a call in another window: two buttons. */
export async function choice(day: Day): Promise<void> {
  day.client?.cover('choice');
  await day.pass(day.random.between(5 * SECOND, 8 * MINUTE));
  day.tab.load();
}

/** The app lock stands in front of the chats. */
export async function lock(day: Day): Promise<void> {
  day.account.locked = true;
  day.tab.load();
  await day.pass(day.random.between(5 * SECOND, 10 * MINUTE));
  day.account.locked = false;
  if (day.client?.screen.shown === 'locked') day.client.go();
}

/** A page nobody knows: another WhatsApp, or not WhatsApp's at all. It is asked about, and never spoken of. */
export async function strange(day: Day): Promise<void> {
  day.byWorker = false;
  day.judge.excuse(3 * 60 * MINUTE);
  day.nextBody = day.random.pick([
    '<div id="app"><div class="x1"><main></main></div></div>',
    '<main><h1>x</h1></main>',
    '<div id="app"></div>',
  ]);
  day.tab.load();
  await day.look(day.random.between(MINUTE, 30 * MINUTE));
}

/** "Your browser is too old": WhatsApp's own word, with a way to help. */
export async function unsupported(day: Day): Promise<void> {
  day.byWorker = false;
  day.nextBody = '<h1>x</h1><a href="https://support.google.com/chrome/answer/95414">x</a>';
  day.tab.load();
  await day.look(day.random.between(10 * SECOND, 10 * MINUTE));
}
