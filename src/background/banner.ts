/** Shows and hides the banner in WhatsApp tabs. Its code is injected only when there is something to say. */
import { FIRST_WAYS } from '../catalogue/first-ways';
import bannerScript from '../content/banner/banner.iife.ts?script';
import type { Theme } from '../core/settings';
import type { Situation } from '../core/situation';
import { SIDE_OF } from '../core/verdict';
import { waysFor } from '../core/ways';
import { headlineKey } from '../i18n/phrases';
import { direction, localeTag, type MessageKey, word } from '../i18n/words';
import type { BannerView } from '../messaging/contract';
import { toTab } from '../messaging/send-to-tab';
import { browser } from '../platform/browser';
import { readChosen } from '../platform/stores';
import { isShown } from './badge';

/** What this life of the background told each tab; `null` until it has looked for banners of an earlier life. */
let told: Map<string, string> | null = null;

export async function showBanners(situation: Situation): Promise<void> {
  const known = told ?? (await bannersBefore());
  told = known;
  const { banner = true, theme = 'auto' } = await readChosen();
  const wanted = new Set(banner && isShown(situation) ? tabsToTell(situation) : []);
  const view = wanted.size > 0 ? viewOf(situation, theme) : null;
  const text = JSON.stringify(view);
  await Promise.all([
    ...[...wanted]
      .filter((tab) => known.get(tab) !== text)
      .map((tab) => tell(known, tab, view as BannerView, text)),
    ...[...known.keys()].filter((tab) => !wanted.has(tab)).map((tab) => hide(known, tab)),
  ]);
}

/** Any WhatsApp tab may carry a banner that an earlier life of the background put there. */
async function bannersBefore(): Promise<Map<string, string>> {
  const tabs = await browser.tabs.query({ url: 'https://web.whatsapp.com/*' });
  return new Map(tabs.map(({ id }) => [String(id), '']));
}

/** The tab may have a new document, which has no banner yet. */
export function forgetBanner(tab: string): void {
  told?.set(tab, '');
}

/** Tabs in noticed trouble. WhatsApp's own screen for a blocking network explains itself already. */
function tabsToTell({ incident }: Situation): string[] {
  if (incident === null || incident.dismissed) return [];
  return Object.entries(incident.tabs)
    .filter(([, tab]) => tab.phase === 'notice' && tab.symptom !== 'network-block')
    .map(([id]) => id)
    .filter((id) => Number(id) > 0);
}

async function tell(known: Map<string, string>, tab: string, view: BannerView, text: string): Promise<void> {
  known.set(tab, text);
  const target = { tabId: Number(tab), frameIds: [0] };
  try {
    // The script guards itself against a second run. At once: a page that hangs while it loads is never idle.
    await browser.scripting.executeScript({ target, files: [bannerScript], injectImmediately: true });
    await toTab(Number(tab), { type: 'banner.show', view });
  } catch {
    // The browser's own error page, a closed tab or a revoked permission: badge and popup say it instead.
    known.delete(tab);
  }
}

async function hide(known: Map<string, string>, tab: string): Promise<void> {
  known.delete(tab);
  await toTab(Number(tab), { type: 'banner.hide' });
}

function viewOf({ verdict }: Situation, theme: Theme): BannerView {
  return {
    verdict: verdict.verdict,
    confidence: verdict.confidence,
    cause: verdict.cause,
    side: SIDE_OF[verdict.verdict],
    lang: localeTag(),
    dir: direction(),
    theme,
    headline: word(headlineKey(verdict)),
    labels: {
      otherWays: word('banner_other_ways'),
      details: word('banner_details'),
      close: word('banner_close'),
    },
    ways: waysFor(verdict, FIRST_WAYS).map((way) => ({
      label: way.name ?? word(`way_${way.id.replace('-', '_')}` as MessageKey),
      href: way.href || null,
    })),
  };
}
