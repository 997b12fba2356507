/** Small line plots as one SVG, light or dark as the reader has it. */

export interface Plot {
  title: string;
  note: string;
  /** x, y; in order of x. */
  points: readonly (readonly [number, number])[];
  /** Top of the vertical axis. */
  highest: number;
  /** Unit of x. */
  unit: string;
  /** A moment worth marking. */
  mark: { at: number; name: string };
}

const WIDTH = 360;
const HEIGHT = 150;
const GAP = 28;
const TOP = 40;
const BOTTOM = 20;
/** Dots on the line: more are not seen, and would make the file large. */
const MOST_POINTS = 360;

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #1d242c }
  .title { font-weight: 600 }
  .quiet { fill: #59636e }
  .axis { stroke: #8b949e; stroke-width: 1 }
  .mark { stroke: #8b949e; stroke-dasharray: 3 3 }
  .line { fill: none; stroke: #0b6bcb; stroke-width: 1.5; stroke-linejoin: round }
  .area { fill: #0b6bcb; fill-opacity: .14 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .quiet { fill: #9aa4af } .line { stroke: #5aa9f5 } .area { fill: #5aa9f5 }
  }`;

/** Two side by side, or one alone. */
export function plots(all: readonly Plot[]): string {
  const columns = Math.min(2, all.length);
  const rows = Math.ceil(all.length / columns);
  const width = columns * WIDTH + (columns + 1) * GAP;
  const height = rows * (TOP + HEIGHT + BOTTOM) + GAP;
  const drawn = all.map((plot, index) => {
    const x = GAP + (index % columns) * (WIDTH + GAP);
    const y = Math.floor(index / columns) * (TOP + HEIGHT + BOTTOM) + TOP;
    return `<g transform="translate(${x} ${y})">${draw(plot)}</g>`;
  });
  const names = all.map(({ title }) => title).join(', ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(names)}">
<style>${STYLE}
</style>
${drawn.join('\n')}
</svg>
`;
}

function draw({ title, note, points, highest, unit, mark }: Plot): string {
  const last = points.at(-1)?.[0] ?? 1;
  const at = (x: number) => ((WIDTH * x) / last).toFixed(1);
  const up = (y: number) => (HEIGHT - (HEIGHT * y) / highest).toFixed(1);
  const line = thinned(points).map(([x, y]) => `${at(x)},${up(y)}`);
  const ticks = [0, last / 2, last].map((x, index) => {
    const anchor = ['start', 'middle', 'end'][index];
    return `<text class="quiet" x="${at(x)}" y="${HEIGHT + 15}" text-anchor="${anchor}">${Math.round(x)} ${unit}</text>`;
  });
  return [
    `<text class="title" y="-22">${escaped(title)}</text>`,
    `<text class="quiet" y="-7">${escaped(note)}</text>`,
    `<polygon class="area" points="0,${HEIGHT} ${line.join(' ')} ${WIDTH},${HEIGHT}"/>`,
    `<polyline class="line" points="${line.join(' ')}"/>`,
    `<line class="axis" x2="${WIDTH}" y1="${HEIGHT}" y2="${HEIGHT}"/>`,
    `<line class="mark" x1="${at(mark.at)}" x2="${at(mark.at)}" y2="${HEIGHT}"/>`,
    `<text class="quiet" x="${(Number(at(mark.at)) + 4).toFixed(1)}" y="10">${escaped(mark.name)}</text>`,
    ...ticks,
  ].join('');
}

/** Of neighbours that fall on the same dot, the highest: a peak is never thinned away. */
function thinned(points: Plot['points']): Plot['points'] {
  const each = Math.ceil(points.length / MOST_POINTS);
  return Array.from({ length: Math.ceil(points.length / each) }, (_, index) =>
    points
      .slice(index * each, (index + 1) * each)
      .reduce((highest, one) => (one[1] > highest[1] ? one : highest)),
  );
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
