import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onMap } from '../../src/core/projection.ts';
import { areaOf, middleOf, pathOf } from './draw.ts';
import { type Geometry, ringsOf, type Topology, withinMap } from './topology.ts';

/** Writes the drawing of the world. */
export function writeMap(root: string): void {
  const text = worldFile(root);
  writeFileSync(join(root, 'src/catalogue/world.ts'), text);
  console.log(`src/catalogue/world.ts: ${text.length} bytes`);
}

/** src/catalogue/world.ts, whole. */
export function worldFile(root: string): string {
  const read = (name: string): Topology =>
    JSON.parse(readFileSync(join(root, 'node_modules/world-atlas', name), 'utf8'));
  const land = read('land-110m.json');
  const outline = pathOf(
    land.objects.land?.geometries.flatMap((one) => ringsOf(land, one)).flatMap(withinMap) ?? [],
    0.8,
    5,
  );
  const atlas = read('countries-50m.json');
  const places = (atlas.objects.countries?.geometries ?? []).flatMap((one) => placed(atlas, one)).toSorted();
  return `/** Made from Natural Earth's data (public domain) by \`npm run map\`; do not edit. */

/** The outline of all land on the drawing (core/projection.ts): the \`d\` of an SVG path. */
export const OUTLINE =
  '${outline}';

/** Each country's ISO 3166-1 alpha-2 code and a place in it on the drawing: \`CC x y\`, between commas. */
const PLACES =
  '${places.join(',')}';

/** Code of a country → where it is on the drawing. */
export const COUNTRIES: ReadonlyMap<string, readonly [x: number, y: number]> = new Map(
  PLACES.split(',').map((one) => {
    const [code = '', x, y] = one.split(' ');
    return [code, [Number(x), Number(y)]];
  }),
);
`;
}

/** Its place, when ISO has a code for it: the data has numbers, which locale data turns into letters. */
function placed(atlas: Topology, geometry: Geometry): string[] {
  if (geometry.id === undefined) return [];
  const [tag = ''] = Intl.getCanonicalLocales(`und-${geometry.id.padStart(3, '0')}`);
  const [, code] = /^und-([A-Z]{2})$/.exec(tag) ?? [];
  const [largest] = ringsOf(atlas, geometry)
    .flatMap(withinMap)
    .toSorted((one, other) => areaOf(other) - areaOf(one));
  if (code === undefined || code === 'AQ' || largest === undefined) return [];
  return [[code, ...onMap(...middleOf(largest))].join(' ')];
}
