import { describe, expect, test } from 'vitest';
import { changeWorld } from '../../lab/change-world.ts';
import { playgroundPage } from '../../lab/playground/page.ts';
import { choiceOf, GROUPS, pressed } from '../../lab/playground/states.ts';
import { healthyWorld, PAGE_SCREENS } from '../../lab/world.ts';

const HEALTHY = healthyWorld(0);

describe('the playground', () => {
  test('has a button for every screen', () => {
    const labels = GROUPS.flatMap(({ choices }) => choices.map(({ label }) => label));
    for (const screen of PAGE_SCREENS) expect(labels).toContain(screen);
    for (const [group, { choices }] of GROUPS.entries()) {
      for (const index of choices.keys())
        expect(playgroundPage()).toContain(`data-choice="${group}-${index}"`);
    }
  });

  test('of each group one button is pressed in a healthy world: the first', () => {
    expect(pressed(HEALTHY)).toEqual(GROUPS.map((_, group) => `${group}-0`));
  });

  test('pressing a button presses it, and no other of its group', () => {
    for (const [group, { choices }] of GROUPS.entries()) {
      for (const [index, { patch }] of choices.entries()) {
        const inGroup = pressed(changeWorld(HEALTHY, patch)).filter((id) => id.startsWith(`${group}-`));
        expect(inGroup).toEqual([`${group}-${index}`]);
      }
    }
  });

  test('pressing the first again takes back whatever was pressed', () => {
    for (const { choices } of GROUPS) {
      for (const { patch } of choices) {
        const back = changeWorld(changeWorld(HEALTHY, patch), choices[0]?.patch ?? {});
        expect(pressed(back)).toEqual(pressed(HEALTHY));
      }
    }
  });

  test('knows its own buttons only', () => {
    expect(choiceOf('0-0')?.label).toBe('auto');
    for (const id of ['', '0', '99-0', '0-99', 'a-b', 'toString']) expect(choiceOf(id)).toBeUndefined();
  });
});
