/** Registers every listener synchronously, then wires; nothing else. The background may start for any of them. */
import { serve } from '../messaging/serve';
import { browser } from '../platform/browser';
import { showBadge } from './badge';
import { showBanners } from './banner';
import { handlers, onTrouble } from './handlers';
import { lookAgain, RECHECK, recheck, resume } from './recheck';
import { showChangesWith } from './situation';
import { watchRequests } from './watch';

showChangesWith(async (situation) => {
  await Promise.all([showBadge(situation), showBanners(situation)]);
});

serve(handlers);

watchRequests({
  onTrouble: (tab, trouble) => void onTrouble(tab, trouble),
  onSocketsFailing: () => void lookAgain(false),
});

browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === RECHECK) void recheck();
});

// Chrome does not run content scripts in tabs that were open before the extension came or was updated.
browser.runtime.onInstalled.addListener(() => void watchOpenTabs());

async function watchOpenTabs(): Promise<void> {
  const files = browser.runtime.getManifest().content_scripts?.flatMap((script) => script.js ?? []) ?? [];
  const tabs = await browser.tabs.query({ url: 'https://web.whatsapp.com/*' });
  for (const { id } of tabs) {
    if (id === undefined) continue;
    await browser.scripting.executeScript({ target: { tabId: id }, files }).catch(() => undefined);
  }
}

void resume();
