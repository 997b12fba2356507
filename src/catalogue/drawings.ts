/**
 * One drawing per side, readable without colour: whose trouble it is, at a glance. The `d` of an SVG path on a grid of
 * 24, drawn with a round line 2 wide. The same on every surface; the toolbar has its own on whole pixels (docs/icons).
 */
import type { Side } from '../core/verdict';

export const DRAWINGS: Readonly<Record<Side, string>> = {
  // A tick.
  fine: 'M5 12.5l4.8 4.8L19.5 7',
  // This computer.
  yours: 'M4 15.5V5.5a1 1 0 011-1h14a1 1 0 011 1v10zM2 19.5h20',
  // A pin on a map.
  between:
    'M12 21.5c4.6-4.6 7-8.2 7-11.5a7 7 0 10-14 0c0 3.3 2.4 6.9 7 11.5zM14.3 10a2.3 2.3 0 11-4.6 0 2.3 2.3 0 014.6 0z',
  // A cloud: their servers.
  theirs: 'M7 19h10.5a4.5 4.5 0 00.6-9A6.5 6.5 0 005.7 9.6 4.8 4.8 0 007 19z',
  // A question mark.
  unsure: 'M8.2 8.7a3.9 3.9 0 117 2.6c-1.7 1.6-3.2 2-3.2 4.1M12 19.4v.1',
};

/** The sign of trouble, inside the drawing of what has it; the others are signs themselves. */
export const MARKS: { readonly [S in Side]?: string } = {
  yours: 'M12 7.2v2.8M12 12.6v.1',
  theirs: 'M12 9.8v3M12 15.7v.1',
};
