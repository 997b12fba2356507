/** How far a failure of theirs reaches. */
import { type EpochMs, type Evidence, known, type SourceId } from './evidence';
import { failingLayer, metaNamesGone } from './reading-of';
import type { Cause } from './verdict';

/** The readings that `extentOf` looks at. */
export const FOR_EXTENT: readonly SourceId[] = ['page', 'whatsapp-host', 'dns', 'meta-status', 'meta-family'];

/**
 * Meta's other products never testify about WhatsApp; they only tell whether it is alone. `whatsapp-only` is the default:
 * it claims nothing about the others in words.
 */
export function extentOf(evidence: Evidence, now: EpochMs): Cause {
  if (metaNamesGone(evidence, now)) return 'meta-wide';
  if (failingLayer(evidence, now) === 'send') return 'messages-only';
  const family = known(evidence, 'meta-family', now);
  const seenFine = family !== null && (family.facebook || family.instagram);
  const others = known(evidence, 'meta-status', now)?.others.length ?? 0;
  return others > 0 && !seenFine ? 'meta-wide' : 'whatsapp-only';
}
