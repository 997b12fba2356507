/** Looks again while trouble lasts: one alarm, at growing intervals, and none at all while everything is fine. */
import type { Tabs } from 'webextension-polyfill';
import type { Symptom } from '../core/evidence';
import { awaited, seenAgain, withoutTab } from '../core/incident';
import { GIVE_UP_MS, lonePauseMs, pauseMs } from '../core/schedule';
import { type Situation, WISH } from '../core/situation';
import { isOpen, socketsWord } from '../core/sockets';
import { holdMs, isAwaited, isNearlyOver, isWaitedFor, withGoodPage, withHost } from '../core/trouble';
import { toTab } from '../messaging/send-to-tab';
import { browser } from '../platform/browser';
import { socketsStore } from '../platform/stores';
import { fetchProbe } from '../sources/whatsapp-host';
import { askFor } from './ask';
import { investigate, isAsking } from './investigate';
import { alter, follow, trouble } from './record';
import { change, current } from './situation';

export const RECHECK = 'recheck';

/** Plans the next look, or none; `anew` also where one is planned. Called after each round and when an incident ends. */
export async function planRecheck(situation: Situation, anew = false): Promise<void> {
  const { incident, verdict } = situation;
  const known = await trouble();
  const now = Date.now();
  const over = incident === null || verdict.verdict === 'working';
  if ((over || now - incident.beganAt > GIVE_UP_MS) && !isAwaited(known, now)) {
    await browser.alarms.clear(RECHECK);
    return;
  }
  const soon = isNearlyOver(known, incident);
  if (!anew && !soon && (await browser.alarms.get(RECHECK))) return;
  const alone = incident === null || WISH in incident.tabs;
  const pause = (alone ? lonePauseMs : pauseMs)(soon ? 0 : (incident ?? known).checks, Math.random());
  // Rings on where the background is stopped between being woken and planning anew.
  browser.alarms.create(RECHECK, {
    when: Math.max(now + pause, soon && known.page > 0 ? known.page + holdMs(known) : 0),
    periodInMinutes: 15,
  });
}

/** The alarm rang. */
export async function recheck(): Promise<void> {
  await dropClosedTabs();
  const { incident } = await change((situation) =>
    situation.incident === null
      ? situation
      : { ...situation, incident: { ...situation.incident, checks: situation.incident.checks + 1 } },
  );
  if (incident === null) {
    if (isAwaited(await trouble(), Date.now())) await confirm();
    else await planRecheck(await current(), true);
    return;
  }
  // The next look is planned before this one begins: being stopped in the middle must not end them.
  await planRecheck(await current(), true);
  await lookAgain(true);
  await investigate('recheck');
  await change(seenAgain);
  await dropClosedTabs(true);
  await planRecheck(await current());
}

/** No page is in trouble, and nobody has seen its end: a second sign is looked for, or what the person waits for. */
async function confirm(): Promise<void> {
  await alter((known) => ({ ...known, checks: known.checks + 1 }));
  await planRecheck(await current(), true);
  await lookAgain(true);
  const open = isOpen(await socketsStore.read());
  const { page, socket } = await alter((known, now) =>
    known.page > 0 ? withGoodPage(known, open, now) : known,
  );
  if (page === 0 || socket === 0) {
    const probe = await fetchProbe(askFor({ automatic: true }));
    // A redirect is a sign-in network's word, and no word of the host's.
    const answers = probe?.kind === 'answered' ? probe.status < 500 : probe?.kind === 'failed' ? false : null;
    await alter((known, now) => withHost(known, answers, now));
  }
  await follow(await current());
  await planRecheck(await current());
}

/** What an earlier life of the background left: a round unfinished, and tabs that may have been closed meanwhile. */
export async function resume(): Promise<void> {
  followTabs(await current());
  const known = await trouble();
  // A page that is open speaks for itself.
  const waits = isWaitedFor(known) && isAwaited(known, Date.now()) && known.host === 0;
  if (waits && (await whatsAppTabs()).length === 0)
    await change((situation, now) => awaited(situation, known, now));
  // A page may have said meanwhile that it is over.
  await dropClosedTabs(true);
  await planRecheck(await current());
  const { round } = await current();
  if (round === null || isAsking()) return;
  await planRecheck(await investigate('trouble'));
}

const onClosed = () => void dropClosedTabs(true);

/**
 * Listens for closed tabs while there is trouble, and only then: else each tab that anybody closes would wake us. Chrome
 * remembers such a listener and wakes the background, which looks by itself (`resume`); Firefox forgets one that was added
 * after the start, and a tab closed while the background sleeps is missed at its next start (measured 2026-11-21).
 */
export function followTabs({ incident }: Situation): void {
  const { onRemoved } = browser.tabs;
  if (incident === null) onRemoved.removeListener(onClosed);
  else onRemoved.addListener(onClosed);
}

/**
 * Tabs that were closed or went elsewhere take their trouble with them. `closedOnly` where a document may have failed just
 * now, whose tab does not have its address yet.
 */
export async function dropClosedTabs(closedOnly = false): Promise<void> {
  const { incident } = await current();
  const waits = incident !== null && isWaitedFor(await trouble());
  for (const [id, { symptom }] of Object.entries(incident?.tabs ?? {})) {
    // Nobody waits any more.
    if (id === WISH && !waits) await change((situation, now) => withoutTab(situation, id, now));
    if (!(Number(id) > 0)) continue;
    const tab = await browser.tabs.get(Number(id)).catch(() => null);
    if (tab === null || (!closedOnly && isElsewhere(tab, symptom)))
      await change((situation, now) => withoutTab(situation, id, now, waits));
  }
}

/** Addresses outside WhatsApp are not told to us: a tab without one is elsewhere, or was never let in. */
function isElsewhere({ url, discarded }: Tabs.Tab, symptom: Symptom | null): boolean {
  // A discarded page can no longer tell that its trouble is over; it is judged anew when it comes back.
  if (discarded) return true;
  if (url?.startsWith('https://web.whatsapp.com/')) return false;
  return symptom !== 'document-redirected' && symptom !== 'document-unanswered';
}

const whatsAppTabs = () => browser.tabs.query({ url: 'https://web.whatsapp.com/*' });

/** Asks every WhatsApp page to look at itself now, and to `tell` even that nothing is wrong. */
export async function lookAgain(tell: boolean): Promise<void> {
  const sockets = socketsWord(await socketsStore.read(), Date.now());
  const tabs = await whatsAppTabs();
  await Promise.all(tabs.map(({ id }) => id && toTab(id, { type: 'page.look', sockets, tell })));
}
