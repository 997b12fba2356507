/**
 * When WhatsApp Web failed in this browser, and on whose side: a lane for each side, so that nobody needs the colour, and one for
 * the outages that others reported.
 */
import type { Outage } from '../../catalogue/outages';
import { shortDay } from '../../i18n/dates';
import { clock } from '../../i18n/numbers';
import { type MessageKey, word } from '../../i18n/words';
import { Glyph } from '../components/glyph';
import { type Bar, barsOf, type Lane, type Past } from './past';

const LANES = ['theirs', 'between', 'yours', 'unsure'] as const;
/** Units of the drawing: as wide as the lane, whatever that is. */
const WIDE = 1000;
const HIGH = 14;
const TICKS = 4;
const DAY_MS = 24 * 60 * 60_000;

interface PlotProps {
  pasts: readonly Past[];
  outages: readonly Outage[];
  spanMs: number;
  label: string;
  now: number;
}

export function Plot({ pasts, outages, spanMs, label, now }: PlotProps) {
  const bars = barsOf(pasts, outages, spanMs, now);
  const tick = spanMs > DAY_MS ? shortDay : clock;
  return (
    <figure class="plot">
      <figcaption>{label}</figcaption>
      <div role="img" aria-label={word(bars.length > 0 ? 'report_plot_label' : 'report_plot_none', label)}>
        {bars.some(({ lane }) => lane === 'known') && (
          <div class="lane" data-side="theirs">
            <span>{word('report_known')}</span>
            <Bars bars={bars} of="known" />
          </div>
        )}
        {LANES.map((side) => (
          <div key={side} class="lane" data-side={side}>
            <span>
              <Glyph side={side} /> {word(`lane_${side}` as MessageKey)}
            </span>
            <Bars bars={bars} of={side} />
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

function Bars({ bars, of }: { bars: readonly Bar[]; of: Lane }) {
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
      {bars
        .filter(({ lane }) => lane === of)
        .map(({ id, start, length }) => (
          <rect key={id} x={WIDE * start} width={WIDE * length} height={HIGH} />
        ))}
    </svg>
  );
}
