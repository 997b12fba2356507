/** Types of `flags.mjs`, which runs before TypeScript is there. */
import type { Read } from './read-flags.mjs';

/** What `npm start` was asked to do. */
export interface StartOptions {
  list: boolean;
  help: boolean;
  live: boolean;
  browser: 'chrome' | 'firefox' | null;
  replay: string;
  port: number;
}

export const REPLAYS: Readonly<Record<string, string>>;
export const LIST: string;
export const HELP: string;
export function parseFlags(
  args: readonly string[],
  env?: Readonly<Record<string, string | undefined>>,
): Read<StartOptions>;
