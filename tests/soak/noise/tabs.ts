/** What people and browsers do to tabs. */
import type { Day } from '../day';
import { MINUTE, SECOND } from '../times';

export async function away(day: Day): Promise<void> {
  await day.away(day.random.between(MINUTE, 70 * MINUTE));
}

/** Looks here and there: many short glances. */
export async function glances(day: Day): Promise<void> {
  for (let times = day.random.whole(3, 12); times > 0; times--) {
    await day.away(day.random.between(SECOND, 60 * SECOND));
    day.tab.setVisible(true);
    await day.pass(day.random.between(SECOND, 40 * SECOND));
  }
}

/** The computer sleeps, with the page in sight or not. Its line needs a moment after waking up. */
export async function sleep(day: Day): Promise<void> {
  const { clock, random } = day;
  if (random.chance(0.5)) day.tab.setVisible(false);
  if (random.chance(0.5)) day.client?.chat.send();
  clock.sleep();
  await day.pass(random.between(2 * MINUTE, 90 * MINUTE));
  clock.wake(random.chance(0.5));
  // A resumed computer that knows it has no line says so, and so does its browser.
  day.setLine(random.pick(['down', 'half-dead']));
  if (random.chance(0.2)) day.tab.load();
  await day.pass(random.between(500, 20 * SECOND));
  day.setLine('up');
  day.changed(2 * SECOND);
}

export async function reload(day: Day): Promise<void> {
  day.tab.load();
  await day.pass(day.random.between(0, 20 * SECOND));
}

export async function reloadStorm(day: Day): Promise<void> {
  for (let times = day.random.whole(3, 9); times > 0; times--) {
    day.tab.load();
    await day.pass(day.random.between(200, 4 * SECOND));
  }
}

/** The person ends a load that seems slow, and stays with the page or tries again. */
export async function stop(day: Day): Promise<void> {
  day.internet.slowness = day.random.between(1, 15);
  day.tab.load();
  await day.pass(day.random.between(10, 5 * SECOND));
  day.tab.abort();
  day.internet.slowness = 1;
  await day.pass(day.random.between(SECOND, 2 * MINUTE));
}

export async function backAndForward(day: Day): Promise<void> {
  for (let times = day.random.whole(1, 3); times > 0; times--) {
    day.tab.goElsewhere(day.random.chance(0.6));
    await day.pass(day.random.between(SECOND, 20 * MINUTE));
    day.tab.goBack();
    await day.pass(day.random.between(SECOND, 30 * SECOND));
  }
}

/** The browser stops a hidden page for a while. */
export async function freeze(day: Day): Promise<void> {
  const { page } = day.tab;
  day.tab.setVisible(false);
  await day.pass(day.random.between(10 * SECOND, 6 * MINUTE));
  page?.freeze();
  await day.pass(day.random.between(MINUTE, 60 * MINUTE));
  // The server gave up on the sockets of a page that said nothing.
  day.clientOf(day.tab)?.feels(0);
  page?.thaw();
  day.tab.setVisible(true);
}

/** Memory is short: the page is thrown out, and loaded anew when somebody looks. */
export async function discard(day: Day): Promise<void> {
  day.tab.setVisible(false);
  await day.pass(day.random.between(MINUTE, 20 * MINUTE));
  day.tab.discard();
  await day.pass(day.random.between(MINUTE, 60 * MINUTE));
  day.tab.setVisible(true);
  day.tab.load();
}

/** WhatsApp in a second tab: the first one gives way, and later takes over again. */
export async function secondTab(day: Day): Promise<void> {
  const { random } = day;
  const second = day.openTab();
  // In another window, both may be in sight.
  day.tab.setVisible(random.chance(0.5));
  second.setVisible(true);
  second.load();
  await day.pass(random.between(10 * SECOND, 10 * MINUTE));
  second.close();
  day.tab.setVisible(true);
  // The first page waits for its button, mostly not for long.
  await day.pass(
    random.chance(0.8) ? random.between(SECOND, 15 * SECOND) : random.between(SECOND, 5 * MINUTE),
  );
  day.tab.load();
}

export async function updateExtension(day: Day): Promise<void> {
  day.browser.update();
  day.judge.updated();
  await day.pass(day.random.between(SECOND, 5 * MINUTE));
}

export async function endBackground(day: Day): Promise<void> {
  day.browser.endBackground();
}

/** Curious people open the popup while nothing is wrong; some press its button. */
export async function popup(day: Day): Promise<void> {
  await day.browser.popup({ type: 'popup.opened' });
  if (!day.random.chance(0.5)) return;
  day.judge.excuse(MINUTE);
  void day.browser.popup({ type: 'check.again' });
  await day.pass(MINUTE);
  day.judge.mustBeQuiet('asked by hand while all is well');
}
