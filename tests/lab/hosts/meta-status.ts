import { type Exchange, send, sendJson, sendTagged } from '../exchange.ts';
import type { MetaStatusWorld } from '../world.ts';
import type { Host } from './host.ts';
import { feedOf, ORGS, type Org, openOutages, orgsJson } from './meta-status-bodies.ts';

const SHELL = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Meta Status</title></head>
<body><div id="root"></div><script src="/static/js/main.js"></script></body></html>
`;

/** metastatus.com: data under known paths, the same HTML with status 200 for every other path. */
export const metaStatus: Host = {
  names: ['metastatus.com', 'www.metastatus.com'],
  behaviour: ({ metaStatus: { host, list, outages } }, path) => {
    if (host !== 'healthy') return host === 'html' ? 'healthy' : host;
    if (path === '/data/orgs.json') return list;
    return path.startsWith('/data/outages/') ? outages : 'healthy';
  },
  serve(exchange: Exchange): void {
    const world = exchange.world.metaStatus;
    if (world.host === 'html' || !serveData(exchange, world)) {
      send(exchange, 200, 'text/html; charset=utf-8', SHELL);
    }
  },
};

function serveData(exchange: Exchange, world: MetaStatusWorld): boolean {
  const path = exchange.url.pathname;
  if (path === '/data/orgs.json') {
    sendJson(exchange, 200, orgsJson(world));
    return true;
  }
  const outages = named(/^\/data\/outages\/([\w-]+)\.json$/.exec(path));
  if (outages) {
    sendJson(exchange, 200, openOutages(world, outages));
    return true;
  }
  const feed = named(/^\/outage-events-feed-([\w-]+)\.rss$/.exec(path));
  if (feed) {
    sendTagged(exchange, 200, 'application/rss+xml', feedOf(world, feed));
    return true;
  }
  return false;
}

function named(match: RegExpExecArray | null): Org | undefined {
  return match ? ORGS.find((org) => org.id === match[1]) : undefined;
}
