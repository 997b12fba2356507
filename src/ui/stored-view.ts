/**
 * What our pages read of the background's state. The background validates and mends what it stores; a page only
 * makes sure that it can render, and shows the quiet state when it cannot: it must stay small and paint at once.
 */
import type { Asked } from '../core/budget';
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

/** Everything stored, at once. */
export async function readStored(): Promise<StoredView> {
  return toView(await browser.storage.session.get(Object.values(KEYS)).catch(() => ({})));
}

/** Calls back with what changed, for as long as the page lives. */
export function watchStored(onChange: (view: Partial<StoredView>) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    const changed = Object.keys(changes).filter((key) => key in KEYS);
    const view = toView(Object.fromEntries(changed.map((key) => [key, changes[key]?.newValue])));
    if (changed.length > 0)
      onChange(Object.fromEntries(changed.map((key) => [key, view[key as keyof StoredView]])));
  });
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
