/** TopoJSON, the part of it that world-atlas uses: shared arcs of small steps on a grid. */

export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

export interface Topology {
  arcs: readonly (readonly Point[])[];
  transform: { scale: Point; translate: Point };
  objects: Record<string, { geometries: readonly Geometry[] }>;
}

export type Geometry = { id?: string; properties?: { name?: string } } & (
  | { type: 'Polygon'; arcs: readonly (readonly number[])[] }
  | { type: 'MultiPolygon'; arcs: readonly (readonly (readonly number[])[])[] }
  | { type: 'GeometryCollection'; geometries: readonly Geometry[] }
);

/** The outer ring of each polygon, in degrees. Holes are lakes, too small for a map of ours. */
export function ringsOf(topology: Topology, geometry: Geometry): Ring[] {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.flatMap((one) => ringsOf(topology, one));
  const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
  return polygons.map(([outer = []]) =>
    outer.flatMap((index, at) => {
      const points = arcAt(topology, index < 0 ? ~index : index);
      const run = index < 0 ? points.toReversed() : points;
      return at === 0 ? run : run.slice(1);
    }),
  );
}

function arcAt({ arcs, transform: { scale, translate } }: Topology, index: number): Point[] {
  let x = 0;
  let y = 0;
  return (arcs[index] ?? []).map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/**
 * The ring cut where the map ends: the data runs over the 180th meridian with a jump. Laid out without jumps, a ring that
 * leaves the map on one side is drawn again on the other, and both are cut at the edge.
 */
export function withinMap(ring: Ring): Ring[] {
  let turned = 0;
  let before = ring[0]?.[0] ?? 0;
  const whole = ring.map(([x, y]): Point => {
    if (x - before > 180) turned -= 360;
    if (before - x > 180) turned += 360;
    before = x;
    return [x + turned, y];
  });
  // What goes once around the world encloses a pole: Antarctica.
  if (turned !== 0) return [];
  return [-360, 0, 360]
    .map((shift) => whole.map(([x, y]): Point => [x + shift, y]))
    .map((shifted) => cut(cut(shifted, -180, 1), 180, -1))
    .filter((one) => one.length > 2);
}

/** The part of a ring on one side of a meridian (Sutherland, Hodgman 1974). */
function cut(ring: Ring, meridian: number, side: 1 | -1): Ring {
  const inside = ([x]: Point) => (x - meridian) * side >= 0;
  return ring.flatMap((point, at) => {
    const from = ring.at(at - 1) as Point;
    if (inside(point) === inside(from)) return inside(point) ? [point] : [];
    const share = (meridian - from[0]) / (point[0] - from[0]);
    const edge: Point = [meridian, from[1] + share * (point[1] - from[1])];
    return inside(point) ? [edge, point] : [edge];
  });
}
