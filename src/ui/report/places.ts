/** Where on the drawing of the world each measuring place stands. Pure. */
import { COUNTRIES } from '../../catalogue/world';
import type { Place } from '../../core/evidence';
import { onMap } from '../../core/projection';

export interface Pin {
  place: Place;
  x: number;
  y: number;
}

/** Apart enough to be told from each other, in units of the drawing. */
const APART = 15;

/** Places we can draw, by their city or the middle of their country; those that fall on each other stand side by side. */
export function pinsOf(places: readonly Place[]): Pin[] {
  const pins: Pin[] = [];
  for (const place of places) {
    const { latitude, longitude, country } = place;
    const exact = latitude !== undefined && longitude !== undefined;
    const [startX, y] = exact ? onMap(longitude, latitude) : (COUNTRIES.get(country) ?? []);
    if (startX === undefined || y === undefined) continue;
    let x = startX;
    while (pins.some((pin) => Math.hypot(pin.x - x, pin.y - y) < APART)) x += APART;
    pins.push({ place, x, y });
  }
  return pins;
}

/** Those that cannot reach it first, then by country and city. */
export function inOrder(places: readonly Place[]): Place[] {
  return places.toSorted(
    (one, other) =>
      Number(one.reachable) - Number(other.reachable) ||
      one.country.localeCompare(other.country) ||
      one.city.localeCompare(other.city),
  );
}
