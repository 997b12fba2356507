/** One drawing per side, readable without colour: whose trouble it is, at a glance. */
import type { Side } from '../../core/verdict';

/** A thing with an exclamation mark in it has the trouble. */
const DRAWINGS: Readonly<Record<Side, string>> = {
  // A tick.
  fine: 'M5 12.5l4.8 4.8L19.5 7',
  // This computer.
  yours: 'M4 15.5V5.5a1 1 0 011-1h14a1 1 0 011 1v10zM2 19.5h20M12 7.5v2.5M12 12.6v.1',
  // A pin on a map.
  between:
    'M12 21.5c4.6-4.6 7-8.2 7-11.5a7 7 0 10-14 0c0 3.3 2.4 6.9 7 11.5zM14.3 10a2.3 2.3 0 11-4.6 0 2.3 2.3 0 014.6 0z',
  // A cloud: their servers.
  theirs: 'M7 19h10.5a4.5 4.5 0 00.6-9A6.5 6.5 0 005.7 9.6 4.8 4.8 0 007 19zM12 9.6v3.2M12 15.7v.1',
  // A question mark.
  unsure: 'M8.2 8.7a3.9 3.9 0 117 2.6c-1.7 1.6-3.2 2-3.2 4.1M12 19.4v.1',
};

export function Glyph({ side, turning = false }: { side: Side; turning?: boolean }) {
  return (
    <svg class={turning ? 'turning' : ''} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={turning ? 'M12 3a9 9 0 109 9' : DRAWINGS[side]}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
