/**
 * What our pages read of the background's state. The background validates and mends what it stores; a page only
 * makes sure that it can render, and shows the quiet state when it cannot: it must stay small and paint at once.
 */
import type { Asked } from '../core/asking/ledger';
import { quiet, type Situation } from '../core/situation';
import { VERDICTS } from '../core/verdict';
import { browser } from '../platform/browser';
import { type FallbackStates, KEYS } from '../platform/store-keys';

export interface StoredView {
  situation: Situation;
  asked: Asked[];
  fallbacks: FallbackStates;
}

type Raw = Partial<Record<string, unknown>>;

/**
 * Everything stored, and from then on each change. Listens before it reads: a change that comes between the two would
 * else be lost, and the page would show the state before it for ever.
 */
export async function followStored(onChange: (view: Partial<StoredView>) => void): Promise<StoredView> {
  let early: Partial<StoredView> | null = {};
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    const changed = Object.keys(changes).filter((key) => key in KEYS);
    const view = toView(Object.fromEntries(changed.map((key) => [key, changes[key]?.newValue])));
    const change = Object.fromEntries(changed.map((key) => [key, view[key as keyof StoredView]]));
    if (early !== null) Object.assign(early, change);
    else if (changed.length > 0) onChange(change);
  });
  const stored = toView(await browser.storage.session.get(Object.values(KEYS)).catch(() => ({})));
  const view = { ...stored, ...early };
  early = null;
  return view;
}

function toView(raw: Raw): StoredView {
  return {
    situation: isSituation(raw.situation) ? raw.situation : quiet(Date.now()),
    asked: Array.isArray(raw.asked) ? raw.asked : [],
    fallbacks: (raw.fallbacks as FallbackStates | undefined) ?? {},
  };
}

function isSituation(raw: unknown): raw is Situation {
  const { version, verdict, evidence } = (raw ?? {}) as Partial<Situation>;
  const known = VERDICTS.some((name) => name === verdict?.verdict);
  return version === 1 && known && typeof evidence === 'object' && evidence !== null;
}
