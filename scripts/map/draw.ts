/** From degrees to a small drawing. */
import { MAP, onMap } from '../../src/core/projection.ts';
import type { Point, Ring } from './topology.ts';

export const areaOf = (ring: Ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length] as Point;
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;

/** Middle of the area: of one ring, so that France is in Europe. */
export function middleOf(ring: Ring): Point {
  let [sumX, sumY, sum] = [0, 0, 0];
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(at + 1) % ring.length] as Point;
    const cross = x * nextY - nextX * y;
    sum += cross;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
  }
  return sum === 0 ? (ring[0] as Point) : [sumX / (3 * sum), sumY / (3 * sum)];
}

/** A closed line with the points that matter: those further than `tolerance` from the line without them (Douglas, Peucker 1973). */
function simplified(line: Ring, tolerance: number): Ring {
  const [first, last] = [line[0] as Point, line.at(-1) as Point];
  let furthest = 0;
  let distance = 0;
  for (const [at, point] of line.entries()) {
    const off = distanceTo(point, first, last);
    if (off > distance) [furthest, distance] = [at, off];
  }
  if (distance <= tolerance) return [first, last];
  return [
    ...simplified(line.slice(0, furthest + 1), tolerance).slice(0, -1),
    ...simplified(line.slice(furthest), tolerance),
  ];
}

function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** One `d` for all rings: relative steps in whole units, islands too small to see left out. */
export function pathOf(rings: readonly Ring[], tolerance: number, smallest: number): string {
  return rings
    .map((ring) =>
      simplified(
        ring.map(([longitude, latitude]) => onMap(longitude, latitude)),
        tolerance,
      ),
    )
    .filter((ring) => ring.length > 3 && areaOf(ring) >= smallest && ring.some(([, y]) => y < MAP.height))
    .map((ring) => {
      const steps = ring.slice(1, -1).map(([x, y], at) => {
        const [beforeX, beforeY] = ring[at] as Point;
        const [dx, dy] = [x - beforeX, y - beforeY];
        return `${at > 0 && dx >= 0 ? ' ' : ''}${dx}${dy < 0 ? '' : ' '}${dy}`;
      });
      const [startX, startY] = ring[0] as Point;
      return `M${startX} ${startY}l${steps.join('')}z`;
    })
    .join('');
}
