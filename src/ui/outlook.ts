/** “When will it be back?”: one sentence that looks back at past outages, or none. */
import { OUTAGE_LENGTHS } from '../catalogue/outage-lengths';
import { estimate } from '../core/estimate';
import type { Situation } from '../core/situation';
import { lasting, numeral, pluralOf } from '../i18n/numbers';
import { word } from '../i18n/words';

/** Past lengths are known to five minutes at best; rounded up, so that half had really ended by then. */
const GRAIN_MS = 5 * 60_000;

/** `null` where past outages say nothing: no outage of WhatsApp's, or too few to compare with. */
export function outlookOf({ verdict, incident }: Situation, now: number): string | null {
  if (incident === null) return null;
  const lastedMs = now - incident.beganAt;
  const said = estimate(verdict, lastedMs, OUTAGE_LENGTHS);
  if (said === null) return null;
  const { like, count, moreMs } = said;
  const all = [numeral(count), lasting(lastedMs)] as const;
  if (moreMs === null) return word(pluralOf('outlook_open', count), ...all);
  const more = lasting(Math.ceil(moreMs / GRAIN_MS) * GRAIN_MS);
  return word(pluralOf(`outlook_${like}`, count), ...all, more);
}
