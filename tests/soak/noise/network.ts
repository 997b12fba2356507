/** What lines and servers do on a good day. */
import type { Day } from '../day';
import { MINUTE, SECOND } from '../times';

/** The socket breaks and is back before WhatsApp itself would say a word. */
export async function blip(day: Day): Promise<void> {
  day.internet.socket = day.random.pick(['refused', 'reset', 503]);
  day.changed(0);
  await day.pass(day.random.between(SECOND, 5 * SECOND));
  day.internet.socket = 'ok';
  await day.pass(15 * SECOND);
}

/** A longer one: WhatsApp shows its banner for a moment. Asking quietly is right, saying something is not. */
export async function longBlip(day: Day): Promise<void> {
  day.internet.socket = day.random.pick(['refused', 'reset', 503]);
  day.judge.excuse(2 * MINUTE);
  day.changed(0);
  await day.pass(day.random.between(8 * SECOND, 26 * SECOND));
  day.internet.socket = 'ok';
  // Where port 5222 never answers, an attempt that failed on the other goes on for long. The person presses "Retry now".
  if (!(await day.until(() => day.client?.line.up === true, 8 * SECOND))) day.client?.line.hurry();
  await day.pass(20 * SECOND);
}

/** From one network to another, or only a new estimate of the same. */
export async function networkChange(day: Day): Promise<void> {
  const { page } = day.tab;
  const types = [undefined, undefined, 'wifi', 'ethernet', 'cellular'];
  for (let times = day.random.whole(1, 4); times > 0; times--) {
    page?.changeConnection(day.random.pick(types));
    if (day.random.chance(0.5)) {
      day.setLine('down');
      await day.pass(day.random.between(100, 3 * SECOND));
      day.setLine('up');
    }
    day.changed(SECOND);
    await day.pass(day.random.between(SECOND, 30 * SECOND));
  }
}

/** This computer really has no line. "It is you" is right then; anything else is not. */
export async function offline(day: Day): Promise<void> {
  const { random } = day;
  day.setLine(random.pick(['down', 'half-dead']));
  const until = day.clock.now + random.between(10 * SECOND, 15 * MINUTE);
  while (day.clock.now < until) {
    await day.pass(Math.min(random.between(5 * SECOND, 3 * MINUTE), until - day.clock.now));
    const what = random.weighted({ wait: 5, send: 2, hide: 1, show: 1, load: 1 });
    if (what === 'send') day.client?.chat.send();
    if (what === 'hide') day.tab.setVisible(false);
    if (what === 'show') day.tab.setVisible(true);
    if (what === 'load') day.tab.load();
  }
  day.setLine('up');
  // The person sees to it that the page is well again, and hears no more of it.
  await day.backToChats();
  await day.look(90 * SECOND);
}

export async function slowNetwork(day: Day): Promise<void> {
  day.internet.slowness = day.random.between(2, 12);
  if (day.random.chance(0.5)) {
    // All that a page needs before it starts may take more than half a minute now.
    day.judge.excuse(2 * MINUTE);
    day.tab.load();
  }
  await day.pass(day.random.between(MINUTE, 15 * MINUTE));
  day.internet.slowness = 1;
}

/** One load fails, the next one does not. */
export async function failsOnce(day: Day): Promise<void> {
  day.byWorker = false;
  day.internet.document = day.random.pick(['reset', 'refused', 'no-name', 'changed'] as const);
  day.judge.excuse(2 * MINUTE);
  day.tab.load();
  await day.pass(day.random.between(500, SECOND));
  day.internet.document = 'ok';
  await day.pass(day.random.between(SECOND, 40 * SECOND));
  day.tab.load();
}

/** Hosts of measurement fail, and blockers block them: nobody's trouble. */
export async function telemetry(day: Day): Promise<void> {
  const urls = [
    'https://crashlogs.whatsapp.net/wa_clb_data',
    'https://dit.whatsapp.net/deidentified_telemetry',
    'https://graph.whatsapp.com/graphql/',
  ];
  for (let times = day.random.whole(2, 20); times > 0; times--) {
    const url = day.random.pick(urls);
    const requestId = day.browser.nextRequest();
    const error = day.random.pick(['net::ERR_BLOCKED_BY_CLIENT', 'net::ERR_CONNECTION_REFUSED']);
    day.browser.fire('onErrorOccurred', { requestId, url, type: 'ping', tabId: day.tab.id, error });
    day.client?.screen.scriptFails(url);
    await day.pass(day.random.between(100, 10 * SECOND));
  }
}
