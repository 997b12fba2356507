import { type Exchange, send } from '../exchange.ts';
import { simplePage } from '../pages/simple.ts';
import type { Host } from './host.ts';

const TITLES: Record<string, string> = {
  'web.telegram.org': 'Telegram Web',
  'signal.org': 'Signal',
};

/** Every host nobody else plays: fallback apps, status pages. `world.hosts` says how they fare. */
export const elsewhere: Host = {
  names: [],
  behaviour: () => 'healthy',
  serve(exchange: Exchange): void {
    if (exchange.url.pathname === '/favicon.ico') send(exchange, 200, 'image/x-icon', new Uint8Array(6));
    else send(exchange, 200, 'text/html; charset=utf-8', simplePage(TITLES[exchange.host] ?? exchange.host));
  },
};
