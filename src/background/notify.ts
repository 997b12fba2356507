/** The one notification: it is over, or WhatsApp's site answers. A click on it opens WhatsApp Web. */
import { type IncidentRecord, JOIN_MS, lastWord } from '../core/record';
import { SIDE_OF } from '../core/verdict';
import { clock, lasting } from '../i18n/numbers';
import { type MessageKey, word } from '../i18n/words';
import { browser } from '../platform/browser';
import { chosenLanguage } from './language';

const WHATSAPP = 'https://web.whatsapp.com/';

/**
 * Resolves true when it is shown, and false when the person did not permit it or the browser would not. Asked a second time,
 * because the background was stopped before it could write down that it told, it finds the one that is there.
 */
export async function notify(record: IncidentRecord, owed: 'back' | 'answers'): Promise<boolean> {
  const { id, again, beganAt, seenAt, overAt } = record;
  const name = `${id} ${again}`;
  try {
    // There is no such API without the permission.
    const { notifications } = browser;
    // Chrome's alone: the person has switched them off in the system.
    const chromes = notifications as { getPermissionLevel?(): Promise<string> };
    if ((await chromes.getPermissionLevel?.()) === 'denied') return false;
    if (name in (await notifications.getAll())) return true;
    await chosenLanguage();
    const over = overAt ?? seenAt;
    // Nobody looked for long before its end: the computer slept.
    const unseen = over - seenAt > JOIN_MS;
    const what = word(`back_${SIDE_OF[lastWord(record)?.verdict ?? 'unsure']}` as MessageKey);
    const lasted = word(
      unseen ? 'back_at_least' : 'back_lasted',
      lasting((unseen ? seenAt : over) - beganAt),
      clock(beganAt),
    );
    const message = owed === 'back' ? `${what} ${lasted}` : word('back_open', clock(beganAt));
    const iconUrl = browser.runtime.getURL('icons/icon-128.png');
    await notifications.create(name, { type: 'basic', iconUrl, title: word(`back_${owed}`), message });
    // A system that shows none closes it at once.
    return name in (await notifications.getAll());
  } catch {
    return false;
  }
}

let heard = false;

/** Listens for the click. Must run synchronously at start-up, and again when the permission comes. */
export function followClicks(): void {
  if (heard || !browser.notifications) return;
  heard = true;
  browser.notifications.onClicked.addListener((name) => {
    void browser.notifications.clear(name);
    void openWhatsApp();
  });
}

async function openWhatsApp(): Promise<void> {
  const [tab] = await browser.tabs.query({ url: `${WHATSAPP}*` });
  if (tab?.id === undefined) await browser.tabs.create({ url: WHATSAPP });
  else {
    await browser.tabs.update(tab.id, { active: true });
    if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  }
}
