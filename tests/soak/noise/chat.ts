/** What happens to messages on a good day. */
import type { Day } from '../day';
import { MINUTE, SECOND } from '../times';

/** Failures this far apart have nothing to do with each other, in ms. */
const APART_MS = 30 * MINUTE;

/** Messages that wait for a minute, all at once, and then leave. */
export async function slowSends(day: Day): Promise<void> {
  day.client?.chat.open();
  day.internet.sends = 'stuck';
  for (let count = day.random.whole(1, 4); count > 0; count--) day.client?.chat.send();
  await day.pass(day.random.between(5 * SECOND, 78 * SECOND));
  day.internet.sends = 'ok';
  day.internet.slowness = 1;
  day.changed(0);
  await day.pass(5 * SECOND);
}

/** Films and recordings take minutes to upload. */
export async function uploads(day: Day): Promise<void> {
  const { random } = day;
  day.client?.chat.open();
  for (let count = random.whole(1, 3); count > 0; count--)
    day.client?.chat.send(random.between(20 * SECOND, 12 * MINUTE));
  const end = day.clock.now + 13 * MINUTE;
  while (day.clock.now < end) {
    await day.pass(random.between(10 * SECOND, 2 * MINUTE));
    if (random.chance(0.2)) day.client?.chat.send();
  }
}

/** One message fails for a reason of its own; the person may try it once more. */
export async function oneFails(day: Day): Promise<void> {
  if (!day.markup.marksFailures || day.clock.now - day.failedAt < APART_MS) return;
  day.failedAt = day.clock.now;
  const { random } = day;
  day.client?.chat.open();
  day.client?.chat.send(0, true);
  await day.pass(random.between(25 * SECOND, 60 * SECOND));
  const [failed] = day.client?.chat.failed ?? [];
  if (failed && random.chance(0.6)) day.client?.chat.retry(failed, random.chance(0.5));
  await day.pass(random.between(25 * SECOND, 3 * MINUTE));
}

/** A chat in which messages failed long ago, scrolled up and down. */
export async function oldFailures(day: Day): Promise<void> {
  const { random } = day;
  for (let chats = random.whole(1, 3); chats > 0; chats--) {
    day.client?.chat.open(day.markup.marksFailures ? random.whole(1, 5) : 0);
    for (let times = random.whole(2, 8); times > 0; times--) {
      await day.pass(random.between(SECOND, 40 * SECOND));
      if (random.chance(0.5)) day.client?.chat.scrollUp();
      else day.client?.chat.scrollDown();
    }
  }
}

/** From chat to chat, with a message here and there. */
export async function switching(day: Day): Promise<void> {
  for (let times = day.random.whole(4, 20); times > 0; times--) {
    day.client?.chat.open();
    await day.pass(day.random.between(500, 20 * SECOND));
    if (day.random.chance(0.5)) day.client?.chat.send();
  }
}
