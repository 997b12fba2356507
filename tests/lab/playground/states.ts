import type { WorldPatch } from '../change-world.ts';
import { PAGE_SCREENS, SENDS, type World } from '../world.ts';
import { FEEDS } from './feeds.ts';

/** One button. */
export interface Choice {
  label: string;
  patch: WorldPatch;
}

/** Buttons of which one is pressed: all of a group set the same fields of the world. */
export interface Group {
  title: string;
  choices: Choice[];
}

const PAGE: Group[] = [
  {
    title: 'Screen of WhatsApp Web',
    choices: PAGE_SCREENS.map((page) => ({ label: page, patch: { whatsapp: { page } } })),
  },
  {
    title: 'Messages sent',
    choices: SENDS.map((sends) => ({
      label: sends,
      patch: { whatsapp: { sends } },
    })),
  },
  {
    title: 'Markup of',
    choices: (['2026', '2022'] as const).map((generation) => ({
      label: generation,
      patch: { whatsapp: { generation } },
    })),
  },
  {
    title: 'Speed of WhatsApp’s own client (never the extension’s)',
    choices: [
      { label: 'real', patch: { whatsapp: { clientTimeScale: 1 } } },
      { label: 'ten times as fast', patch: { whatsapp: { clientTimeScale: 0.1 } } },
    ],
  },
];

/** All buttons, by group. */
export const GROUPS: readonly Group[] = [...PAGE, ...FEEDS];

/** The button with this id, `<group>-<choice>` by position. */
export function choiceOf(id: string): Choice | undefined {
  const [group, choice] = id.split('-').map(Number);
  return GROUPS[group ?? -1]?.choices[choice ?? -1];
}

/** Ids of the buttons that are pressed in this world. */
export function pressed(world: World): string[] {
  return GROUPS.flatMap(({ choices }, group) =>
    choices.flatMap((choice, index) => (isIn(choice.patch, world) ? [`${group}-${index}`] : [])),
  );
}

/** Everything the patch says is so already. */
function isIn(patch: unknown, world: unknown, depth = 0): boolean {
  const deeper = depth < 2 && isRecord(patch) && isRecord(world);
  // A host nobody spoke of is healthy.
  if (!deeper) return JSON.stringify(patch) === JSON.stringify(world ?? 'healthy');
  return Object.entries(patch).every(([name, value]) => isIn(value, world[name], depth + 1));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
