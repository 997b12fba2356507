import { expect, it } from 'vitest';
import { inOrder, pinsOf } from '../../../../src/ui/report/places';

const place = (country: string, city: string, reachable: boolean) => ({ country, city, reachable });

it('places in one country stand side by side, and what we cannot draw is left to the table', () => {
  const pins = pinsOf([
    place('DE', 'Berlin', true),
    place('DE', 'Falkenstein', false),
    place('ZZ', 'Atlantis', true),
  ]);
  expect(pins.map(({ place }) => place.city)).toEqual(['Berlin', 'Falkenstein']);
  expect(pins[0]?.y).toBe(pins[1]?.y);
  expect(Math.abs((pins[0]?.x ?? 0) - (pins[1]?.x ?? 0))).toBeGreaterThan(10);
});

it('a hundred probes of one city still find room', () => {
  const many = Array.from({ length: 100 }, (_, index) => place('SG', `${index}`, true));
  expect(new Set(pinsOf(many).map(({ x, y }) => `${x} ${y}`)).size).toBe(100);
});

it('those that fail come first', () => {
  const ordered = inOrder([
    place('AT', 'Wien', true),
    place('US', 'Reno', false),
    place('BR', 'Natal', false),
  ]);
  expect(ordered.map(({ country }) => country)).toEqual(['BR', 'US', 'AT']);
});
