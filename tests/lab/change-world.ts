import type { World } from './world.ts';

/** A change: sections are merged one level deep, so `{whatsapp: {socket: 'refuse'}}` leaves the rest alone. */
export type WorldPatch = {
  [Section in keyof World]?: World[Section] extends unknown[] | string | number | boolean
    ? World[Section]
    : Partial<World[Section]>;
};

/** A patch, or a function from the old world to the new one. */
export type WorldChange = WorldPatch | ((world: World) => World);

/** The world after a change. Never alters the one it was given. */
export function changeWorld(world: World, change: WorldChange): World {
  if (typeof change === 'function') return change(structuredClone(world));
  const next = structuredClone(world) as unknown as Record<string, unknown>;
  for (const [section, value] of Object.entries(change)) {
    const before = next[section];
    next[section] = isRecord(before) && isRecord(value) ? { ...before, ...value } : value;
  }
  return structuredClone(next) as unknown as World;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
