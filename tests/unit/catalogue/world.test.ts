import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { worldFile } from '../../../scripts/map/main';
import { COUNTRIES, OUTLINE } from '../../../src/catalogue/world';
import { MAP, onMap } from '../../../src/core/projection';

const ROOT = join(import.meta.dirname, '../../..');

it('is what `npm run map` makes of the data', () => {
  expect(readFileSync(join(ROOT, 'src/catalogue/world.ts'), 'utf8')).toBe(worldFile(ROOT));
});

it('is small', () => {
  expect(OUTLINE.length).toBeLessThan(9_000);
});

it('has every country on the drawing, each where it is', () => {
  expect(COUNTRIES.size).toBeGreaterThan(230);
  for (const [code, [x, y]] of COUNTRIES) {
    expect(code).toMatch(/^[A-Z]{2}$/);
    expect(x >= 0 && x <= MAP.width && y >= 0 && y <= MAP.height, code).toBe(true);
  }
  const near = (code: string, longitude: number, latitude: number) => {
    const [x = 0, y = 0] = COUNTRIES.get(code) ?? [];
    const [wantedX, wantedY] = onMap(longitude, latitude);
    expect(Math.hypot(x - wantedX, y - wantedY), code).toBeLessThan(25);
  };
  near('IN', 78, 22);
  near('BR', -52, -11);
  near('US', -98, 39);
  near('FR', 2, 46);
  near('SG', 104, 1);
  near('NZ', 171, -43);
});

it('keeps east, west, north and south', () => {
  const [tokyo] = onMap(139, 35);
  const [lima] = onMap(-77, -12);
  expect(tokyo).toBeGreaterThan(lima);
  expect(onMap(0, 60)[1]).toBeLessThan(onMap(0, -30)[1]);
  expect(onMap(-180, 0)[0]).toBe(0);
  expect(onMap(180, 0)[0]).toBe(MAP.width);
});
