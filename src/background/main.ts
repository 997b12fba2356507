/** Registers every listener synchronously, then wires; nothing else. The background may start for any of them. */
import { serve } from '../messaging/serve';
import { browser } from '../platform/browser';
import { isUnsettled, showBadge } from './badge';
import { showBanners } from './banner';
import { handlers, onTrouble } from './handlers';
import { chosenLanguage, followDisk } from './language';
import { followClicks } from './notify';
import { watchFirst, watchOpenTabs } from './open-tabs';
import { followTabs, lookAgain, RECHECK, recheck, resume } from './recheck';
import { trouble } from './record';
import { showAgain, showChangesWith } from './situation';
import { watchRequests } from './watch';
import { drawn, followLottery, LOT } from './world';

showChangesWith(async (situation) => {
  // What is shown stays until all is heard.
  if (isUnsettled(situation)) return;
  followTabs(situation);
  await chosenLanguage();
  await Promise.all([
    showBadge(situation, (await trouble()).badge),
    showBanners(situation),
    followLottery(situation),
  ]);
});

followDisk(showAgain);

serve(handlers);

watchRequests({
  onTrouble: (tab, trouble) => void onTrouble(tab, trouble),
  onSocketsFailing: () => void lookAgain(false),
});

browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === RECHECK) void recheck();
  if (alarm.name === LOT) void drawn();
});

// Given back, as far as the browser tells: content scripts are not run in tabs that are already open.
browser.permissions.onAdded.addListener(() => {
  void watchOpenTabs();
  followClicks();
});

followClicks();

// A wish to be told outlives the browser: without a listener nothing would start us, and Firefox forgets alarms. Taken back at
// once where nobody waits (`resume`).
browser.runtime.onStartup.addListener(() =>
  browser.alarms.create(RECHECK, { delayInMinutes: 1, periodInMinutes: 15 }),
);

void watchFirst();
void resume();
