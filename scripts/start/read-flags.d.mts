/** Types of `read-flags.mjs`, which runs before TypeScript is there. */
type Env = Readonly<Record<string, string | undefined>>;

export type Read<Options> = { options: Options; problem?: never } | { problem: string; options?: never };

export function readFlags(
  args: readonly string[],
  words: Readonly<Record<string, string>>,
  switches: Readonly<Record<string, string>>,
  env?: Env,
): Read<Record<string, string | true>>;
export function hasDisplay(env: Env, platform: string): boolean;
