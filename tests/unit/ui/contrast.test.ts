/** Contrast of every text and edge, reckoned from the tokens (WCAG 2.2, 1.4.3 and 1.4.11). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLOUR } from '../../../src/background/badge';

const css = (path: string) => readFileSync(join(import.meta.dirname, '../../../src', path), 'utf8');
const theme = css('ui/theme.css');
const [usual = '', more = ''] = theme.split('@media (prefers-contrast: more)');

type Tokens = Readonly<Record<string, readonly [light: string, dark: string]>>;

/** `--name: light-dark(#light, #dark)` of a style sheet. */
function tokensIn(text: string): Tokens {
  const found = [...text.matchAll(/--(\w+): light-dark\((#\w+), (#\w+)\)/g)];
  return Object.fromEntries(found.map(([, name, light, dark]) => [name, [light, dark]])) as unknown as Tokens;
}

const channels = (hex: string) => {
  const full = hex.length === 4 ? [...hex.slice(1)].map((one) => one + one).join('') : hex.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255);
};
const luminance = (colour: readonly number[]) => {
  const [r = 0, g = 0, b = 0] = colour.map((one) =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: readonly number[], other: readonly number[]) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const mix = (one: readonly number[], share: number, other: readonly number[]) =>
  one.map((value, index) => value * share + (other[index] ?? 0) * (1 - share));

const SIDES = ['fine', 'yours', 'between', 'theirs', 'unsure'] as const;
const share = Number(/--tint: color-mix\(in srgb, var\(--side\) (\d+)%/.exec(theme)?.[1]) / 100;

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_, scheme) => {
  const usually = tokensIn(usual);
  const of = (tokens: Tokens) => (name: string) => channels(tokens[name]?.[scheme] ?? '#');
  const colour = of(usually);
  const strong = of({ ...usually, ...tokensIn(more) });

  it.each(
    ['ink', 'soft', 'link', ...SIDES].flatMap((text) => [
      [text, 'paper'],
      [text, 'card'],
    ]),
  )('%s on %s can be read', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(strong(text), strong(ground)), 'with more contrast').toBeGreaterThanOrEqual(7);
  });

  it.each(SIDES)('everything on the tint of “%s” can be read', (side) => {
    const tint = mix(colour(side), share, colour('paper'));
    for (const text of ['ink', 'soft', 'link', side])
      expect(contrast(colour(text), tint), text).toBeGreaterThanOrEqual(4.5);
    // A glyph drawn in paper on the side's own colour.
    expect(contrast(colour('paper'), colour(side))).toBeGreaterThanOrEqual(4.5);
  });

  it('what is pressed has an edge, and what is pressed down can be read', () => {
    for (const ground of ['paper', 'card'])
      expect(contrast(colour('edge'), colour(ground)), ground).toBeGreaterThanOrEqual(3);
    expect(contrast(colour('paper'), colour('ink'))).toBeGreaterThanOrEqual(7);
  });

  it('the banner has the same colours', () => {
    const banner = tokensIn(css('content/banner/banner.css'));
    expect(Object.keys(banner)).toEqual(expect.arrayContaining(['paper', 'ink', 'link', 'edge', ...SIDES]));
    for (const [name, value] of Object.entries(banner)) expect(value, name).toEqual(usually[name]);
  });
});

it('the badge’s white word can be read on each of its colours, which are the tokens’', () => {
  for (const side of SIDES) {
    expect(COLOUR[side]).toBe(tokensIn(usual)[side]?.[0]);
    expect(contrast(channels(COLOUR[side]), [1, 1, 1])).toBeGreaterThanOrEqual(4.5);
  }
});

/** Toolbars of Chrome and Firefox, light and dark (their default themes, 2026). */
const TOOLBARS = ['#ffffff', '#f9f9fb', '#3c3c3c', '#2b2a33'];

it.each(['yours', 'between', 'theirs', 'unsure'])(
  'the toolbar’s drawing “%s” can be seen on every toolbar',
  (name) => {
    const svg = readFileSync(join(import.meta.dirname, `../../../docs/icons/${name}-16.svg`), 'utf8');
    const [, fill = ''] = /fill="(#[0-9a-f]{6})"/.exec(svg) ?? [];
    for (const toolbar of TOOLBARS)
      expect(contrast(channels(fill), channels(toolbar)), toolbar).toBeGreaterThanOrEqual(3);
    expect(contrast(channels(fill), [1, 1, 1]), 'the white sign in it').toBeGreaterThanOrEqual(3);
  },
);
