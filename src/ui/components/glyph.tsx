/** One shape per side, readable without colour: whose trouble it is, at a glance. */
import type { Side } from '../../core/verdict';

/** Two people stand for "me" and "others"; who is struck through has the trouble. */
const SHAPES: Readonly<Record<Side, string>> = {
  // A tick.
  fine: 'M5 13l5 5 9-11',
  // A screen with a stroke: this side.
  yours: 'M3 5h18v11H3zM9 20h6M12 16v4M6 8l12 5',
  // A map pin.
  between: 'M12 21c4-5 6-8 6-11a6 6 0 10-12 0c0 3 2 6 6 11zM12 8v4',
  // A cloud with a stroke: their side.
  theirs: 'M7 18h10a4 4 0 000-8 6 6 0 00-11-1 4.500 4.500 0 001 9zM9 21l6-14',
  // A question mark.
  unsure: 'M8.500 9a3.500 3.500 0 116 2.500c-1.500 1.200-2.500 2-2.500 3.500M12 18.500v.5',
};

export function Glyph({ side, turning }: { side: Side; turning: boolean }) {
  return (
    <svg class={turning ? 'glyph turning' : 'glyph'} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={turning ? 'M12 3a9 9 0 109 9' : SHAPES[side]}
        fill="none"
        stroke="currentColor"
        stroke-width="2.200"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
