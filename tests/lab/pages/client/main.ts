import type { PageScreen } from '../../world.ts';
import { AutoClient } from './auto.ts';
import type { Banner } from './banner.ts';
import { followWorld, onWorld, world } from './lab.ts';
import { keepWorker } from './register-worker.ts';
import { createApp, show } from './show.ts';

/** Screens that are the chats with something in the bar. */
const MAIN_WITH: Partial<Record<PageScreen, () => Banner>> = {
  'update-banner': () => ({ kind: 'update' }),
  'banner-no-action': () => ({ kind: 'connecting' }),
  'banner-retry': () => ({ kind: 'retry', nextAttemptAt: Date.now() + 5000 }),
};

let stop = (): void => {};
let current: PageScreen | undefined;

function follow(): void {
  keepWorker(world.serviceWorker);
  if (world.page === current) return;
  // These two come with the HTML: no script can bring them about in a page that is already running.
  const served: PageScreen[] = ['unsupported', 'splash'];
  if (current !== undefined && (served.includes(world.page) || current === 'unsupported')) {
    location.reload();
    return;
  }
  stop();
  stop = (): void => {};
  current = world.page;
  if (current === 'auto') {
    const client = new AutoClient();
    stop = () => client.stop();
    client.start();
  } else if (current === 'main') show('main');
  else if (MAIN_WITH[current]) show('main', MAIN_WITH[current]?.());
  else if (!served.includes(current)) show(current);
}

if (world.page !== 'unsupported') createApp();
onWorld(follow);
followWorld();
follow();
