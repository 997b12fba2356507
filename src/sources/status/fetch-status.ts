/** Asks one status page. */
import type { MissingReason } from '../../core/evidence';
import type { Ask } from '../ask';
import { loadReader } from './formats';
import type { AppState } from './state';

/** Of a longer body nothing is read, or a beginning: all ways together have 56 kB of the hour (`core/asking/budget.ts`). */
const MAX_BYTES = 48 * 1024;
const BEGINNING_BYTES = 24 * 1024;

/** Where an app's state is told, and by what kind of page. */
export interface StatusPage {
  url: string;
  format: string;
  /** Which of the page's products counts; empty where the page is about one alone. */
  product?: string | undefined;
}

/** The page's word, or why there is none. */
export type Told = { ok: true; value: AppState } | { ok: false; why: MissingReason };

/** One request. Never rejects. */
export async function fetchStatus(ask: Ask, page: StatusPage, now: () => number): Promise<Told> {
  const asking = ask({
    url: page.url,
    purpose: 'fallback',
    how: 'read',
    deadlineMs: 8_000,
    ...(page.format === 'google'
      ? { maxBytes: BEGINNING_BYTES, beginningWillDo: true }
      : { maxBytes: MAX_BYTES }),
  });
  // Asked before anything is waited for: what an app itself says goes first.
  const [outcome, read] = await Promise.all([asking, loadReader(page.format)]);
  if (outcome.kind === 'error') return { ok: false, why: outcome.why };
  if (read === null || outcome.kind !== 'answer' || outcome.status !== 200)
    return { ok: false, why: 'unreadable' };
  return { ok: true, value: read(outcome.text, outcome.dateAt ?? now(), page.product ?? '') };
}
