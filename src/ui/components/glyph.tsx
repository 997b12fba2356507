import { DRAWINGS, MARKS } from '../../catalogue/drawings';
import type { Side } from '../../core/verdict';

interface GlyphProps {
  side: Side;
  /** An arc that goes round, while nobody knows yet. */
  turning?: boolean;
  /** With the sign of trouble. */
  marked?: boolean;
}

/** The drawing of a side. */
export function Glyph({ side, turning = false, marked = false }: GlyphProps) {
  return (
    <svg class={turning ? 'turning' : ''} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={turning ? 'M12 3a9 9 0 109 9' : DRAWINGS[side] + ((marked && MARKS[side]) || '')}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
