/** From degrees to the drawing of the world. Pure; `npm run map` draws with the same. */

/** Size of the drawing, in its own units; without Antarctica, where nobody measures. */
export const MAP = { width: 720, height: 330 } as const;
const TOP_LATITUDE = 83.7;

/** Natural Earth projection (Šavrič, Patterson, Jenny 2011): no pole is a line, no land is torn. */
function project(longitude: number, latitude: number): [x: number, y: number] {
  const phi = (latitude * Math.PI) / 180;
  const lambda = (longitude * Math.PI) / 180;
  const p2 = phi * phi;
  const p4 = p2 * p2;
  return [
    lambda * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))),
    phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))),
  ];
}

const [EAST] = project(180, 0);
const [, TOP] = project(0, TOP_LATITUDE);
const SCALE = MAP.width / (2 * EAST);

/** Where a place is on the drawing, in whole units. */
export function onMap(longitude: number, latitude: number): readonly [x: number, y: number] {
  const [x, y] = project(longitude, latitude);
  return [Math.round((x + EAST) * SCALE), Math.round((TOP - y) * SCALE)];
}
