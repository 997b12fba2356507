/** The toolbar: a drawing, a short word and a title for each side. Never colour alone. */
import { known } from '../core/evidence';
import { hostFails } from '../core/reading-of';
import type { Situation } from '../core/situation';
import { SIDE_OF, type Side, type Verdict } from '../core/verdict';
import { headlineKey } from '../i18n/phrases';
import { word } from '../i18n/words';
import { browser } from '../platform/browser';

/** The tokens of `ui/theme.css`, of its light scheme: the badge's word is white. */
export const COLOUR: Readonly<Record<Side, string>> = {
  fine: '#176b45',
  yours: '#8a4f00',
  between: '#5546b4',
  theirs: '#b0241c',
  unsure: '#4f5967',
};

/**
 * The trouble is sure enough to be shown where nobody asked: noticed, and what would be this side's was met twice. A laptop
 * that wakes up fails once everywhere, and a line that comes back answers here before it answers there: both deserve no word.
 */
export function isShown({ incident, evidence, round, verdict }: Situation): boolean {
  if (incident === null || incident.noticedAt === 0 || verdict.verdict === 'working') return false;
  const host = known(evidence, 'whatsapp-host', Date.now());
  if (host?.recovered && isDoubtful(verdict)) return false;
  const side = SIDE_OF[verdict.verdict];
  if (round === null || (side !== 'yours' && side !== 'unsure')) return true;
  return !hostFails(host) || (host?.failures ?? 0) >= 2;
}

/** Those that are asked first have not all answered, and until they have, a doubtful verdict may be another a second later. */
export function isUnsettled({ incident, round, verdict }: Situation): boolean {
  const waited = FIRST.some((source) => round?.outstanding.includes(source));
  return incident !== null && waited && isDoubtful(verdict);
}

const FIRST = ['this-device', 'whatsapp-host', 'dns', 'meta-status'] as const;

const isDoubtful = ({ verdict, confidence }: Verdict) => verdict === 'unsure' || confidence === 'possible';

/** The drawing of a side; our own icon when there is nothing to say. */
function iconOf(side: Side): Record<string, string> {
  const name = side === 'fine' ? 'icon' : side;
  return { 16: `/icons/${name}-16.png`, 32: `/icons/${name}-32.png` };
}

let shown = '';

/** `back`: it is over, or WhatsApp's site answers, and no notification could say so. */
export async function showBadge(situation: Situation, back = false): Promise<void> {
  const side: Side = isShown(situation) ? SIDE_OF[situation.verdict.verdict] : 'fine';
  // "all?": possible is not certain, on the smallest surface too.
  const doubt = situation.verdict.confidence === 'possible' ? '?' : '';
  const over = back ? word('badge_back') : '';
  const text = side === 'fine' ? over : word(`badge_${side}`) + doubt;
  const title =
    side === 'fine'
      ? word(back ? 'back_title' : 'action_title')
      : `${word('name')} · ${word(headlineKey(situation.verdict))}`;
  // Each call wakes the browser's toolbar; most changes do not change what it shows.
  if (shown === `${text}\n${title}`) return;
  shown = `${text}\n${title}`;
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: COLOUR[side] }),
    browser.action.setTitle({ title }),
    browser.action.setIcon({ path: iconOf(side) }),
  ]);
}
