/** Everything that happens on days on which nothing is wrong, and how often. */
import type { Day } from './day';
import * as chat from './noise/chat';
import * as network from './noise/network';
import * as page from './noise/page';
import * as tabs from './noise/tabs';

const ALL = { ...tabs, ...network, ...page, ...chat };
export type NoiseName = keyof typeof ALL;
export const NOISE: Readonly<Record<NoiseName, (day: Day) => Promise<void>>> = ALL;

export const WEIGHTS: Readonly<Record<NoiseName, number>> = {
  away: 20,
  glances: 4,
  sleep: 3,
  reload: 2,
  reloadStorm: 1,
  stop: 1,
  backAndForward: 2,
  freeze: 1,
  discard: 1,
  secondTab: 2,
  updateExtension: 1,
  endBackground: 1,
  popup: 1,
  blip: 2,
  longBlip: 1,
  networkChange: 2,
  offline: 2,
  slowNetwork: 2,
  failsOnce: 1,
  telemetry: 2,
  slowSplash: 2,
  longLoading: 2,
  linking: 1,
  phone: 1,
  notice: 1,
  hardRefresh: 1,
  dialogs: 2,
  choice: 1,
  lock: 1,
  strange: 1,
  unsupported: 1,
  slowSends: 2,
  uploads: 1,
  oneFails: 1,
  oldFailures: 2,
  switching: 2,
};
