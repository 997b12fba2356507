import type { PageScreen } from '../../world.ts';
import { PIN_EVENT } from '../live-world.ts';
import { AutoClient } from './auto.ts';
import { CHATS_WITH } from './chats-with.ts';
import { followWorld, onWorld, world } from './lab.ts';
import { keepWorker } from './register-worker.ts';
import { createApp, show } from './show.ts';
import { ChatLine } from './socket.ts';

/** What talks to the chat servers for this screen. */
let client: AutoClient | undefined;
let line: ChatLine | undefined;
let current: PageScreen | undefined;
let pinned: PageScreen | undefined;

const LINKING: PageScreen[] = ['qr', 'qr-loading', 'qr-expired'];

/** The server's HTML differs: a page lives in one generation. */
const BORN = world.generation;

/** These come with the HTML: no script can bring them about in a page that is already running. */
const SERVED: PageScreen[] = ['unsupported', 'splash'];

function follow(): void {
  keepWorker(world.serviceWorker);
  const wanted = pinned ?? world.page;
  if (wanted === current && world.generation === BORN) return;
  const served = SERVED.includes(wanted) || current === 'unsupported';
  if (current !== undefined && (served || world.generation !== BORN)) {
    location.reload();
    return;
  }
  current = wanted;
  line?.stop();
  line = undefined;
  const alive = CHATS_WITH[wanted]?.();
  // From one of these to another the line stays up, as it does when a notice comes.
  if (alive && client) client.wear(alive);
  else if (alive) client = new AutoClient(alive);
  else still(wanted);
}

/** A screen on which nothing happens. Linking a device needs a line; what becomes of it is not shown. */
function still(wanted: PageScreen): void {
  client?.stop();
  client = undefined;
  if (LINKING.includes(wanted)) {
    line = new ChatLine(() => {});
    line.attempt();
  }
  if (wanted === 'main') show('main');
  else if (wanted === 'banner-no-action') show('main', { banner: { kind: 'connecting' } });
  else if (wanted === 'banner-retry') {
    show('main', { banner: { kind: 'retry', nextAttemptAt: Date.now() + 5000 } });
  } else if (!SERVED.includes(wanted)) show(wanted);
}

addEventListener(PIN_EVENT, (event) => {
  pinned = (event as CustomEvent<PageScreen | undefined>).detail;
  follow();
});
if (world.page !== 'unsupported') createApp();
onWorld(follow);
followWorld();
follow();
