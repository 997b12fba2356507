/** Types of `flags.mjs`, which runs before TypeScript is there. */
import type { Read } from '../start/read-flags.mjs';

/** What `npm run bench:page` was asked to do. */
export interface BenchOptions {
  kinds: ('chrome' | 'firefox')[];
  /** Pairs of runs per page. */
  pairs: number;
  /** How long the busy page is busy. */
  seconds: number;
  help: boolean;
}

export const HELP: string;
export function parseFlags(
  args: readonly string[],
  env?: Readonly<Record<string, string | undefined>>,
): Read<BenchOptions>;
