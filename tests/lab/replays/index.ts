import { replay as october2021 } from './2021-10-04.ts';
import { replay as october2022 } from './2022-10-25.ts';
import { replay as march2024 } from './2024-03-05.ts';
import { replay as april2025 } from './2025-04-12.ts';
import { replay as february2026 } from './2026-02-27.ts';
import { replay as evening } from './evening.ts';
import type { Replay } from './replay.ts';

export type { Expectation, PersonDoes, Replay, Seen, Step } from './replay.ts';

/** The days that can be replayed, the default first. `scripts/start/flags.mjs` knows their names too. */
export const REPLAYS: readonly Replay[] = [
  october2022,
  october2021,
  march2024,
  april2025,
  february2026,
  evening,
];

/** The replay of this day. */
export function replayOf(id: string): Replay {
  const found = REPLAYS.find((replay) => replay.id === id);
  if (!found) throw new Error(`no replay of ${id}`);
  return found;
}
