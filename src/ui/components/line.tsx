/** The line from the person to WhatsApp, and where it breaks: the answer as a drawing. The headline says the same. */
import type { Side } from '../../core/verdict';
import { word } from '../../i18n/words';
import { Glyph } from './glyph';

const STOPS = ['yours', 'between', 'theirs'] as const;

export function Line({ side, checking }: { side: Side; checking: boolean }) {
  const open = checking || side === 'unsure';
  // All is whole up to the stop with the trouble; what lies behind it cannot be seen from here.
  const broken = side === 'fine' ? STOPS.length : STOPS.indexOf(side as (typeof STOPS)[number]);
  return (
    <ol class="line" aria-hidden="true">
      {STOPS.map((stop, at) => {
        const middle = stop === 'between' && (open || side === 'fine');
        const here = middle || at === broken;
        return (
          <li key={stop} class={here ? 'here' : ''} data-whole={!open && at <= broken}>
            <span>
              <Glyph side={middle ? side : stop} turning={middle && checking} marked={here} />
            </span>
            {word(`line_${stop}`)}
          </li>
        );
      })}
    </ol>
  );
}
