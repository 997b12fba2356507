/**
 * What our pages read of the background's state and the person's choices. The background validates and mends what it stores;
 * a page only makes sure that it can render, and shows the quiet state when it cannot: it must stay small and paint at once.
 */
import type { Asked } from '../core/asking/ledger';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import { quiet, type Situation } from '../core/situation';
import { VERDICTS } from '../core/verdict';
import type { WayStates } from '../core/ways';
import { browser } from '../platform/browser';
import { KEYS } from '../platform/store-keys';

export interface StoredView {
  situation: Situation;
  asked: Asked[];
  fallbacks: WayStates;
  /** `DEFAULT_SETTINGS` itself until the person has chosen anything: that is the first run. */
  settings: Settings;
}

type Raw = Partial<Record<string, unknown>>;

/**
 * Everything stored, and from then on each change. Listens before it reads: a change that comes between the two would
 * else be lost, and the page would show the state before it for ever.
 */
export async function followStored(onChange: (view: Partial<StoredView>) => void): Promise<StoredView> {
  let early: Partial<StoredView> | null = {};
  browser.storage.onChanged.addListener((changes, area) => {
    const ours = Object.keys(changes).filter(
      (key) => key in KEYS && (key === KEYS.settings) === (area === 'local'),
    );
    const view = toView(Object.fromEntries(ours.map((key) => [key, changes[key]?.newValue])));
    const change = Object.fromEntries(ours.map((key) => [key, view[key as keyof StoredView]]));
    if (early !== null) Object.assign(early, change);
    else if (ours.length > 0) onChange(change);
  });
  const [seen, chosen] = await Promise.all([
    browser.storage.session.get(Object.values(KEYS)).catch(() => ({})),
    browser.storage.local.get(KEYS.settings).catch(() => ({})),
  ]);
  const view = { ...toView({ ...seen, settings: undefined, ...chosen }), ...early };
  early = null;
  return view;
}

function toView(raw: Raw): StoredView {
  return {
    situation: isSituation(raw.situation) ? raw.situation : quiet(Date.now()),
    asked: Array.isArray(raw.asked) ? raw.asked : [],
    fallbacks: (raw.fallbacks as WayStates | undefined) ?? {},
    settings: isObject(raw.settings) ? withDefaults(raw.settings) : DEFAULT_SETTINGS,
  };
}

/** Kept by an older version, or broken: what a page could stumble over is as nobody had chosen it. */
function withDefaults(stored: Partial<Settings>): Settings {
  const { ways, pages, leave } = stored;
  return {
    ...DEFAULT_SETTINGS,
    ...stored,
    leave: { ...DEFAULT_SETTINGS.leave, ...leave },
    ways: Array.isArray(ways) ? ways : null,
    pages: Array.isArray(pages) ? pages : [],
  };
}

function isSituation(raw: unknown): raw is Situation {
  const { version, verdict, evidence } = (raw ?? {}) as Partial<Situation>;
  const known = VERDICTS.some((name) => name === verdict?.verdict);
  return version === 1 && known && isObject(evidence);
}

const isObject = (raw: unknown): raw is object => typeof raw === 'object' && raw !== null;
