/** The world: places that reach WhatsApp and places that do not, drawn, and the same as a table. */
import { OUTLINE } from '../../catalogue/world';
import type { Place } from '../../core/evidence';
import { MAP } from '../../core/projection';
import { countryName } from '../../i18n/numbers';
import { word } from '../../i18n/words';
import { inOrder, type Pin, pinsOf } from './places';

export function WorldMap({ places, summary }: { places: readonly Place[]; summary: string }) {
  return (
    <div class="world">
      <svg
        viewBox={`-6 -6 ${MAP.width + 12} ${MAP.height + 12}`}
        role="img"
        aria-label={word('report_map_label', summary)}
      >
        <path class="land" d={OUTLINE} />
        {pinsOf(places).map((pin) => (
          <PlacePin key={`${pin.x} ${pin.y}`} {...pin} />
        ))}
      </svg>
      <table>
        <caption class="hidden">{summary}</caption>
        <thead>
          <tr>
            <th scope="col">{word('report_place')}</th>
            <th scope="col">{word('report_reaches')}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(places).map(({ country, city, reachable }, index) => (
            <tr key={index} data-place={country} data-says={reachable ? 'healthy' : 'points-to-them'}>
              <th scope="row">
                {countryName(country)} <bdi class="told">{city}</bdi>
              </th>
              <td class="says">{word(reachable ? 'report_reached' : 'report_not_reached')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A ring that is whole, or a cross: nobody needs the colour. */
function PlacePin({ place: { country, city, reachable }, x, y }: Pin) {
  return (
    <g transform={`translate(${x} ${y})`} data-says={reachable ? 'healthy' : 'points-to-them'}>
      <title>{`${countryName(country)}, ${city}`}</title>
      <circle r="7.5" class="pin" />
      <path
        d={reachable ? 'M-3.2 .2l2.300 2.500 4.100-4.900' : 'M-2.800-2.800l5.600 5.600m0-5.600l-5.600 5.600'}
      />
    </g>
  );
}
