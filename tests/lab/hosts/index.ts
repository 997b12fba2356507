import type { Exchange } from '../exchange.ts';
import { misbehave } from '../misbehave.ts';
import type { Assets } from '../pages/assets.ts';
import { controls } from './controls.ts';
import { countries } from './countries.ts';
import { crowd } from './crowd.ts';
import { resolvers } from './doh.ts';
import { elsewhere } from './elsewhere.ts';
import { globalping } from './globalping.ts';
import type { Host } from './host.ts';
import { metaFamily } from './meta-family.ts';
import { metaStatus } from './meta-status.ts';
import { answerAsPortal } from './portal.ts';
import { statusPages } from './status-pages.ts';
import { whatsapp } from './whatsapp.ts';

/** All parties together: answers any request as the world says. */
export function createInternet(assets: Assets): (exchange: Exchange) => Promise<void> {
  const hosts = [
    ...whatsapp(assets),
    ...metaFamily,
    ...controls,
    ...resolvers,
    metaStatus,
    globalping(),
    ...crowd,
    ...countries,
    ...statusPages,
  ];
  const byName = new Map<string, Host>(
    hosts.flatMap((host) => host.names.map((name) => [name, host] as const)),
  );
  return async (exchange) => {
    const { world, host: name, response } = exchange;
    if (world.allDead) return misbehave(exchange, 'dead');
    if (world.portal !== false) return answerAsPortal(exchange, world.portal);
    const host = byName.get(name) ?? elsewhere;
    if (host.openToAll) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-expose-headers', '*');
    }
    const behaviour = world.hosts[name] ?? host.behaviour(world, exchange.url.pathname);
    if (behaviour === 'healthy') await host.serve(exchange);
    else misbehave(exchange, behaviour);
  };
}
