import { type Exchange, send } from '../exchange.ts';
import type { Assets } from '../pages/assets.ts';
import { CONTENT_SECURITY_POLICY, shell, unsupportedPage } from '../pages/shell.ts';
import type { Host } from './host.ts';

/** web.whatsapp.com and static.whatsapp.net. The chat sockets are in `sockets.ts`. */
export function whatsapp(assets: Assets): Host[] {
  return [
    {
      names: ['web.whatsapp.com'],
      behaviour: ({ whatsapp }, path) => (path === '/status.json' ? whatsapp.statusJson : whatsapp.document),
      serve: (exchange) => serveSite(exchange, assets),
    },
    {
      names: ['static.whatsapp.net'],
      behaviour: ({ whatsapp }) => whatsapp.statics,
      serve: (exchange) => serveStatic(exchange, assets),
      openToAll: true,
    },
  ];
}

function serveSite(exchange: Exchange, assets: Assets): void {
  const { response } = exchange;
  switch (exchange.url.pathname) {
    case '/status.json':
      send(exchange, 200, 'application/json', '{}');
      break;
    case '/sw.js':
      response.setHeader('cache-control', 'no-cache');
      send(exchange, 200, 'text/javascript', assets.worker);
      break;
    case '/':
    case '/send':
      serveShell(exchange);
      break;
    default:
      send(exchange, 404, 'text/html', '<title>Not found</title>');
  }
}

function serveShell(exchange: Exchange): void {
  const { world, response } = exchange;
  response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cross-origin-opener-policy', 'same-origin-allow-popups');
  const page = world.whatsapp.page === 'unsupported' ? unsupportedPage(world) : shell(world);
  send(exchange, 200, 'text/html; charset="utf-8"', page);
}

async function serveStatic(exchange: Exchange, assets: Assets): Promise<void> {
  const { staticsMs } = exchange.world.whatsapp;
  if (staticsMs > 0) await new Promise((resolve) => setTimeout(resolve, staticsMs));
  const asset = assets.statics[exchange.url.pathname];
  exchange.response.setHeader('cross-origin-resource-policy', 'cross-origin');
  exchange.response.setHeader('cache-control', 'no-store');
  if (asset) send(exchange, 200, asset.contentType, asset.body);
  else send(exchange, 404, 'text/plain', '');
}
