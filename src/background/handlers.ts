/** What each message does. */
import type { Symptom } from '../core/evidence';
import { withOutstanding, withoutTab, withReading, withTrouble } from '../core/incident';
import type { Phase } from '../core/page-health';
import { SYMPTOM_OF } from '../core/page-symptom';
import { plan } from '../core/plan';
import { HAND, type Situation, type TabTrouble, WISH } from '../core/situation';
import { isOpen, NO_SOCKETS, sinceAsked, socketsWord } from '../core/sockets';
import { withCountry, withCrowd } from '../core/told';
import { lasts, withGoodPage } from '../core/trouble';
import type { Handlers } from '../messaging/serve';
import { browser } from '../platform/browser';
import { fallbackStore, lastGoodStore, readLeave, socketsStore } from '../platform/stores';
import { ask, eraseLedger } from './ask';
import { forgetBanner } from './banner';
import { investigate } from './investigate';
import { dropClosedTabs, lookAgain, planRecheck, resume } from './recheck';
import { alter, follow, trouble } from './record';
import { change, current } from './situation';
import { askTheCountry, askTheWorld } from './world';

/** Opens or joins the incident, gathers evidence, and plans the next look. Resolves when it is known: not yet looked into. */
export async function onTrouble(tab: string, trouble: TabTrouble, lastGoodAt = 0): Promise<void> {
  const leave = await readLeave();
  const hidden = trouble.hidden ?? (await isPrivate(tab));
  // An old trouble whose tab has gone must not speak for a new one.
  await dropClosedTabs();
  const opened = await change((situation, now) => {
    const joined = withTrouble(situation, tab, { ...trouble, hidden }, crypto.randomUUID(), now);
    // A page knows its own better times.
    const told = withRecentSuccess(joined, lastGoodAt, now);
    // In the same step, so that no surface ever shows a trouble that nobody looks into.
    return withOutstanding(told, plan('trouble', told, now, leave), now);
  });
  // A document that failed, or has not got so far, has none: the page before it speaks. Read now that the trouble is open:
  // a good-bye that is being said this very moment is either stored already, or meets the trouble.
  const before = await lastGoodStore.read();
  await change((situation, now) => withRecentSuccess(situation, before, now));
  // Planned before the round begins: being stopped in the middle must not leave a trouble nobody looks after.
  await planRecheck(opened, opened.incident?.checks === 0);
  void investigate('trouble').then((left) => planRecheck(left));
}

/** What the page that failed, or the one before it, knows of better times; the first to say so is believed. */
function withRecentSuccess(situation: Situation, lastGoodAt: number, now: number): Situation {
  if (lastGoodAt === 0 || situation.incident === null || situation.evidence['recent-success'])
    return situation;
  return withReading(situation, 'recent-success', { state: 'known', value: { lastGoodAt }, at: now }, now);
}

/** The line changed or the computer slept: success over the old line proves nothing about the new one. */
function withoutRecentSuccess(situation: Situation, now: number): Situation {
  if (!situation.evidence['recent-success']) return situation;
  return withReading(situation, 'recent-success', { state: 'missing', why: 'not-asked', at: now }, now);
}

/** The tab works: its trouble is over. */
export async function onGood(tab: string): Promise<void> {
  // Firefox may not know the tab of a first load yet (-1): whichever it was, it has got through.
  const gone = [tab, '-1', WISH];
  let recovered = false;
  const after = await change((situation, now) => {
    recovered = tab in (situation.incident?.tabs ?? {});
    return gone.reduce((left, one) => withoutTab(left, one, now), situation);
  });
  // The others may be well again too, and out of sight nobody looks at them.
  if (recovered && after.incident !== null) void lookAgain(true);
  if (after.incident !== null) return;
  // Said by every healthy page: nearly always nothing is there to end.
  if (lasts(await trouble()) && !(await isPrivate(tab))) {
    const open = isOpen(await socketsStore.read());
    await alter((known, now) => withGoodPage(known, open, now));
    await follow(after);
  }
  await planRecheck(after);
}

/** The tab is in a private window, or nobody knows. */
async function isPrivate(tab: string): Promise<boolean> {
  return (await browser.tabs.get(Number(tab)).catch(() => null))?.incognito ?? true;
}

