/**
 * People who use the hashtag on one large Mastodon server, newest first. One server's view is a floor, not a count; a server
 * may want a login for it (401, since 4.5). Accounts are counted and forgotten, what they wrote is never read.
 */
import * as v from '../core/shape';
import type { Ask } from './ask';
import { QUARTER_MS } from './crowd-window';
import { parseBeginning } from './json-beginning';

const Status = v.object({ created_at: v.string(), account: v.object({ acct: v.string() }) });

/** The timeline's body, or its beginning → how many accounts in the last quarter of an hour. Never throws. */
export function parseAccounts(text: string, now: number): number | null {
  const list = parseBeginning(text);
  if (list === null) return null;
  const accounts = new Set<string>();
  for (const one of list) {
    const status = v.safeParse(Status, one);
    if (!status.success) continue;
    const ageMs = now - Date.parse(status.output.created_at);
    if (ageMs <= QUARTER_MS && ageMs > -60_000) accounts.add(status.output.account.acct);
  }
  return accounts.size;
}

/** Asks for the newest with the hashtag; `null` when not heard. 1 request. */
export async function fetchAccounts(ask: Ask, now: number): Promise<number | null> {
  const outcome = await ask({
    url: 'https://mastodon.social/api/v1/timelines/tag/whatsappdown?limit=40',
    purpose: 'crowd',
    how: 'read',
    deadlineMs: 6_000,
    // About a dozen posts with all that hangs on them: enough to tell many from few.
    maxBytes: 48 * 1024,
    beginningWillDo: true,
  });
  if (outcome.kind !== 'answer' || outcome.status !== 200) return null;
  return parseAccounts(outcome.text, outcome.dateAt ?? now);
}
