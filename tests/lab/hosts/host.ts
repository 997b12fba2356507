import type { Exchange } from '../exchange.ts';
import type { HostBehaviour, World } from '../world.ts';

/** One party of the fake internet: when it is well, `serve` answers. */
export interface Host {
  /** The names it answers to. */
  names: readonly string[];
  /** How it fares in this world, for this path. */
  behaviour(world: World, path: string): HostBehaviour;
  /** What it answers when healthy. */
  serve(exchange: Exchange): void | Promise<void>;
  /** Sends `access-control-allow-origin: *`, with bad answers too. */
  openToAll?: boolean;
}
