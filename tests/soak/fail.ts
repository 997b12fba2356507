/** One failure from its beginning until nothing is said of it any more. */
import type { Day } from './day';
import { FAILURES, type Failure, type FailureName } from './failures';
import { MINUTE, SECOND } from './times';

/** A page with chats is looked at every 15 s, a page in trouble every second or two; then the first witnesses are heard. */
const LOOK_MS = 15 * SECOND;
const MARGIN_MS = 8 * SECOND;

/** How soon nothing may be said any more once all is well, in ms: in sight, and in a tab whose timers run once a minute. */
const QUIET_MS = 30 * SECOND;
const QUIET_HIDDEN_MS = 4 * MINUTE;
/** A failed document has no page that could look: the longest pause of the re-checks. */
const QUIET_UNSEEN_MS = 17 * MINUTE;

/** Lets it happen to the person, and judges what is said of it. */
export async function fail(day: Day, name: FailureName): Promise<void> {
  const failure = FAILURES[name];
  const { judge, clock, random } = day;
  day.note(`failure: ${name}`);
  judge.failing = true;
  await failure.begin(day);
  const disturbed = await disturb(day, failure);
  // What was seen before a sleep or another network counts no more: people try again.
  if (disturbed) await failure.again?.(day);
  if (!(await day.until(() => failure.shows(day), 3 * MINUTE))) {
    judge.miss(`generator: ${name} never shows`);
    await recover(day, name);
    return;
  }
  const shownAt = clock.now;
  day.note('the failure shows, and nothing disturbs');
  const dueMs = failure.dueMs + MARGIN_MS + (failure.fromChats ? LOOK_MS : 0);
  await day.until(() => judge.noticedAt > 0, dueMs);
  if (judge.noticedAt === 0) judge.miss(`${name} was missed: not noticed after ${dueMs / 1_000} s in sight`);
  else if (!disturbed) day.noticedAfterMs = Math.max(0, judge.noticedAt - shownAt);
  const until = clock.now + random.between(0, 20 * MINUTE);
  while (clock.now < until) {
    await day.pass(Math.min(until - clock.now, 3 * MINUTE));
    await failure.again?.(day);
  }
  if (judge.shown === '') judge.miss(`${name} goes on, and nothing is said of it any more`);
  checkSides(day, name);
  await recover(day, name);
}

/** The usual things happen while it fails; the clocks of the design stand still or start anew then. */
async function disturb(day: Day, failure: Failure): Promise<boolean> {
  const { random, clock } = day;
  let times = random.pick([0, 0, 1, 2, 3]);
  const disturbed = times > 0;
  for (; times > 0; times--) {
    const what = random.weighted({
      away: 4,
      glance: 3,
      sleep: 1,
      load: failure.fromChats ? 0 : 2,
      network: 1,
    });
    day.note(`while it fails: ${what}`);
    if (what === 'away') await day.away(random.between(5 * SECOND, 15 * MINUTE));
    if (what === 'glance') await day.pass(random.between(SECOND, 40 * SECOND));
    if (what === 'load') {
      const { page } = day.tab;
      day.tab.load();
      // What the old page shows meanwhile does not count.
      await day.until(() => day.tab.page !== page, 30 * SECOND);
    }
    if (what === 'network') day.tab.page?.changeConnection('ethernet');
    if (what === 'sleep') {
      clock.sleep();
      await day.pass(random.between(MINUTE, 30 * MINUTE));
      clock.wake(random.chance(0.5));
      day.changed(0);
    }
    day.tab.setVisible(true);
  }
  return disturbed;
}

/** WhatsApp's failure is never said to be the person's, unless the person's line was dead as well. */
function checkSides(day: Day, name: FailureName): void {
  const { judge } = day;
  const { never = 'yours' } = FAILURES[name];
  if (judge.sides.includes(never)) judge.miss(`${name} is said to be "${never}" (${judge.sides.join(', ')})`);
}

async function recover(day: Day, name: FailureName): Promise<void> {
  const { judge, internet, random, clock } = day;
  const failure = FAILURES[name];
  const itself = failure.recover !== undefined;
  const unseen =
    failure.atDocument && internet.statusJson !== 'ok' && name !== 'documentHangs' && random.chance(0.4);
  const hidden = itself && name !== 'sendsFail' && name !== 'codeNeverComes' && random.chance(0.4);
  if (hidden) day.tab.setVisible(false);
  judge.failing = false;
  judge.graceUntil = Number.POSITIVE_INFINITY;
  internet.heal();
  day.changed(0);
  const limitMs = unseen ? QUIET_UNSEEN_MS : hidden ? QUIET_HIDDEN_MS : QUIET_MS;
  if (!unseen) {
    if (failure.recover) await failure.recover(day);
    else day.tab.load();
    const back = await day.until(() => day.isWell(), 3 * MINUTE);
    if (!back) judge.miss(`generator: ${name} does not end`);
  }
  day.note(hidden ? 'over, unseen' : 'over');
  const since = clock.now;
  await day.until(() => judge.shown === '', limitMs);
  judge.mustBeQuiet(`${name} is over since ${(clock.now - since) / 1_000} s`);
  if (!unseen && judge.shown === '') day.quietAfterMs = clock.now - since;
  await day.backToChats();
  judge.graceUntil = clock.now;
}
