/** Types of `flags.mjs`, which runs before TypeScript is there. */
import type { Read } from '../start/read-flags.mjs';

/** What `npm run dev` was asked to do. */
export interface DevOptions {
  browser: 'chrome' | 'firefox';
  port: number;
  once: boolean;
  help: boolean;
}

export const HELP: string;
export function parseDevFlags(
  args: readonly string[],
  env?: Readonly<Record<string, string | undefined>>,
): Read<DevOptions>;
