/** When WhatsApp Web failed in this browser, and on whose side: a lane for each side, so that nobody needs the colour. */

import { shortDay } from '../../i18n/dates';
import { clock } from '../../i18n/numbers';
import { type MessageKey, word } from '../../i18n/words';
import { Glyph } from '../components/glyph';
import { barsOf, type Past } from './past';

const LANES = ['theirs', 'between', 'yours', 'unsure'] as const;
const TICKS = 4;
const DAY_MS = 24 * 60 * 60_000;

interface PlotProps {
  pasts: readonly Past[];
  spanMs: number;
  label: string;
  now: number;
}

export function Plot({ pasts, spanMs, label, now }: PlotProps) {
  const bars = barsOf(pasts, spanMs, now);
  const tick = spanMs > DAY_MS ? shortDay : clock;
  return (
    <figure class="plot">
      <figcaption>{label}</figcaption>
      <div role="img" aria-label={word(bars.length > 0 ? 'report_plot_label' : 'report_plot_none', label)}>
        {LANES.map((side) => (
          <div key={side} class="lane" data-side={side}>
            <span>
              <Glyph side={side} /> {word(`lane_${side}` as MessageKey)}
            </span>
            <div>
              {bars
                .filter((bar) => bar.side === side)
                .map(({ past, start, length }) => (
                  <i
                    key={past.at}
                    style={{ insetInlineStart: `${100 * start}%`, inlineSize: `${100 * length}%` }}
                  />
                ))}
            </div>
          </div>
        ))}
        <div class="lane axis">
          <span />
          <div>
            {Array.from({ length: TICKS + 1 }, (_, index) => (
              <time key={index}>
                {index === TICKS ? word('report_now') : tick(now - spanMs * (1 - index / TICKS))}
              </time>
            ))}
          </div>
        </div>
      </div>
    </figure>
  );
}