async function checkAgain(hidden: boolean): Promise<void> {
  const open = async () => {
    const leave = await readLeave();
    const at = Date.now();
    const trouble: TabTrouble = { symptom: 'asked-by-hand', phase: 'suspect', at, hidden };
    await change((situation, now) => {
      if (situation.incident !== null) return situation;
      const opened = withTrouble(situation, HAND, trouble, crypto.randomUUID(), now);
      return withOutstanding(opened, plan('by-hand', opened, now, leave), now);
    });
  };
  await planRecheck(await investigate('by-hand', open));
}

/** How long after a failed load the page before it may still say good-bye, in ms. */
const LEFT_LATE_MS = 10_000;

/**
 * A page that crashed and one that gave way to another tab offer the same single button (wa-diff
 * WAWebErrorBoundaryPopup, WAWebAppUI, 2026-04): with a second tab open when it begins, nobody can say which it is.
 */
async function isTakenOver(
  symptom: Symptom,
  phase: Phase,
  tab: string,
  lastGoodAt: number,
): Promise<boolean> {
  if (symptom !== 'page-crashed') return false;
  if (phase === 'notice') return !(tab in ((await current()).incident?.tabs ?? {}));
  // Another page, closed since, had the chats after this one.
  if (lastGoodAt > 0 && (await lastGoodStore.read()) > lastGoodAt) return true;
  return (await browser.tabs.query({ url: 'https://web.whatsapp.com/*' })).length > 1;
}

export const handlers: Handlers = {
  'page.report': async (report, tab) => {
    const handshakes = sinceAsked(await socketsStore.read(), Date.now());
    await socketsStore.write(handshakes);
    const sockets = socketsWord(handshakes, Date.now());
    const symptom = SYMPTOM_OF[report.trouble];
    if (report.phase !== 'calm' && !(await isTakenOver(symptom, report.phase, tab, report.lastGoodAt))) {
      // A page that reports anew may be a new document, without the banner of the one before it.
      forgetBanner(tab);
      const { phase, scriptsFailed, lastGoodAt } = report;
      const at = Date.now() - Math.max(0, report.lastedMs);
      // Not answered before it is stored: a page that gets no answer says it again.
      await onTrouble(tab, { symptom, phase, scriptsFailed, at }, lastGoodAt);
    }
    return { sockets };
  },
  'page.good': (_, tab) => onGood(tab),
  'page.left': async ({ lastGoodAt }) => {
    // That no other socket was tried meanwhile proves nothing either. First of all: the page may ask in the same breath.
    if (lastGoodAt === 0) await socketsStore.write(NO_SOCKETS);
    // The tab's trouble stays: a reload during an outage is the same trouble, and a closed tab is found later.
    await lastGoodStore.write(lastGoodAt);
    if (lastGoodAt === 0) {
      await change(withoutRecentSuccess);
      return;
    }
    // A reload that fails says so before the old page has gone: its word still belongs to that trouble.
    await change((situation, now) =>
      now - (situation.incident?.beganAt ?? 0) > LEFT_LATE_MS
        ? situation
        : withRecentSuccess(situation, lastGoodAt, now),
    );
  },
  'banner.dismissed': async () => {
    await change((situation) =>
      situation.incident === null
        ? situation
        : { ...situation, incident: { ...situation.incident, dismissed: true } },
    );
  },
  'banner.details': () => openDetails(),
  'popup.opened': async () => {
    // What the badge said is said by the popup now.
    await alter((known) => (known.badge ? { ...known, badge: false, owed: '' } : known));
    await resume();
  },
  'tell.when-back': async ({ wish }) => {
    await alter((known, now) => (lasts(known) ? { ...known, wishedAt: wish ? now : 0 } : known));
    await dropClosedTabs(true);
    await planRecheck(await current());
  },
  'check.again': ({ hidden = false }) => checkAgain(hidden),
  'world.ask': ({ byLot }) => askTheWorld(byLot),
  'country.ask': ({ country, network }) => askTheCountry(country, network),
  'reading.told': async ({ crowd, country }) => {
    await change((situation, now) => {
      const told = country ? withCountry(situation, country, now) : situation;
      return crowd ? withCrowd(told, crowd, now) : told;
    });
  },
  ask: ({ request }) => ask(request),
  'ways.told': ({ states }) => fallbackStore.write(states),
  'ledger.erase': () => eraseLedger(),
  'phone.answer': async ({ works }) => {
    await change((situation, now) =>
      withReading(situation, 'phone', { state: 'known', value: { works }, at: now }, now),
    );
  },
};

/** The popup itself where the browser lets us open it, else its page in a tab. */
async function openDetails(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('src/ui/popup/index.html') });
  }
}
