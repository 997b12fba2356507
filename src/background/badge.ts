/** The toolbar: a short word and a title for each side. Never colour alone. */
import { known } from '../core/evidence';
import { hostFails } from '../core/reading-of';
import type { Situation } from '../core/situation';
import { SIDE_OF, type Side } from '../core/verdict';
import { headlineKey } from '../i18n/phrases';
import { word } from '../i18n/words';
import { browser } from '../platform/browser';

const COLOUR: Readonly<Record<Side, string>> = {
  fine: '#1f7a4d',
  yours: '#9a5b00',
  between: '#5b4bb7',
  theirs: '#b3261e',
  unsure: '#55606e',
};

/**
 * The trouble is sure enough to be shown where nobody asked: noticed, the first witnesses have spoken, and what would
 * be this side's was met twice. A laptop that wakes up fails once everywhere, and deserves no word.
 */
export function isShown({ incident, evidence, round, verdict }: Situation): boolean {
  if (incident === null || incident.noticedAt === 0 || verdict.verdict === 'working') return false;
  if (round === null) return true;
  const side = SIDE_OF[verdict.verdict];
  if (side !== 'yours' && side !== 'unsure') return true;
  const host = known(evidence, 'whatsapp-host', Date.now());
  const onlyOnce = hostFails(host) && (host?.failures ?? 0) < 2;
  if (side === 'yours') return !onlyOnce;
  // On a line that is half dead the answers give up one after the other, and come back one after the other: "unsure" may
  // be "you" or "all well" a second later.
  const first = [evidence['this-device'], evidence.dns, evidence['meta-status']];
  return !onlyOnce && host !== null && !host.recovered && !first.includes(undefined);
}

let shown = '';

export async function showBadge(situation: Situation): Promise<void> {
  const side: Side = isShown(situation) ? SIDE_OF[situation.verdict.verdict] : 'fine';
  // "all?": possible is not certain, on the smallest surface too.
  const doubt = situation.verdict.confidence === 'possible' ? '?' : '';
  const text = side === 'fine' ? '' : word(`badge_${side}`) + doubt;
  const title =
    side === 'fine' ? word('action_title') : `${word('name')} · ${word(headlineKey(situation.verdict))}`;
  // Each call wakes the browser's toolbar; most changes do not change what it shows.
  if (shown === `${text}\n${title}`) return;
  shown = `${text}\n${title}`;
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: COLOUR[side] }),
    browser.action.setTitle({ title }),
  ]);
}
